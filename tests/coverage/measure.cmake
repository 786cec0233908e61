# Runs the TESTS on machines of each instruction set that this one has, prints a table of the lines
# that they run and of those that they do not, and fails below 98 %.
cmake_minimum_required(VERSION 3.21)
list(JOIN TESTS "|" names)
file(STRINGS /proc/cpuinfo machine REGEX "^flags" LIMIT_COUNT 1)

foreach(isa IN ITEMS baseline avx2 avx512)
  if((isa STREQUAL "avx2" AND NOT machine MATCHES " avx2 ")
     OR (isa STREQUAL "avx512" AND NOT machine MATCHES " avx512vl "))
    message(STATUS "this machine has no ${isa}")
    continue()
  endif()
  file(GLOB_RECURSE counts ${BUILD}/*.gcda)
  if(counts)
    file(REMOVE ${counts})
  endif()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env XENT_COVERED_ISA=${isa} ${CMAKE_CTEST_COMMAND} --test-dir ${BUILD}
            --output-on-failure -j 2 -R "^(${names})$"
    OUTPUT_FILE ${BUILD}/coverage_${isa}.log COMMAND_ERROR_IS_FATAL ANY)
  message("\n${isa}")
  execute_process(
    COMMAND ${GCOVR} --root ${ROOT} --filter ${ROOT}/include/ --object-directory ${BUILD}
            ${BUILD}/tests --fail-under-line 98
    RESULT_VARIABLE failed)
  if(failed)
    message(SEND_ERROR "${isa}: too little is covered")
  endif()
endforeach()
