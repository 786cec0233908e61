# Builds unit.cpp for three instruction sets with COMPILER, without optimisation and with it; looks
# at what the units share; runs each, and the plain one also on an emulated machine without AVX.
include(${CMAKE_CURRENT_LIST_DIR}/units.cmake)

# Units share no symbol of xent but the chosen instruction set and the function that finds it, and
# those they do.
function(check_symbols level)
  set(shared "")
  foreach(unit IN ITEMS plain with_avx2 with_avx512)
    execute_process(COMMAND ${NM} --defined-only ${SCRATCH}/${unit}.o OUTPUT_VARIABLE lines
                    COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL " [VWuvw] [^\n]*4xent[^\n]*" symbols "${lines}")
    foreach(symbol IN LISTS symbols)
      get_property(is_known GLOBAL PROPERTY "${level}${symbol}" SET)
      if(is_known)
        list(APPEND shared ${symbol})
      endif()
      set_property(GLOBAL PROPERTY "${level}${symbol}" ON)
    endforeach()
  endforeach()
  set(prefix "_ZN4xent6shared[0-9]+v[0-9_]+chosen_isa")
  set(chosen " W ${prefix}Ev; [Vu] ${prefix}_of_this_objectE")
  if(NOT shared MATCHES "^${chosen};${chosen}$")
    message(SEND_ERROR "units share the symbols ${shared}")
  endif()
endfunction()

# And nothing else that a plain machine could not run.
function(check_code)
  set(disassemblies "")
  foreach(unit IN ITEMS plain with_avx2 with_avx512)
    execute_process(COMMAND ${OBJDUMP} -d -C --no-show-raw-insn ${SCRATCH}/${unit}.o
                    OUTPUT_FILE ${SCRATCH}/${unit}.s COMMAND_ERROR_IS_FATAL ANY)
    list(APPEND disassemblies ${SCRATCH}/${unit}.s)
  endforeach()
  execute_process(COMMAND ${CHECK} ${disassemblies} RESULT_VARIABLE failed)
  if(failed)
    message(SEND_ERROR "units share code that a plain machine cannot run")
  endif()
endfunction()

foreach(level IN ITEMS -O0 -O2)
  message(STATUS "${COMPILER} ${level}")
  build(${level})
  check_symbols(${level})
  check_code()
  check_runs()
  check_emulated()
endforeach()
