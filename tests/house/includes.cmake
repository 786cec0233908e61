# Each header under INCLUDE includes itself what it uses, of ours and of the standard library, so that
# no header breaks when another one no longer includes something. CLANG_TIDY looks at each as if it
# were a source. What is included and not used it cannot tell: it does not see what templates use.
#
#   cmake -D INCLUDE=FOLDER -D CLANG_TIDY=PROGRAM -P includes.cmake
#
# Fails with one line for every name that a header uses but gets from a header of a header only.
cmake_minimum_required(VERSION 3.21)
file(REAL_PATH ${INCLUDE} INCLUDE)
file(GLOB_RECURSE headers ${INCLUDE}/*.hpp)
if(NOT headers)
  message(FATAL_ERROR "no headers in ${INCLUDE}")
endif()
execute_process(
  COMMAND ${CLANG_TIDY} --quiet "--config={Checks: '-*,misc-include-cleaner'}" ${headers}
          -- -x c++ -std=c++20 -I${INCLUDE} -Wno-pragma-once-outside-header
  RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE errors)
if(failed)
  message(FATAL_ERROR "${CLANG_TIDY}: ${failed}\n${said}${errors}")
endif()

string(REGEX MATCHALL "[^\n]+: no header providing [^\n]+" lines "${said}")
foreach(line IN LISTS lines)
  string(REPLACE "${INCLUDE}/" "" line "${line}")
  string(REGEX REPLACE "^([^:]+:[0-9]+).* providing \"([^\"]+)\".*" "\\1: uses \\2 without including a header that declares it"
         line "${line}")
  message("${line}")
endforeach()
list(LENGTH lines count)
if(count GREATER 0)
  message(FATAL_ERROR "${count} lines above say what the headers of ${INCLUDE} do not include")
endif()
list(LENGTH headers count)
message(STATUS "${count} headers include what they use")
