# With each compiler that exists: xent refuses to compile where the compiler may reorder or drop
# operations, and says so; it compiles where later flags take that back, and under flags that change
# no result. Only the header that refuses is compiled.
include(${CMAKE_CURRENT_LIST_DIR}/refusals.cmake)
set(refused "-ffast-math" "-Ofast" "-ffinite-math-only" "-funsafe-math-optimizations"
            "-freciprocal-math" "-fno-signed-zeros" "-ffast-math -fno-finite-math-only"
            "-fassociative-math -fno-signed-zeros -fno-trapping-math")
set(refused_by_g++ "-fsingle-precision-constant")
set(refused_by_clang++ "-fapprox-func" "-ffp-model=fast" "-fno-honor-nans -fno-honor-infinities")
set(refused_by_clang++-19 ${refused_by_clang++})
set(accepted "-O2" "-ffast-math -fno-fast-math" "-Ofast -fno-fast-math" "-ffp-contract=fast"
             "-fno-math-errno -fno-trapping-math" "-frounding-math")
check_refusals(xent/detail/abi.hpp "xent cannot keep its promises under -ffast-math")
