# Builds scalars.cpp and arrays.cpp with each compiler that exists, at levels of optimisation, for the
# plain machine and for this one, and with settings of contraction. What a function returns has one
# sum, whoever built it, scalar or array, on any instruction set. EXHAUSTIVE: in more builds.
include(${CMAKE_CURRENT_LIST_DIR}/sums.cmake)
file(MAKE_DIRECTORY ${SCRATCH})

function(compare program)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "g++;clang++;clang++-19")
  foreach(compiler IN ITEMS g++ clang++ clang++-19)
    find_program(found_${compiler} ${compiler})
    if(NOT found_${compiler})
      continue()
    endif()
    set_property(GLOBAL PROPERTY any_compiler ON)
    foreach(flags IN LISTS arg_${compiler})
      separate_arguments(flag_list UNIX_COMMAND "${flags}")
      execute_process(
        COMMAND ${found_${compiler}} -std=c++20 ${flag_list} -I${INCLUDE}
                "-DXENT_GOLDEN_DIR=\"${GOLDEN}\"" ${CMAKE_CURRENT_LIST_DIR}/${program}.cpp
                -o ${SCRATCH}/bits_${program}
        COMMAND_ERROR_IS_FATAL ANY)
      execute_process(COMMAND ${SCRATCH}/bits_${program} OUTPUT_VARIABLE lines
                      COMMAND_ERROR_IS_FATAL ANY)
      collect_sums("${program} by ${compiler} ${flags}" "${lines}")
    endforeach()
  endforeach()
endfunction()

# Each build of arrays has all instruction sets in it, and takes longer. The default builds differ
# where bits could: without optimisation and with the most, and where multiply-add is fused, with
# contraction to it and without.
if(EXHAUSTIVE)
  set(each "-O0" "-O1" "-O2" "-O3" "-O0 -march=native" "-O2 -march=native" "-O3 -march=native"
           "-O2 -march=native -ffp-contract=fast" "-O2 -march=native -ffp-contract=off")
  compare(scalars g++ ${each} clang++ ${each} clang++-19 ${each})
  compare(arrays g++ "-O1 -march=native -ffp-contract=fast" "-O2 -ffp-contract=off"
                 clang++ "-O0 -ffp-contract=on" "-O1 -ffp-contract=off"
                 clang++-19 "-O2 -march=native -ffp-contract=fast")
else()
  compare(scalars g++ "-O0" "-O3 -march=native -ffp-contract=fast"
                  clang++ "-O0 -march=native" "-O2 -march=native -ffp-contract=fast"
                  clang++-19 "-O3" "-O3 -march=native -ffp-contract=fast")
  compare(arrays g++ "-O1 -march=native -ffp-contract=fast" "-O2 -ffp-contract=off"
                 clang++ "-O0 -ffp-contract=on"
                 clang++-19 "-O2 -march=native -ffp-contract=fast")
endif()

get_property(any_compiler GLOBAL PROPERTY any_compiler)
if(NOT any_compiler)
  message(FATAL_ERROR "no compiler was found")
endif()
