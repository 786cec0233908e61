# Compiles each header under INCLUDE alone, with COMPILER and its WARNINGS, as C++ of the given
# STANDARD.
file(GLOB_RECURSE headers RELATIVE ${INCLUDE} ${INCLUDE}/*.hpp)
if(NOT headers)
  message(FATAL_ERROR "no headers in ${INCLUDE}")
endif()
foreach(header IN LISTS headers)
  message(STATUS ${header})
  execute_process(
    COMMAND ${COMPILER} -std=${STANDARD} -fsyntax-only -I ${INCLUDE} ${WARNINGS}
            -include ${header} -x c++ /dev/null
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
