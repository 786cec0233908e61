# xent_link_mpfr(TARGET): for those that compare with MPFR's numbers, where XENT_HAS_MPFR.
find_path(MPFR_INCLUDE_DIR mpfr.h)
find_library(MPFR_LIBRARY mpfr)
find_library(GMP_LIBRARY gmp)
if(MPFR_INCLUDE_DIR AND MPFR_LIBRARY AND GMP_LIBRARY)
  set(XENT_HAS_MPFR ON)
else()
  set(XENT_HAS_MPFR OFF)
  message(STATUS "xent: no MPFR (Debian: libmpfr-dev), so no sweep, no exact sums and no regeneration "
                 "of golden files")
endif()

function(xent_link_mpfr target)
  target_include_directories(${target} SYSTEM PRIVATE ${MPFR_INCLUDE_DIR})
  target_link_libraries(${target} PRIVATE ${MPFR_LIBRARY} ${GMP_LIBRARY})
endfunction()
