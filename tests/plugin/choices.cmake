# Two parts of one program that COMPILER makes: shared libraries choose the instruction set together;
# objects that were compiled with two releases of xent choose apart, for they share nothing.
cmake_minimum_required(VERSION 3.21)
file(REMOVE_RECURSE ${SCRATCH})
file(COPY ${INCLUDE}/xent DESTINATION ${SCRATCH}/next)

set(version ${SCRATCH}/next/xent/version.hpp)
file(READ ${version} text)
string(REGEX REPLACE "(VERSION_MINOR )([0-9]+)" "\\1100\\2" next_text "${text}")
if(text STREQUAL next_text)
  message(FATAL_ERROR "${version} has no VERSION_MINOR")
endif()
file(WRITE ${version} "${next_text}")

function(build)
  execute_process(
    COMMAND ${COMPILER} -std=c++20 ${ARGN} -pthread WORKING_DIRECTORY ${SCRATCH}
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(check how)
  build(${CMAKE_CURRENT_LIST_DIR}/choices.cpp ${ARGN} -o choices)
  execute_process(COMMAND ${SCRATCH}/choices ${how} RESULT_VARIABLE failed)
  if(failed)
    message(SEND_ERROR "${how}: ${failed}")
  endif()
endfunction()

function(find_symbols result object)
  execute_process(COMMAND ${NM} --defined-only ${SCRATCH}/${object} OUTPUT_VARIABLE lines
                  COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL " [VWuvw] [^\n]*4xent[^\n]*" symbols "${lines}")
  set(${result} ${symbols} PARENT_SCOPE)
endfunction()

set(source ${CMAKE_CURRENT_LIST_DIR}/part.cpp)
foreach(level IN ITEMS -O0 -O1 -O2)
  message(STATUS "${COMPILER} ${level}")
  foreach(part IN ITEMS first second)
    build(${level} -fPIC -I${INCLUDE} -DXENT_PART=${part}_part -c ${source} -o ${part}.o)
    build(-shared ${part}.o -o lib${part}.so)
  endforeach()
  build(${level} -fPIC -I${SCRATCH}/next -DXENT_PART=second_part -c ${source} -o next.o)

  check(together -L. -lfirst -lsecond -Wl,-rpath,${SCRATCH})
  check(apart first.o next.o)
  find_symbols(firsts first.o)
  find_symbols(nexts next.o)
  foreach(symbol IN LISTS firsts)
    if(symbol IN_LIST nexts)
      message(SEND_ERROR "two releases share ${symbol}")
    endif()
  endforeach()
  if(NOT firsts OR NOT nexts)
    message(SEND_ERROR "nm lists no symbols of xent")
  endif()
endforeach()
