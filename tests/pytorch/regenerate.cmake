# Asks the libtorch of this machine again. Its last bits depend on the machine: the new file must
# have the same questions in it, and pass the test that the committed one passes.
execute_process(COMMAND ${GENERATE} ${SCRATCH} COMMAND_ERROR_IS_FATAL ANY)

function(questions_of file result)
  file(STRINGS ${file} lines)
  list(TRANSFORM lines REPLACE "^((none|mean|sum)( [a-z-]+)+).*" "\\1")
  list(TRANSFORM lines REPLACE "^(clamped [a-z]+ [^ ]+ [^ ]+).*" "\\1")
  set(${result} "${lines}" PARENT_SCOPE)
endfunction()

questions_of(${VALUES} committed)
questions_of(${SCRATCH} made)
if(NOT committed STREQUAL made)
  message(FATAL_ERROR "${VALUES} and ${SCRATCH} do not answer the same questions")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E env XENT_PYTORCH_VALUES=${SCRATCH} ${TEST}
                COMMAND_ERROR_IS_FATAL ANY)
