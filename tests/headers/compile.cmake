# Compiles each header under INCLUDE alone, or all TOGETHER, with COMPILER and its WARNINGS, as C++ of
# the given STANDARD.
cmake_minimum_required(VERSION 3.21)
file(GLOB_RECURSE headers RELATIVE ${INCLUDE} ${INCLUDE}/*.hpp)
if(NOT headers)
  message(FATAL_ERROR "no headers in ${INCLUDE}")
endif()

function(compile)
  list(TRANSFORM ARGN PREPEND "-include;" OUTPUT_VARIABLE included)
  execute_process(
    COMMAND ${COMPILER} -std=${STANDARD} -fsyntax-only -I ${INCLUDE} ${WARNINGS} ${included} -x c++ /dev/null
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(TOGETHER)
  compile(${headers})
else()
  foreach(header IN LISTS headers)
    message(STATUS ${header})
    compile(${header})
  endforeach()
endif()
