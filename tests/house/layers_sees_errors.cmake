# layers.cmake accepts a tree that is right, and says what is wrong with each of these others.
#
#   cmake -D SCRATCH=FOLDER -P layers_sees_errors.cmake
cmake_minimum_required(VERSION 3.21)

# write_header(NAME INCLUDED...)
function(write_header name)
  list(TRANSFORM ARGN REPLACE "(.+)" "#include <\\1>\n")
  list(JOIN ARGN "" includes)
  file(WRITE ${SCRATCH}/xent/${name} "#pragma once\n#include <cstddef>\n${includes}")
endfunction()

function(write_right_tree)
  file(REMOVE_RECURSE ${SCRATCH})
  write_header(version.hpp)
  write_header(detail/base/errors.hpp xent/version.hpp)
  write_header(detail/base/ranges.hpp xent/detail/base/errors.hpp)
  write_header(detail/numeric/bits.hpp)
  write_header(options.hpp xent/detail/base/ranges.hpp xent/isa.hpp)
  write_header(isa.hpp)
  write_header(detail/math/exp.hpp xent/detail/numeric/bits.hpp)
  write_header(detail/calls/checks.hpp xent/detail/math/exp.hpp xent/options.hpp)
  write_header(sigmoid.hpp xent/detail/calls/checks.hpp)
  write_header(reduce.hpp xent/sigmoid.hpp)
  write_header(xent.hpp xent/reduce.hpp xent/options.hpp)
endfunction()

function(look)
  execute_process(COMMAND ${CMAKE_COMMAND} -D INCLUDE=${SCRATCH}
                          -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/layers.cmake
                  RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
  set(failed ${failed} PARENT_SCOPE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

# expect(LINES): it fails, and these are all lines that it says; then the tree is made right again.
function(expect lines_expected)
  look()
  string(REGEX MATCHALL "xent/[^\n]+" lines "${said}")
  list(FILTER lines INCLUDE REGEX "^xent/[a-z_/]+[.]hpp( \\(layer|:)")
  if(NOT failed OR NOT lines STREQUAL lines_expected)
    message(SEND_ERROR "expected: ${lines_expected}\nsaid: ${said}")
  endif()
  write_right_tree()
endfunction()

write_right_tree()
look()
if(failed)
  message(SEND_ERROR "it refuses a tree that is right: ${said}")
endif()

write_header(detail/numeric/bits.hpp xent/detail/math/exp.hpp)
write_header(detail/math/exp.hpp)
expect("xent/detail/numeric/bits.hpp (layer 2, detail/numeric): #include <xent/detail/math/exp.hpp> (layer 4, detail/math) goes upwards")

write_header(detail/calls/checks.hpp xent/log_sum_exp.hpp)
write_header(log_sum_exp.hpp)
expect("xent/detail/calls/checks.hpp (layer 9, detail/calls): #include <xent/log_sum_exp.hpp> (layer 10, the headers of functions) goes upwards")

write_header(version.hpp xent/isa.hpp)
expect("xent/version.hpp (layer 0, version.hpp): #include <xent/isa.hpp> (layer 3, the vocabulary) goes upwards")

write_header(sigmoid.hpp xent/xent.hpp)
expect("xent/sigmoid.hpp (layer 10, the headers of functions): #include <xent/xent.hpp> (layer 11, xent.hpp) goes upwards")

write_header(detail/errors.hpp)
expect("xent/detail/errors.hpp: the folder xent/detail has no layer")

write_header(detail/misc/errors.hpp)
expect("xent/detail/misc/errors.hpp: the folder xent/detail/misc has no layer")

write_header(detail/math/tables/exp.hpp)
expect("xent/detail/math/tables/exp.hpp: the folder xent/detail/math/tables has no layer")

write_header(isa.hpp xent/nowhere.hpp)
expect("xent/isa.hpp: #include <xent/nowhere.hpp>: there is no such header")

file(APPEND ${SCRATCH}/xent/isa.hpp "#include \"version.hpp\"\n")
expect("xent/isa.hpp: #include \"version.hpp\": not in <>, or not from the root of the headers")

write_header(isa.hpp xent/options.hpp)
expect("xent/isa.hpp: #include <xent/options.hpp> leads in a circle, or to one;xent/options.hpp: #include <xent/isa.hpp> leads in a circle, or to one")

# A header may have 220 lines.
string(REPEAT "\n" 218 lines)
file(APPEND ${SCRATCH}/xent/isa.hpp "${lines}")
look()
if(failed)
  message(SEND_ERROR "it refuses a header of 220 lines: ${said}")
endif()
file(APPEND ${SCRATCH}/xent/isa.hpp "\n")
expect("xent/isa.hpp: 221 lines, more than 220")
