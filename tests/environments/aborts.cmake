# Compiles SOURCE with COMPILER without exceptions and run-time types: each wrong call says what is
# wrong and ends the program; a right one does not.
cmake_minimum_required(VERSION 3.21)
execute_process(COMMAND ${COMPILER} -std=c++20 -O1 -fno-exceptions -fno-rtti -Wall -Wextra -Werror
                        -I${INCLUDE} ${SOURCE} -pthread -o ${PROGRAM}
                COMMAND_ERROR_IS_FATAL ANY)

function(expect what message)
  execute_process(COMMAND ${PROGRAM} ${what} RESULT_VARIABLE result OUTPUT_VARIABLE output
                  ERROR_VARIABLE errors)
  string(FIND "${errors}" "${message}" at)
  if(result STREQUAL "0" OR output OR NOT at EQUAL 0)
    message(SEND_ERROR "${what}: ended with ${result}, said '${errors}${output}'")
  endif()
endfunction()

expect(size "xent::sigmoid: x has 3 elements, out has 4\n")
expect(overlap "xent::sigmoid: out overlaps x without being it: out starts 4 bytes after x\n")
expect(target "xent::bce_with_logits_sum: target y[0] = 2 is outside [0, 1]\n")
expect(option "xent::bce_with_logits: label_smoothing = -1 is outside [0, 1]\n")
expect(isa "xent::set_isa: this machine has no instruction set 'none'; it has ")
execute_process(COMMAND ${PROGRAM} nothing COMMAND_ERROR_IS_FATAL ANY)
