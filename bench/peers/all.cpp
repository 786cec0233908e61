// All sides that this program has been built with.

#include <xent/isa.hpp>

#include "offers.hpp"

namespace xent::bench {
namespace {

// Tables of plain loops: on x86-64 compiled for AVX-512.
template <class T> void add_loops(offers& all, const char* side, const plain_loop<T>* loops) {
#if defined(__x86_64__)
  if (available_isas().back() != "avx512") return;
#endif
  for (; loops->function != nullptr; ++loops) {
    const auto prepare = [run = loops->run](const operands<T>& at) -> work {
      return [run, at] { run(at); };
    };
    all.add<T>({side, loops->function, prepare});
  }
}

}  // namespace

offers all_offers() {
  offers all;
  add_xent(all);
  add_standard(all);
#if defined(XENT_BENCH_XNNPACK)
  add_xnnpack(all);
#endif
#if defined(XENT_BENCH_ONEDNN)
  add_onednn(all);
#endif
#if defined(XENT_BENCH_EIGEN)
  add_loops(all, "Eigen", eigen_of_float);
  add_loops(all, "Eigen", eigen_of_double);
#endif
#if defined(XENT_BENCH_SLEEF)
  add_loops(all, "SLEEF", sleef_of_float);
  add_loops(all, "SLEEF", sleef_of_double);
#endif
#if defined(XENT_BENCH_LIBTORCH)
  add_libtorch(all);
#endif
  return all;
}

}  // namespace xent::bench
