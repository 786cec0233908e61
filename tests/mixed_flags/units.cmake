# Building the three units of this folder into one program, and running it.
cmake_minimum_required(VERSION 3.21)
set(flags_of_plain "")
# These two differ in the width of vectors and in nothing else.
set(flags_of_with_avx2 -mavx2 -mfma)
set(flags_of_with_avx512 ${flags_of_with_avx2} -mavx512f -mavx512dq -mavx512bw -mavx512vl)
file(MAKE_DIRECTORY ${SCRATCH})

# With these flags in common.
function(build)
  foreach(unit IN ITEMS plain with_avx2 with_avx512)
    execute_process(
      COMMAND ${COMPILER} -std=c++20 ${ARGN} ${flags_of_${unit}} -I${INCLUDE} -DXENT_UNIT=${unit}
              -c ${CMAKE_CURRENT_LIST_DIR}/unit.cpp -o ${SCRATCH}/${unit}.o
      COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  # The linker keeps the first of several, so what is shared comes from the unit that asks for most.
  execute_process(
    COMMAND ${COMPILER} -std=c++20 ${ARGN} ${CMAKE_CURRENT_LIST_DIR}/main.cpp with_avx512.o
            with_avx2.o plain.o -pthread -o mixed
    WORKING_DIRECTORY ${SCRATCH} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# What a command prints: all lines, and those about float, which are the same everywhere.
function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE lines ERROR_QUIET RESULT_VARIABLE failed)
  string(REGEX MATCHALL "float [^\n]*" floats "${lines}")
  string(REGEX MATCHALL "isa [^\n]*" isas "${lines}")
  foreach(result IN ITEMS lines floats isas failed)
    set(${result} "${${result}}" PARENT_SCOPE)
  endforeach()
endfunction()

function(check_runs)
  run(${SCRATCH}/mixed plain)
  set(machine_isas "${isas}")
  set(wanted "${floats}")
  list(LENGTH wanted count)
  if(failed OR count LESS 2)
    message(FATAL_ERROR "the plain unit: ${failed}, ${lines}")
  endif()
  foreach(unit IN ITEMS avx2 avx512)
    if("isa ${unit}" IN_LIST machine_isas)
      run(${SCRATCH}/mixed with_${unit})
      if(failed OR NOT floats STREQUAL wanted)
        message(SEND_ERROR "with_${unit}: ${failed}, ${lines}, but the plain unit ${wanted}")
      endif()
    endif()
  endforeach()
endfunction()

function(check_emulated)
  if(NOT QEMU)
    message(STATUS "no qemu-x86_64 (Debian: qemu-user), so no run on a machine without AVX")
    return()
  endif()
  run(${CMAKE_COMMAND} -E env XENT_ISA=baseline ${SCRATCH}/mixed plain)
  string(REGEX REPLACE "isa [^\n]*\n|; it has[^\n]*" "" wanted "${lines}")
  run(${QEMU} -cpu qemu64 ${SCRATCH}/mixed plain)
  string(REGEX REPLACE "isa [^\n]*\n|; it has[^\n]*" "" got "${lines}")
  if(failed OR NOT got STREQUAL wanted OR NOT isas STREQUAL "isa baseline")
    message(SEND_ERROR "without AVX: ${failed}\n${lines}but with it\n${wanted}")
  endif()
  run(${QEMU} -cpu qemu64 ${SCRATCH}/mixed with_avx2)
  if(NOT failed)
    message(SEND_ERROR "the emulated machine has AVX, so it shows nothing")
  endif()
endfunction()
