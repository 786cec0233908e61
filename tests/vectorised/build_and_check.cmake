# Builds functions.cpp with COMPILER as PROGRAM and has CHECK look at its code, for every function
# that elementwise.hpp and reduce.hpp define.
foreach(header IN ITEMS elementwise reduce)
  file(STRINGS ${INCLUDE}/xent/${header}.hpp lines REGEX "^(void|double) [a-z_]+\\(")
  if(NOT lines)
    message(FATAL_ERROR "no functions in ${INCLUDE}/xent/${header}.hpp")
  endif()
  list(APPEND definitions ${lines})
endforeach()
list(TRANSFORM definitions REPLACE "^[a-z]+ ([a-z_]+)\\(.*" "\\1")
list(REMOVE_DUPLICATES definitions)
execute_process(
  COMMAND ${COMPILER} -std=c++20 -O2 -I${INCLUDE} ${CMAKE_CURRENT_LIST_DIR}/functions.cpp
          -o ${PROGRAM}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${OBJDUMP} -d -C --no-show-raw-insn ${PROGRAM}
                COMMAND ${CHECK} ${definitions} COMMAND_ERROR_IS_FATAL ANY)
