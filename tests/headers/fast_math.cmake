# With each compiler that exists: xent refuses to compile where the compiler may reorder or drop
# operations, and says so; it compiles where later flags take that back, and under flags that change
# no result.
set(refused "-ffast-math" "-Ofast" "-ffinite-math-only" "-funsafe-math-optimizations"
            "-freciprocal-math" "-fno-signed-zeros" "-ffast-math -fno-finite-math-only"
            "-fassociative-math -fno-signed-zeros -fno-trapping-math")
set(refused_by_g++ "-fsingle-precision-constant")
set(accepted "-O2" "-ffast-math -fno-fast-math" "-Ofast -fno-fast-math" "-ffp-contract=fast"
             "-fno-math-errno -fno-trapping-math" "-frounding-math")

function(compile compiler flags)
  separate_arguments(flag_list UNIX_COMMAND "${flags}")
  execute_process(
    COMMAND ${compiler} -std=c++20 ${flag_list} -fsyntax-only -Wfatal-errors -I ${INCLUDE}
            -include xent/xent.hpp -x c++ /dev/null
    RESULT_VARIABLE failed ERROR_VARIABLE errors)
  set(failed ${failed} PARENT_SCOPE)
  set(errors "${errors}" PARENT_SCOPE)
endfunction()

set(compilers 0)
foreach(name IN ITEMS g++ clang++ clang++-19)
  find_program(found_${name} ${name})
  if(NOT found_${name})
    continue()
  endif()
  math(EXPR compilers "${compilers} + 1")
  foreach(flags IN LISTS refused refused_by_${name})
    compile(${found_${name}} "${flags}")
    if(NOT failed OR NOT errors MATCHES "xent cannot keep its promises under -ffast-math")
      message(SEND_ERROR "${name} ${flags} compiles, or fails with another message: ${errors}")
    endif()
  endforeach()
  foreach(flags IN LISTS accepted)
    compile(${found_${name}} "${flags}")
    if(failed)
      message(SEND_ERROR "${name} ${flags}: ${errors}")
    endif()
  endforeach()
  message(STATUS "${name}: looked at all flags")
endforeach()
if(compilers EQUAL 0)
  message(FATAL_ERROR "no compiler was found")
endif()
