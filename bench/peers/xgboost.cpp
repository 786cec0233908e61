// Gradient and hessian as XGBoost's objective binary:logistic forms them, element by element and
// without the loss; at -O3, as it is built.

#include <cmath>

#include "plain_loop.hpp"

namespace xent::bench {
namespace {

// Gradient and hessian of element i go to out[i * step] and out[i * step + gap].
template <class T>
void gradients(const operands<T>& at, decltype(at.size) step, decltype(at.size) gap) {
  constexpr T least = T(1e-16);
  for (decltype(at.size) i = 0; i < at.size; ++i) {
    const T p = 1 / (1 + std::exp(-at.x[i])), hess = p * (1 - p);
    at.out[i * step] = p - at.y[i];
    at.out[i * step + gap] = hess > least ? hess : least;
  }
}

template <class T> void columns(const operands<T>& at) { gradients(at, 1, at.size); }
template <class T> void pairs(const operands<T>& at) { gradients(at, 2, 1); }

}  // namespace

#define XENT_BENCH_LOOPS(T)                          \
  {"bce_with_logits_sum_and_grad_hess", columns<T>}, \
      {"bce_with_logits_sum_and_grad_hess+pairs", pairs<T>}, {nullptr, nullptr},
constinit const plain_loop<float> xgboost_of_float[] = {XENT_BENCH_LOOPS(float)};
constinit const plain_loop<double> xgboost_of_double[] = {XENT_BENCH_LOOPS(double)};
#undef XENT_BENCH_LOOPS

}  // namespace xent::bench
