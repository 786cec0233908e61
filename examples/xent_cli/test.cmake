# The same report from a binary file and from CSV on standard input, with any number of threads,
# and the mean loss that stream_mean finds.
#   cmake -D XENT_CLI=program -D STREAM_MEAN=program -D SCRATCH=folder -P test.cmake
set(pairs 200003)
set(input ${SCRATCH}/pairs.bin)
file(MAKE_DIRECTORY ${SCRATCH})
execute_process(COMMAND ${STREAM_MEAN} --generate ${pairs} ${input} COMMAND_ERROR_IS_FATAL ANY)

# report(VARIABLE ARGUMENT...): what it prints for these, less the name of the file.
function(report variable)
  execute_process(COMMAND ${XENT_CLI} ${ARGN} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(FIND "${text}" "\n" end)
  math(EXPR end "${end} + 1")
  string(SUBSTRING "${text}" ${end} -1 text)
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()
report(binary ${input})
report(threads ${input} --threads 3)
if(NOT threads STREQUAL binary)
  message(FATAL_ERROR "1 thread: ${binary}\n3 threads: ${threads}")
endif()

execute_process(COMMAND ${STREAM_MEAN} ${input} OUTPUT_VARIABLE mean COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "^.*mean loss ([0-9.]+) = .*$" "\\1" mean "${mean}")
string(FIND "${binary}" "mean loss      ${mean}\n" found)
if(found EQUAL -1)
  message(FATAL_ERROR "stream_mean: ${mean}\nxent_cli: ${binary}")
endif()

# od writes as many digits as tell a float from all others.
set(csv ${SCRATCH}/pairs.csv)
execute_process(COMMAND od -A n -v -w8 -t f4 ${input} COMMAND sed "s/^ *//; s/  */,/"
                OUTPUT_FILE ${csv} COMMAND_ERROR_IS_FATAL ANY)
report(text ${csv})
execute_process(COMMAND ${XENT_CLI} - --threads 2 INPUT_FILE ${csv} OUTPUT_VARIABLE piped
                COMMAND_ERROR_IS_FATAL ANY)
if(NOT text STREQUAL binary OR NOT piped STREQUAL "stdin\n${binary}")
  message(FATAL_ERROR "binary: ${binary}\nCSV: ${text}\nstandard input: ${piped}")
endif()

execute_process(COMMAND ${XENT_CLI} --format binary - INPUT_FILE ${input} OUTPUT_VARIABLE piped
                COMMAND_ERROR_IS_FATAL ANY)
if(NOT piped STREQUAL "stdin\n${binary}")
  message(FATAL_ERROR "binary: ${binary}\nstandard input: ${piped}")
endif()
