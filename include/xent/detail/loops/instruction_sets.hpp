#pragma once
// The same loop compiled for each instruction set, and the choice of one. Nothing may be included
// below a target attribute, and what is inlined into such a function must be a plain template.

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/isa.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

// Loop::run<Arithmetic>(work) for each instruction set. The members are not inline, so that an
// `extern template` keeps a translation unit from compiling them again.
template <class Loop, class Work> struct compiled_loop {
  XENT_NOINLINE XENT_VECTORISED static void baseline(const Work& work);
#if defined(__x86_64__) || defined(__i386__)
  XENT_TARGET("avx2,fma", 256) static void avx2(const Work& work);
  XENT_TARGET("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma", 512)
  static void avx512(const Work& work);
#endif
};

template <class Loop, class Work> void compiled_loop<Loop, Work>::baseline(const Work& work) {
  Loop::template run<native>(work);
}
#if defined(__x86_64__) || defined(__i386__)
template <class Loop, class Work> void compiled_loop<Loop, Work>::avx2(const Work& work) {
  Loop::template run<fused>(work);
}
template <class Loop, class Work> void compiled_loop<Loop, Work>::avx512(const Work& work) {
  Loop::template run<fused>(work);
}
#endif

XENT_LOOPS_END

template <class Loop, class Work> inline void run_on_best_isa(const Work& work) {
  [[maybe_unused]] const isa chosen = current_isa();
#if defined(__x86_64__) || defined(__i386__)
  if (chosen == isa::avx512) return compiled_loop<Loop, Work>::avx512(work);
  if (chosen == isa::avx2) return compiled_loop<Loop, Work>::avx2(work);
#endif
  compiled_loop<Loop, Work>::baseline(work);
}

}  // namespace xent::inline XENT_ABI::detail
