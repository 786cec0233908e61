# With each compiler that exists: xent refuses to compile where the compiler may reorder or drop
# operations, by a flag or by a pragma before it, and says so; it compiles where what comes later
# takes that back, and where no result changes. Only the header that refuses is compiled.
include(${CMAKE_CURRENT_LIST_DIR}/refusals.cmake)
set(refused "-ffast-math" "-Ofast" "-ffinite-math-only" "-funsafe-math-optimizations"
            "-freciprocal-math" "-fno-signed-zeros" "-ffast-math -fno-finite-math-only"
            "-fassociative-math -fno-signed-zeros -fno-trapping-math")
set(refused_by_g++ "-fsingle-precision-constant")
set(refused_by_clang++ "-fapprox-func" "-ffp-model=fast" "-fno-honor-nans -fno-honor-infinities")
set(refused_by_clang++-19 ${refused_by_clang++})
set(accepted "-O2" "-ffast-math -fno-fast-math" "-Ofast -fno-fast-math" "-ffp-contract=fast"
             "-fno-math-errno -fno-trapping-math" "-frounding-math")
set(refused_after_g++ "GCC optimize(\"Ofast\")" "GCC optimize(\"fast-math\")"
                      "GCC optimize(\"finite-math-only\")" "GCC optimize(\"associative-math\")"
                      "GCC optimize(\"no-signed-zeros\")" "GCC optimize(\"reciprocal-math\")"
                      "GCC optimize(\"unsafe-math-optimizations\")")
set(accepted_after_g++ "GCC optimize(\"O0\")" "GCC optimize(\"O3\")" "GCC optimize(\"fp-contract=fast\")"
                       "GCC optimize(\"no-trapping-math\")" "GCC optimize(\"rounding-math\")"
                       "GCC optimize(\"Ofast\")\n#pragma GCC optimize(\"no-fast-math\")"
                       "GCC push_options\n#pragma GCC optimize(\"Ofast\")\n#pragma GCC pop_options")
set(refused_after_clang++ "clang fp reassociate(on)" "float_control(precise, off)"
                          "float_control(precise, off, push)")
set(refused_after_clang++-19 ${refused_after_clang++} "clang fp reciprocal(on)")
set(accepted_after_clang++ "clang fp contract(fast)" "clang fp exceptions(strict)" "STDC FENV_ACCESS ON"
                           "float_control(except, on)"
                           "float_control(precise, off)\n#pragma float_control(precise, on)")
set(accepted_after_clang++-19 ${accepted_after_clang++})
check_refusals(xent/detail/base/refusals.hpp "xent cannot keep its promises under -ffast-math")
