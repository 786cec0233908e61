#pragma once
// How long gradient and hessian take, by xent and as XGBoost writes them.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <span>
#include <vector>

#include <xent/reduce.hpp>

#include "../common/turns.hpp"

namespace example {

// As published in XGBoost's regression_loss.h.
inline void xgboost_form(std::span<const float> x, std::span<const float> y,
                         std::span<float> pairs) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    const float p = 1 / (1 + std::exp(-x[i]));
    pairs[2 * i] = p - y[i];
    pairs[2 * i + 1] = std::max(p * (1 - p), 1e-16f);
  }
}

inline void print_objective_time(std::span<const float> x, const std::vector<float>& y) {
  std::vector<float> grad(x.size()), hess(x.size()), pairs(2 * x.size());
  const std::vector<double> seconds =
      fastest_of(50, {[&] { xgboost_form(x, y, pairs); },
                      [&] { xent::bce_with_logits_sum_and_grad_hess(x, y, grad, hess); },
                      [&] { xent::bce_with_logits_sum_and_grad_hess(x, y, pairs); }});
  const char* const names[] = {"1/(1 + exp(-x)); p - y, p(1 - p), in pairs",
                               "xent, with the loss, in two arrays",
                               "xent, with the loss, in pairs"};
  std::printf("The objective alone, one thread:\n");
  std::printf("  %-42s %9s %12s %7s\n", "", "ns a row", "ms a round", "ratio");
  for (std::size_t i = 0; i < seconds.size(); ++i) {
    std::printf("  %-42s %9.2f %12.4f %7.2f\n", names[i],
                1e9 * seconds[i] / static_cast<double>(x.size()), 1e3 * seconds[i],
                seconds[i] / seconds[0]);
  }
}

}  // namespace example
