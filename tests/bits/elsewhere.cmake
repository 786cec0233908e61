# The checksums of PROGRAMS from this machine, built by NATIVE_COMPILER with NATIVE_FLAGS, and from
# WHERE, built by COMPILER with FLAGS and run by RUNNER: whatever fuses multiply-add agrees, and
# float's scalars and exact arrays agree anyhow. SAME_SUMS: both have the same ones.
cmake_minimum_required(VERSION 3.21)
include(${CMAKE_CURRENT_LIST_DIR}/sums.cmake)
file(MAKE_DIRECTORY ${SCRATCH})
foreach(list IN ITEMS PROGRAMS FLAGS NATIVE_FLAGS RUNNER)
  separate_arguments(${list} UNIX_COMMAND "${${list}}")
endforeach()

function(collect_from who compiler flags run_by)
  foreach(program IN LISTS PROGRAMS)
    cmake_path(GET program STEM name)
    execute_process(
      COMMAND ${compiler} -std=c++20 -O2 ${flags} -I${INCLUDE}
              "-DXENT_GOLDEN_DIR=\"${TESTS}/golden/values\"" ${TESTS}/${program} -o ${SCRATCH}/${name}.exe
      COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${run_by} ${SCRATCH}/${name}.exe OUTPUT_VARIABLE lines
                    COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\r" "" lines "${lines}")
    collect_sums("${name} on ${who}" "${lines}")
  endforeach()
endfunction()

collect_from("this machine" ${NATIVE_COMPILER} "${NATIVE_FLAGS}" "")
get_property(native GLOBAL PROPERTY whats)
collect_from("${WHERE}" ${COMPILER} "${FLAGS}" "${RUNNER}")
get_property(all GLOBAL PROPERTY whats)
if(SAME_SUMS AND NOT all STREQUAL native)
  message(SEND_ERROR "sums that this machine has not: ${all}, but here ${native}")
endif()
