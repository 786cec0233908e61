#pragma once
// The inline namespace that everything lives in. Its name spells the version and what this
// translation unit was compiled for: two files with different -m flags must not share one inline
// function, of which the linker would keep either.

#include <xent/version.hpp>

// What cannot be compiled right is refused here.
#if __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define XENT_REFUSED
#error "xent needs C++20: compile this file with -std=c++20 or later"

#elif (defined(__x86_64__) && !defined(__SSE__)) || \
    (defined(__aarch64__) && !defined(__ARM_FP)) || \
    (defined(__i386__) && !defined(__SSE__) && defined(_SOFT_FLOAT))
#define XENT_REFUSED
#error \
    "xent needs floating-point registers: compile this file without -mgeneral-regs-only, -mno-sse and the like"

// Where the compiler may reorder sums, error-free transformations vanish, and NaN and infinities
// with them: no source can ask for them back.
#elif defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__) || \
    (defined(__GCC_IEC_559) && !defined(__clang__) && __GCC_IEC_559 == 0)
#define XENT_REFUSED
#error \
    "xent cannot keep its promises under -ffast-math: compile this file with -fno-fast-math, or without -ffast-math, -Ofast, -ffinite-math-only, -fno-signed-zeros and the like"

// Where registers are wider than their type (x87), the error of a sum is not what it should be, and
// adding 1.5·2⁵² does not round to an integer. 16 is for _Float16 alone.
#elif defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ != 0 && __FLT_EVAL_METHOD__ != 16
#define XENT_REFUSED
#error \
    "xent cannot keep its promises with excess precision: for 32-bit x86 compile this file with -msse2 -mfpmath=sse"
#endif

// No file has this name: compilers stop here, and add no page about what follows from the above.
#if defined(XENT_REFUSED)
#include <xent cannot be compiled like this>
#endif

// For parts of -ffast-math (-funsafe-math-optimizations, -freciprocal-math, -fno-signed-zeros, and
// what -fno-finite-math-only leaves) Clang has no macro; but then it does not allow this pragma.
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wignored-pragmas"
#pragma float_control(except, on, push)  // xent cannot keep its promises under -ffast-math
#pragma float_control(pop)
#pragma clang diagnostic pop
#endif

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

// For inline variables, static members and functions with static variables: GCC would make them one
// for the whole process (STB_GNU_UNIQUE), and a shared object with such a symbol stays loaded after
// dlclose. Numbers that are read by value alone need no symbol. Types are not hidden: GCC warns
// about users' classes that have members of hidden types.
#if defined(__ELF__)
#define XENT_HIDDEN [[gnu::visibility("hidden")]]
#else
#define XENT_HIDDEN
#endif

// The scalar text is also the body of the vector loops: it must melt into whatever calls it. Not
// __noinline__ and __visibility__: CUDA has a macro of the first name.
#if defined(__GNUC__)
#define XENT_INLINE [[gnu::__always_inline__]] inline
#define XENT_COLD [[gnu::__cold__, gnu::noinline]] inline
#define XENT_NOINLINE [[gnu::noinline]]
// For a loop whose steps are independent: an output may be an input, element by element. Clang says
// so where it does not vectorise such a loop, which is as it should be below -O2: not in loops
// between the other two.
#if defined(__clang__)
#define XENT_INDEPENDENT _Pragma("clang loop vectorize(assume_safety) unroll(disable)")
#define XENT_LOOPS_BEGIN \
  _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wpass-failed\"")
#define XENT_LOOPS_END _Pragma("clang diagnostic pop")
#elif defined(__NVCC__) && defined(__CUDACC__)
// nvcc hands on to GCC what it does not know itself, with a warning.
#define XENT_INDEPENDENT _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
#define XENT_LOOPS_BEGIN _Pragma("nv_diagnostic push") _Pragma("nv_diag_suppress 1675")
#define XENT_LOOPS_END _Pragma("nv_diagnostic pop")
#else
#define XENT_INDEPENDENT _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
#define XENT_LOOPS_BEGIN
#define XENT_LOOPS_END
#endif
#else
#define XENT_INLINE inline
#define XENT_COLD inline
#define XENT_NOINLINE
#define XENT_INDEPENDENT
#define XENT_LOOPS_BEGIN
#define XENT_LOOPS_END
#endif

// Of `#pragma GCC optimize("Ofast")` and the like no macro tells in C++, where a file is cut into
// tokens before its pragmas are obeyed. But they decide what the compiler may replace by a
// constant: none of these, unless it takes numbers to be finite, or may reorder, take reciprocals
// or forget signs.
#if defined(__GNUC__) && !defined(__clang__)
namespace xent::inline XENT_ABI::detail {
extern const double unknown;
static_assert(
    !__builtin_constant_p(unknown - unknown) && !__builtin_constant_p(unknown + 1 - unknown) &&
        !__builtin_constant_p(1 / unknown / unknown < 1 / (unknown * unknown)) &&
        !__builtin_constant_p(1 / -unknown < 1 / (0 - unknown)),
    "xent cannot keep its promises under -ffast-math: remove the pragma GCC optimize before this");
}  // namespace xent::inline XENT_ABI::detail
#endif
