# Builds functions.cpp with COMPILER as PROGRAM and has CHECK look at its code, for every function
# that elementwise.hpp defines.
file(STRINGS ${INCLUDE}/xent/elementwise.hpp definitions REGEX "^void [a-z_]+\\(")
list(TRANSFORM definitions REPLACE "^void ([a-z_]+)\\(.*" "\\1")
list(REMOVE_DUPLICATES definitions)
if(NOT definitions)
  message(FATAL_ERROR "no functions in ${INCLUDE}/xent/elementwise.hpp")
endif()
execute_process(
  COMMAND ${COMPILER} -std=c++20 -O2 -I${INCLUDE} ${CMAKE_CURRENT_LIST_DIR}/functions.cpp
          -o ${PROGRAM}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${OBJDUMP} -d -C --no-show-raw-insn ${PROGRAM}
                COMMAND ${CHECK} ${definitions} COMMAND_ERROR_IS_FATAL ANY)
