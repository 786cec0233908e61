# Makes the golden files anew and compares them with the committed ones, byte for byte.
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
execute_process(COMMAND ${GENERATE} ${SCRATCH} ${WORST_INPUTS} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB committed RELATIVE ${GOLDEN} ${GOLDEN}/*.txt)
file(GLOB made RELATIVE ${SCRATCH} ${SCRATCH}/*.txt)
if(NOT committed STREQUAL made)
  message(FATAL_ERROR "committed are ${committed}, made were ${made}")
endif()
foreach(name IN LISTS made)
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${GOLDEN}/${name} ${SCRATCH}/${name}
                          COMMAND_ERROR_IS_FATAL ANY)
endforeach()
