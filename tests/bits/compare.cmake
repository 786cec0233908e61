# Builds checksum.cpp with each compiler that exists, at each level of optimisation, for the plain
# machine and for this one, and with each setting of contraction. One sum per type and arithmetic.
set(programs 0)
foreach(compiler IN ITEMS g++ clang++ clang++-19)
  find_program(found_${compiler} ${compiler})
  if(NOT found_${compiler})
    continue()
  endif()
  foreach(flags IN ITEMS "-O0" "-O1" "-O2" "-O3" "-O0 -march=native" "-O2 -march=native"
                         "-O3 -march=native" "-O2 -march=native -ffp-contract=fast"
                         "-O2 -march=native -ffp-contract=off")
    separate_arguments(flag_list UNIX_COMMAND "${flags}")
    execute_process(
      COMMAND ${found_${compiler}} -std=c++20 ${flag_list} -I${INCLUDE} "-DXENT_GOLDEN_DIR=\"${GOLDEN}\""
              ${CMAKE_CURRENT_LIST_DIR}/checksum.cpp -o ${SCRATCH}/checksum
      COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${SCRATCH}/checksum OUTPUT_VARIABLE sums COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCH "float ([0-9a-f]+)\ndouble ([0-9a-f]+) ([a-z]+)" all "${sums}")
    set(of_float ${CMAKE_MATCH_1})
    set(of_double ${CMAKE_MATCH_2})
    set(arithmetic ${CMAKE_MATCH_3})
    message(STATUS "${compiler} ${flags}: float ${of_float}, double ${of_double} (${arithmetic})")
    list(APPEND float_sums ${of_float})
    list(APPEND double_sums_${arithmetic} ${of_double})
    math(EXPR programs "${programs} + 1")
  endforeach()
endforeach()

foreach(sums IN ITEMS float_sums double_sums_fused double_sums_plain)
  list(REMOVE_DUPLICATES ${sums})
  list(LENGTH ${sums} different)
  if(different GREATER 1)
    message(FATAL_ERROR "${sums} differ: ${${sums}}")
  endif()
endforeach()
if(programs EQUAL 0)
  message(FATAL_ERROR "no compiler was found")
endif()
