#pragma once
// XENT_ABI, the inline namespace that everything lives in. Its name spells the version and what
// this translation unit was compiled for: vectors, fused multiply-add, bit manipulation,
// exceptions. Two files that differ in those flags must not share one inline function, of which the
// linker would keep either.

#include <xent/version.hpp>

#define XENT_PASTE(a, b) a##b
#define XENT_CAT(a, b) XENT_PASTE(a, b)

#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512BW__) && defined(__AVX512VL__)
#define XENT_ABI_WIDTH _avx512
#elif defined(__AVX512F__)
#define XENT_ABI_WIDTH _avx512f
#elif defined(__AVX2__)
#define XENT_ABI_WIDTH _avx2
#elif defined(__AVX__)
#define XENT_ABI_WIDTH _avx
#elif defined(__SSE4_2__)
#define XENT_ABI_WIDTH _sse42
#elif defined(__SSE4_1__)
#define XENT_ABI_WIDTH _sse41
#elif defined(__SSSE3__)
#define XENT_ABI_WIDTH _ssse3
#elif defined(__SSE3__)
#define XENT_ABI_WIDTH _sse3
#elif defined(__ARM_FEATURE_SVE)
#define XENT_ABI_WIDTH _sve
#else
#define XENT_ABI_WIDTH _base
#endif

// Fused multiply-add changes bits, so it decides which arithmetic the scalars use.
#if defined(__FMA__) || defined(__FMA4__) || defined(__ARM_FEATURE_FMA) || defined(__aarch64__) || \
    defined(__FP_FAST_FMA)
#define XENT_HAS_FMA 1
#define XENT_ABI_FMA _fma
#else
#define XENT_HAS_FMA 0
#define XENT_ABI_FMA
#endif

#if defined(__BMI2__)
#define XENT_ABI_BMI _bmi2
#elif defined(__BMI__)
#define XENT_ABI_BMI _bmi
#else
#define XENT_ABI_BMI
#endif

// What throws in one file must not abort by another's flags.
#if defined(__cpp_exceptions)
#define XENT_ABI_ERRORS
#else
#define XENT_ABI_ERRORS _abort
#endif

#define XENT_ABI_VERSION                    \
  XENT_CAT(XENT_CAT(v, XENT_VERSION_MAJOR), \
           XENT_CAT(XENT_CAT(_, XENT_VERSION_MINOR), XENT_CAT(_, XENT_VERSION_PATCH)))
#define XENT_ABI                                                                                  \
  XENT_CAT(                                                                                       \
      XENT_CAT(XENT_CAT(XENT_ABI_VERSION, XENT_ABI_WIDTH), XENT_CAT(XENT_ABI_FMA, XENT_ABI_BMI)), \
      XENT_ABI_ERRORS)
