#pragma once
// Losses summed, with gradient and hessian, as a careful programmer writes them today: one stable
// loop over std:: functions, one exponential for all results, the sum in double.
//
// Build is a type of the file that compiles a loop. Files of other flags so have instantiations of
// their own, which the linker cannot mix.

#include <cmath>

#include "operands.hpp"

namespace xent::bench::standard {

template <class Build, class T> struct logistic {
  T positive, log1p, sigmoid;  // max(x, 0), log(1 + e⁻ˡˣˡ), 1/(1 + e⁻ˣ)

  explicit logistic(T x) {
    const T e = std::exp(-std::fabs(x));
    positive = x > 0 ? x : T(0);
    log1p = std::log1p(e);
    sigmoid = (x < 0 ? e : T(1)) / (1 + e);
  }
  T loss(T x, T y) const { return positive - x * y + log1p; }
};

template <class Build, class T> void mean(const operands<T>& at) {
  double sum = 0;
  for (decltype(at.size) i = 0; i < at.size; ++i) {
    sum += static_cast<double>(logistic<Build, T>(at.x[i]).loss(at.x[i], at.y[i]));
  }
  *at.total = sum / static_cast<double>(at.size);
}

template <class Build, class T> void mean_and_grad(const operands<T>& at) {
  const T scale = 1 / static_cast<T>(at.size);
  double sum = 0;
  for (decltype(at.size) i = 0; i < at.size; ++i) {
    const T x = at.x[i], y = at.y[i];
    const logistic<Build, T> of(x);
    sum += static_cast<double>(of.loss(x, y));
    at.out[i] = scale * (of.sigmoid - y);
  }
  *at.total = sum / static_cast<double>(at.size);
}

// With weights, pos_weight and label_smoothing.
template <class Build, class T> void mean_and_grad_of_options(const operands<T>& at) {
  constexpr T q = T(pos_weight), s = T(label_smoothing);
  const T scale = 1 / static_cast<T>(at.size);
  double sum = 0;
  for (decltype(at.size) i = 0; i < at.size; ++i) {
    const T x = at.x[i], y = at.y[i] * (1 - s) + s / 2, both = 1 + (q - 1) * y;
    const logistic<Build, T> of(x);
    // log(1 + e⁻ˣ) = max(−x, 0) + log(1 + e⁻ˡˣˡ)
    const T loss = (1 - y) * x + both * (of.positive - x + of.log1p);
    sum += static_cast<double>(at.weights[i] * loss);
    at.out[i] = at.weights[i] * scale * (both * of.sigmoid - q * y);
  }
  *at.total = sum / static_cast<double>(at.size);
}

// Gradient and hessian of element i are out[i * step] and out[i * step + gap].
template <class Build, class T>
void sum_and_grad_hess(const operands<T>& at, decltype(at.size) step, decltype(at.size) gap) {
  double sum = 0;
  for (decltype(at.size) i = 0; i < at.size; ++i) {
    const T x = at.x[i], y = at.y[i];
    const logistic<Build, T> of(x);
    sum += static_cast<double>(of.loss(x, y));
    at.out[i * step] = of.sigmoid - y;
    at.out[i * step + gap] = of.sigmoid * (1 - of.sigmoid);
  }
  *at.total = sum;
}

template <class Build, class T> void sum_and_grad_hess(const operands<T>& at) {
  sum_and_grad_hess<Build>(at, 1, at.size);
}
template <class Build, class T> void sum_and_grad_hess_pairs(const operands<T>& at) {
  sum_and_grad_hess<Build>(at, 2, 1);
}

}  // namespace xent::bench::standard
