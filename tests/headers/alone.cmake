# Compiles each of HEADERS alone with COMPILER under STANDARD.
foreach(header IN LISTS HEADERS)
  execute_process(
    COMMAND ${COMPILER} -std=${STANDARD} -I${INCLUDE} -fsyntax-only -Wall -Wextra -Wpedantic
            -Wconversion -Wsign-conversion -Wshadow -Werror -x c++
            -include ${header} /dev/null
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
