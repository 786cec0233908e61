# check_refusals(HEADER MESSAGE): with each compiler that exists, HEADER of INCLUDE fails to
# compile, with MESSAGE, under each of the flags `refused` and `refused_by_COMPILER`, and compiles
# under each of `accepted`.
cmake_minimum_required(VERSION 3.21)

function(compile compiler flags header)
  separate_arguments(flag_list UNIX_COMMAND "${flags}")
  execute_process(
    COMMAND ${compiler} -std=c++20 ${flag_list} -fsyntax-only -Wfatal-errors -I ${INCLUDE}
            -include ${header} -x c++ /dev/null
    RESULT_VARIABLE failed ERROR_VARIABLE errors)
  set(failed ${failed} PARENT_SCOPE)
  set(errors "${errors}" PARENT_SCOPE)
endfunction()

function(check_refusals header message)
  set(compilers 0)
  foreach(name IN ITEMS g++ clang++ clang++-19)
    find_program(found_${name} ${name})
    if(NOT found_${name})
      continue()
    endif()
    math(EXPR compilers "${compilers} + 1")
    foreach(flags IN LISTS refused refused_by_${name})
      compile(${found_${name}} "${flags}" ${header})
      if(NOT failed OR NOT errors MATCHES "${message}")
        message(SEND_ERROR "${name} ${flags} compiles, or fails with another message: ${errors}")
      endif()
    endforeach()
    foreach(flags IN LISTS accepted)
      compile(${found_${name}} "${flags}" ${header})
      if(failed)
        message(SEND_ERROR "${name} ${flags}: ${errors}")
      endif()
    endforeach()
    message(STATUS "${name}: looked at all flags")
  endforeach()
  if(compilers EQUAL 0)
    message(FATAL_ERROR "no compiler was found")
  endif()
endfunction()
