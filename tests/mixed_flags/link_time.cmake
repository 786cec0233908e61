# Builds unit.cpp for three instruction sets with COMPILER and optimises the whole program while
# linking, with LINK_TIME's flags: each unit prints what it prints when linked as usual, and the
# plain one runs on an emulated machine without AVX. The objects hold no machine code whose symbols
# or instructions could be looked at.
include(${CMAKE_CURRENT_LIST_DIR}/units.cmake)

function(run_units suffix)
  foreach(unit IN ITEMS plain avx2 avx512)
    set(lines "")
    if(unit STREQUAL "plain")
      run(${SCRATCH}/mixed plain)
      set(machine_isas "${isas}")
    elseif("isa ${unit}" IN_LIST machine_isas)
      run(${SCRATCH}/mixed with_${unit})
    endif()
    set(lines_of_${unit}${suffix} "${lines}" PARENT_SCOPE)
  endforeach()
endfunction()

build(-O2)
run_units("")
separate_arguments(flags UNIX_COMMAND "${LINK_TIME}")
build(-O2 ${flags})
run_units("_optimised")
foreach(unit IN ITEMS plain avx2 avx512)
  if(NOT lines_of_${unit} STREQUAL lines_of_${unit}_optimised)
    message(SEND_ERROR "${unit}: ${lines_of_${unit}_optimised}but as usual\n${lines_of_${unit}}")
  endif()
endforeach()
check_runs()
check_emulated()
