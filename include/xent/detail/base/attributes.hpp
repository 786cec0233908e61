#pragma once
// Every attribute and pragma that the headers use, as a macro for each purpose. Attributes are
// spelled with underscores where a macro of others has the plain name (CUDA: __noinline__).

// For inline variables, static members and functions with static variables. GCC would make them one
// for the whole process (STB_GNU_UNIQUE), and a shared object with such a symbol stays loaded after
// dlclose. Constants that are read by value alone need no symbol. Types are not hidden, because GCC
// warns about users' classes that have members of hidden types.
#if defined(__ELF__)
#define XENT_HIDDEN [[gnu::visibility("hidden")]]
#else
#define XENT_HIDDEN
#endif

// The scalar text is also the body of the vector loops: it must be inlined into whatever calls it.
#define XENT_INLINE [[gnu::__always_inline__]] inline
// For code that runs seldom: kept out of the way of what calls it.
#define XENT_COLD [[gnu::__cold__, gnu::noinline]] inline
#define XENT_NOINLINE [[gnu::noinline]]

// XENT_INDEPENDENT precedes a loop whose steps are independent, because an output is an input
// element by element or not at all. Below -O2 Clang warns that it did not vectorise such a loop, as
// it should not there: functions with such loops stand between XENT_LOOPS_BEGIN and XENT_LOOPS_END.
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

// XENT_VECTORISED and XENT_TARGET(instruction sets, width in bits) precede a function whose loops
// are to be vectorised at any level of optimisation: GCC does so with optimize("O3"), and at full
// width with prefer-vector-width; Clang wants min_vector_width, which GCC does not know.
#if defined(__clang__)
#define XENT_VECTORISED
#define XENT_TARGET(isas, width) __attribute__((target(isas), min_vector_width(width)))
#else
#define XENT_VECTORISED __attribute__((optimize("O3,no-tree-pre,no-tree-sink")))
#define XENT_TARGET(isas, width)                              \
  __attribute__((target(isas ",prefer-vector-width=" #width), \
                 optimize("O3,no-tree-pre,no-tree-sink")))
#endif
