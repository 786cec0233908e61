#pragma once
// The one file that knows instruction sets: the same loop compiled for each, and the choice.
//
// GCC vectorises at any level of optimisation with optimize("O3"), at full width with
// prefer-vector-width; Clang wants min_vector_width, which GCC does not know. Nothing may be
// included below a target attribute, and what is inlined into such a function is a plain template.

#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/isa.hpp>

#if defined(__clang__)
#define XENT_VECTORISED
#define XENT_TARGET(isas, width) __attribute__((target(isas), min_vector_width(width)))
#elif defined(__GNUC__)
#define XENT_VECTORISED __attribute__((optimize("O3,no-tree-pre,no-tree-sink")))
#define XENT_TARGET(isas, width)                              \
  __attribute__((target(isas ",prefer-vector-width=" #width), \
                 optimize("O3,no-tree-pre,no-tree-sink")))
#endif

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

// Loop::run<Arithmetic>(job) for each instruction set. Not inline, so that `extern template` keeps
// whoever says it from compiling them again.
template <class Loop, class Job> struct versions {
  XENT_NOINLINE XENT_VECTORISED static void baseline(const Job& job);
#if defined(__x86_64__) || defined(__i386__)
  XENT_TARGET("avx2,fma", 256) static void avx2(const Job& job);
  XENT_TARGET("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma", 512)
  static void avx512(const Job& job);
#endif
};

template <class Loop, class Job> void versions<Loop, Job>::baseline(const Job& job) {
  Loop::template run<native>(job);
}
#if defined(__x86_64__) || defined(__i386__)
template <class Loop, class Job> void versions<Loop, Job>::avx2(const Job& job) {
  Loop::template run<fused>(job);
}
template <class Loop, class Job> void versions<Loop, Job>::avx512(const Job& job) {
  Loop::template run<fused>(job);
}
#endif

XENT_LOOPS_END

template <class Loop, class Job> inline void run_best(const Job& job) {
  [[maybe_unused]] const isa chosen = current_isa();
#if defined(__x86_64__) || defined(__i386__)
  if (chosen == isa::avx512) return versions<Loop, Job>::avx512(job);
  if (chosen == isa::avx2) return versions<Loop, Job>::avx2(job);
#endif
  versions<Loop, Job>::baseline(job);
}

}  // namespace xent::inline XENT_ABI::detail
