# A file of pairs read at a stretch, and interrupted after every chunk: the same line.
#   cmake -D STREAM_MEAN=program -D SCRATCH=folder -P test.cmake
set(pairs 1000003)
set(input ${SCRATCH}/pairs.bin)
set(state ${SCRATCH}/state)
file(MAKE_DIRECTORY ${SCRATCH})
file(REMOVE ${state})

execute_process(COMMAND ${STREAM_MEAN} --generate ${pairs} ${input} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${STREAM_MEAN} ${input} OUTPUT_VARIABLE whole COMMAND_ERROR_IS_FATAL ANY)
if(NOT whole MATCHES "^${pairs} pairs, mean loss 0\\.2[0-9]+ = 0x1\\.[0-9a-f]+p-3\n$")
  message(FATAL_ERROR "unexpected: ${whole}")
endif()

# So few pairs are four chunks: three interruptions, then the end; and once more from the end.
foreach(expected IN ITEMS 3 3 3 0 0)
  execute_process(COMMAND ${STREAM_MEAN} ${input} --state ${state} --stop-after 1
                  OUTPUT_VARIABLE resumed RESULT_VARIABLE status)
  if(NOT status EQUAL expected)
    message(FATAL_ERROR "status ${status}, not ${expected}")
  endif()
endforeach()
if(NOT resumed STREQUAL whole)
  message(FATAL_ERROR "at a stretch: ${whole}resumed: ${resumed}")
endif()
