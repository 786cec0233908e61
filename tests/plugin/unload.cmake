# A shared object that COMPILER makes of plugin.cpp is gone when HOST has unloaded it: NM finds none
# of the symbols (u) that GCC and the dynamic linker keep for the whole process.
cmake_minimum_required(VERSION 3.21)
file(MAKE_DIRECTORY ${SCRATCH})
file(REAL_PATH ${SCRATCH}/plugin.so plugin)
foreach(flags IN ITEMS "-O0 -g" "-O2" "-O3")
  message(STATUS "${COMPILER} ${flags}")
  separate_arguments(flag_list UNIX_COMMAND "${flags}")
  execute_process(
    COMMAND ${COMPILER} -std=c++20 ${flag_list} -Wall -Wextra -Wattributes -Werror -fPIC -shared
            -I${INCLUDE} ${CMAKE_CURRENT_LIST_DIR}/plugin.cpp -o ${plugin} -pthread
    COMMAND_ERROR_IS_FATAL ANY)
  foreach(table IN ITEMS --debug-syms --dynamic)
    execute_process(COMMAND ${NM} ${table} ${plugin} OUTPUT_VARIABLE symbols
                    COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL " u [^\n]*" unique "${symbols}")
    if(NOT symbols MATCHES "use_xent" OR unique)
      message(SEND_ERROR "nm ${table}: unique symbols ${unique}")
    endif()
  endforeach()
  execute_process(COMMAND ${HOST} ${plugin} RESULT_VARIABLE failed)
  if(failed)
    message(SEND_ERROR "the host: ${failed}")
  endif()
endforeach()
