// All sides that this program has been built with.

#include <xent/isa.hpp>

#include "offers.hpp"

namespace xent::bench {
namespace {

template <class T>
void add_loops(offers& all, const char* side, const plain_loop<T>* loops,
               results gives = results::all) {
  for (; loops->function != nullptr; ++loops) {
    const auto prepare = [run = loops->run](const operands<T>& at) -> work {
      return [run, at] { run(at); };
    };
    all.add<T>({side, loops->function, prepare, {}, gives});
  }
}

// Those that are compiled for AVX-512 on x86-64.
template <class T> void add_wide_loops(offers& all, const char* side, const plain_loop<T>* loops) {
#if defined(__x86_64__)
  if (available_isas().back() != "avx512") return;
#endif
  add_loops(all, side, loops);
}

}  // namespace

offers all_offers() {
  offers all;
  add_xent(all);
  add_standard(all);
  add_loops(all, "XGBoost form", xgboost_of_float, results::all_but_sum);
  add_loops(all, "XGBoost form", xgboost_of_double, results::all_but_sum);
#if defined(XENT_BENCH_OFAST)
  add_loops(all, "std -Ofast", ofast_of_float);
  add_loops(all, "std -Ofast", ofast_of_double);
#endif
#if defined(XENT_BENCH_XNNPACK)
  add_xnnpack(all);
#endif
#if defined(XENT_BENCH_ONEDNN)
  add_onednn(all);
#endif
#if defined(XENT_BENCH_EIGEN)
  add_wide_loops(all, "Eigen", eigen_of_float);
  add_wide_loops(all, "Eigen", eigen_of_double);
#endif
#if defined(XENT_BENCH_SLEEF)
  add_wide_loops(all, "SLEEF", sleef_of_float);
  add_wide_loops(all, "SLEEF", sleef_of_double);
#endif
#if defined(XENT_BENCH_LIBTORCH)
  add_libtorch(all);
#endif
  return all;
}

}  // namespace xent::bench
