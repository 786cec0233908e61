# With each compiler that exists: xent refuses to compile where registers are wider than their type
# (x87), and says so. Only the header that refuses is compiled: the standard library's for 32 bits
# may be missing.
include(${CMAKE_CURRENT_LIST_DIR}/refusals.cmake)
set(refused "-m32 -mfpmath=387" "-m32 -mno-sse")
set(refused_by_g++ "-mfpmath=387" "-mfpmath=both" "-mno-sse2")
set(refused_by_clang++-19 "-ffp-eval-method=double" "-ffp-eval-method=extended")
set(accepted "-O2" "-m32 -msse2 -mfpmath=sse")
check_refusals(xent/detail/base/refusals.hpp "xent cannot keep its promises with excess precision")
