# Compiles SOURCE with COMPILER and FLAGS, and runs it by RUNNER (or straight) with ARGUMENTS.
cmake_minimum_required(VERSION 3.21)
foreach(list IN ITEMS FLAGS RUNNER ARGUMENTS)
  separate_arguments(${list} UNIX_COMMAND "${${list}}")
endforeach()
get_filename_component(folder ${PROGRAM} DIRECTORY)
file(MAKE_DIRECTORY ${folder})
execute_process(
  COMMAND ${COMPILER} -std=c++20 ${FLAGS} -I${INCLUDE} "-DXENT_GOLDEN_DIR=\"${GOLDEN}\"" ${SOURCE}
          -pthread -o ${PROGRAM}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${RUNNER} ${PROGRAM} ${ARGUMENTS} COMMAND_ERROR_IS_FATAL ANY)
