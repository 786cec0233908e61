# Which header may include which: a header of ours includes headers of its own folder, in no circle,
# and headers of the layers below, so that each folder can be read knowing only those below it.
#
#   cmake -D INCLUDE=FOLDER -P layers.cmake
#
# Fails with one line for every wrong #include, for every header that has no place in the table or is
# too long, and for the headers that include each other in a circle.
cmake_minimum_required(VERSION 3.21)

# From the bottom to the top, a line each: a folder of xent/, or headers that stand directly in xent/.
# `others` are all those there that no other line names.
set(layers
  "version.hpp"
  "detail/base"
  "detail/numeric"
  "isa.hpp grade.hpp executor.hpp options.hpp operands.hpp loss_sum.hpp"
  "detail/math"
  "detail/functions"
  "detail/loops"
  "detail/operands"
  "detail/options"
  "detail/calls"
  "others"
  "xent.hpp")
set(most_lines 220)

set(top 0)
foreach(layer IN LISTS layers)
  separate_arguments(names UNIX_COMMAND "${layer}")
  foreach(name IN LISTS names)
    set(layer_of_${name} ${top})
  endforeach()
  list(GET names 0 layer_name_${top})
  list(LENGTH names count)
  if(count GREATER 1)
    set(layer_name_${top} "the vocabulary")
  elseif(layer STREQUAL "others")
    set(layer_name_${top} "the headers of functions")
  endif()
  math(EXPR top "${top} + 1")
endforeach()

# The number of a header's layer, or nothing.
function(find_layer header result)
  cmake_path(GET header PARENT_PATH folder)
  cmake_path(GET header FILENAME name)
  set(layer "")
  if(folder STREQUAL "" AND DEFINED layer_of_${name})
    set(layer ${layer_of_${name}})
  elseif(folder STREQUAL "")
    set(layer ${layer_of_others})
  elseif(DEFINED layer_of_${folder})
    set(layer ${layer_of_${folder}})
  endif()
  set(${result} "${layer}" PARENT_SCOPE)
endfunction()

# Each on a line of its own, which CMake's errors would wrap.
function(complain)
  string(CONCAT line ${ARGN})
  message("${line}")
  set_property(GLOBAL APPEND PROPERTY COMPLAINTS "${line}")
endfunction()

file(REAL_PATH ${INCLUDE} INCLUDE)
file(GLOB_RECURSE headers RELATIVE ${INCLUDE}/xent ${INCLUDE}/xent/*)
if(NOT headers)
  message(FATAL_ERROR "no headers in ${INCLUDE}/xent")
endif()

foreach(header IN LISTS headers)
  find_layer(${header} layer)
  if(layer STREQUAL "")
    cmake_path(GET header PARENT_PATH folder)
    complain("xent/${header}: the folder xent/${folder} has no layer")
    continue()
  endif()

  file(READ ${INCLUDE}/xent/${header} text)
  string(REGEX REPLACE "[^\n]" "" lines "${text}")
  string(LENGTH "${lines}" lines)
  if(lines GREATER most_lines)
    complain("xent/${header}: ${lines} lines, more than ${most_lines}")
  endif()

  file(STRINGS ${INCLUDE}/xent/${header} directives REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
  foreach(directive IN LISTS directives)
    if(directive MATCHES "\"")
      complain("xent/${header}: ${directive}: not in <>, or not from the root of the headers")
      continue()
    elseif(NOT directive MATCHES "<xent/([^>]+)>")
      continue()
    endif()
    set(included ${CMAKE_MATCH_1})
    if(NOT included IN_LIST headers)
      complain("xent/${header}: #include <xent/${included}>: there is no such header")
      continue()
    endif()
    find_layer(${included} included_layer)
    if(included_layer STREQUAL "")
      continue() # said of the included header itself
    elseif(included_layer GREATER layer)
      complain("xent/${header} (layer ${layer}, ${layer_name_${layer}}): #include <xent/${included}> ("
               "layer ${included_layer}, ${layer_name_${included_layer}}) goes upwards")
    elseif(included_layer EQUAL layer)
      list(APPEND neighbours_of_${header} ${included})
    endif()
  endforeach()
endforeach()

# Of each layer the headers that include no neighbour are taken away, again and again: what is left
# includes each other in a circle, or leads to one.
set(left ${headers})
set(is_shrinking ON)
while(is_shrinking)
  set(is_shrinking OFF)
  foreach(header IN LISTS left)
    set(still_included "")
    foreach(included IN LISTS neighbours_of_${header})
      if(included IN_LIST left)
        list(APPEND still_included ${included})
      endif()
    endforeach()
    set(neighbours_of_${header} ${still_included})
    if(NOT still_included)
      list(REMOVE_ITEM left ${header})
      set(is_shrinking ON)
    endif()
  endforeach()
endwhile()
foreach(header IN LISTS left)
  list(JOIN neighbours_of_${header} ">, <xent/" included)
  complain("xent/${header}: #include <xent/${included}> leads in a circle, or to one")
endforeach()

get_property(complaints GLOBAL PROPERTY COMPLAINTS)
list(LENGTH complaints count)
if(count GREATER 0)
  message(FATAL_ERROR "${count} lines above say what is wrong with the headers of ${INCLUDE}")
endif()
list(LENGTH headers count)
message(STATUS "${count} headers include only what is below them")
