# All headers under INCLUDE as one file, OUTPUT: each once, after those that it includes, with the
# version and the licence (LICENSE) at the head. Headers of the standard library come first of all,
# for nothing of theirs may stand below a target attribute or in a namespace of ours.
cmake_minimum_required(VERSION 3.21)

# The whole text of a file. Lists would break at its semicolons and brackets, so it stays a string.
function(read_text file result)
  file(READ ${file} text)
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# Appends a header to the global property BODY, what it includes first.
function(append_header name)
  get_property(done GLOBAL PROPERTY DONE)
  if(name IN_LIST done)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY DONE ${name})
  read_text(${INCLUDE}/${name} text)

  string(REGEX MATCHALL "\n#include <[^> \n]+>" includes "${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "\n#include <(.*)>" "\\1" included "${include}")
    if(included MATCHES "^xent/")
      append_header(${included})
    else()
      set_property(GLOBAL APPEND PROPERTY STANDARD ${included})
    endif()
  endforeach()

  string(REGEX REPLACE "(^|\n)#pragma once" "" text "${text}")
  string(REGEX REPLACE "\n#include <[^> \n]+>" "" text "${text}")
  string(REPLACE "#include <xent cannot be compiled like this>" "" others "${text}")
  if(others MATCHES "\n *# *include")
    message(FATAL_ERROR "${name}: an #include that is not at the start of a line, or not in <>")
  endif()
  string(REGEX REPLACE "\n\n\n+" "\n\n" text "${text}")
  string(STRIP "${text}" text)
  set_property(GLOBAL APPEND_STRING PROPERTY BODY "\n// ---- ${name} ----\n${text}\n")
endfunction()

append_header(xent/xent.hpp)
# What xent.hpp leaves out: threads for what <thread> costs, the list of functions for only tests go
# through it.
append_header(xent/threads.hpp)
append_header(xent/detail/functions/all_functions.hpp)

# A header that nothing includes would be missed in silence.
get_property(done GLOBAL PROPERTY DONE)
file(GLOB_RECURSE headers RELATIVE ${INCLUDE} ${INCLUDE}/*.hpp)
list(REMOVE_ITEM headers ${done})
if(headers)
  message(FATAL_ERROR "the one file does not lead to ${headers}")
endif()

file(STRINGS ${INCLUDE}/xent/version.hpp version_lines REGEX "define XENT_VERSION_")
string(REGEX REPLACE "[^0-9;]" "" version_numbers "${version_lines}")
list(JOIN version_numbers "." version)

read_text(${LICENSE} licence)
string(STRIP "${licence}" licence)
string(REGEX REPLACE "\n" "\n// " licence "// ${licence}")
string(REGEX REPLACE "// \n" "//\n" licence "${licence}")

get_property(standard GLOBAL PROPERTY STANDARD)
list(REMOVE_DUPLICATES standard)
list(SORT standard)
list(TRANSFORM standard REPLACE "(.+)" "#include <\\1>")
list(JOIN standard "\n" standard)

get_property(body GLOBAL PROPERTY BODY)
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY NEWLINE_STYLE UNIX CONTENT [[
// xent @version@: the sigmoid, binary cross-entropy, and their gradients, right in the tails.
// All of include/xent in one file, made by tests/single_header/amalgamate.cmake. C++20; needs
// nothing but the standard library.
//
@licence@

#ifndef XENT_SINGLE_HEADER
#define XENT_SINGLE_HEADER

@standard@
@body@
#endif  // XENT_SINGLE_HEADER
]])
