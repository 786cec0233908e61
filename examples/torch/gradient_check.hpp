#pragma once
// Gradients by backward() beside differences of losses, in double.

#include <algorithm>
#include <cstdint>

#include "agreement.hpp"

namespace example {

// (f(x + h) − f(x − h))/2h for each logit by itself, f being the sum of losses times factors.
inline at::Tensor central_differences(const bce_case& at, const at::Tensor& factors) {
  constexpr double h = 1e-5;
  const at::Tensor x = at.x.contiguous().clone(), slopes = at::empty_like(x);
  const auto f = [&] {
    return (bce_with_logits(x, at.y, at.how) * factors).sum().template item<double>();
  };
  double* const logits = x.data_ptr<double>();
  for (std::int64_t i = 0; i < x.numel(); ++i) {
    const double logit = logits[i];
    logits[i] = logit + h;
    const double above = f();
    logits[i] = logit - h;
    const double below = f();
    logits[i] = logit;
    slopes.data_ptr<double>()[i] = (above - below) / (2 * h);
  }
  return slopes;
}

struct gradient_check {
  int cases = 0;
  double difference = 0;  // the largest, over 1 and the largest slope
};

inline gradient_check check_gradients(at::Reduction::Reduction reduction) {
  gradient_check worst;
  for_each_case(reduction, at::kDouble, [&](const bce_case& at) {
    if (at.x.numel() == 0 || at.x.numel() > 100) return;
    const at::Tensor factors =
        reduction == at::Reduction::None ? at::randn_like(at.x) : at::ones({}, at::kDouble);
    const at::Tensor want = central_differences(at, factors);
    const at::Tensor got = differentiated(bce_with_logits, at, factors).grad;
    const double scale = std::max(1.0, want.abs().max().item<double>());
    ++worst.cases;
    worst.difference = std::max(worst.difference, (got - want).abs().max().item<double>() / scale);
  });
  return worst;
}

}  // namespace example
