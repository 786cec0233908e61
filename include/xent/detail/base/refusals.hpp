#pragma once
// Refuses, in one sentence each, what would compile and give wrong results. C++20, a compiler that
// the headers were made for, floating-point registers, and IEEE arithmetic are required.

#if __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define XENT_REFUSED
#error "xent needs C++20: compile this file with -std=c++20 or later"

// The loops are vectorised by GCC's and Clang's attributes; clang-cl has Clang's.
#elif !defined(__clang__) && !(defined(__GNUC__) && __GNUC__ >= 12)
#define XENT_REFUSED
#error \
    "xent needs GCC 12, Clang 14, or a later version of one of them (on Windows: MinGW or clang-cl)"

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

// `#pragma GCC optimize("Ofast")` and the like set no macro in C++, because GCC splits the file
// into tokens before it obeys their pragmas. But they decide what the compiler may replace by a
// constant: none of the following, unless it takes numbers to be finite, or may reorder, take
// reciprocals or forget signs.
#if !defined(__clang__)
namespace xent::refusals {
extern const double unknown;
static_assert(
    !__builtin_constant_p(unknown - unknown) && !__builtin_constant_p(unknown + 1 - unknown) &&
        !__builtin_constant_p(1 / unknown / unknown < 1 / (unknown * unknown)) &&
        !__builtin_constant_p(1 / -unknown < 1 / (0 - unknown)),
    "xent cannot keep its promises under -ffast-math: remove the pragma GCC optimize before this");
}  // namespace xent::refusals
#endif
