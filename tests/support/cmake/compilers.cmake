# xent_find_compiler(COMPILER WITHOUT): sets FOUND_COMPILER, or says what there is without it.
function(xent_find_compiler compiler without)
  find_program(FOUND_${compiler} ${compiler})
  if(NOT FOUND_${compiler})
    string(REPLACE "clang++" "clang" package ${compiler})
    message(STATUS "xent: no ${compiler} (Debian: ${package}), so ${without}")
  endif()
endfunction()
