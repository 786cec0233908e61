#pragma once
// How long a step of training spends on the loss, by PyTorch and by xent.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "../common/turns.hpp"
#include "agreement.hpp"

namespace example {

// Forward, the loss as a number, and backward, as in a step of training.
inline void print_step_time(std::int64_t n, const bce_options& how) {
  const at::Tensor x = (5 * at::randn({n})).requires_grad_(), y = at::rand({n}).round();
  const auto step_by = [&](auto loss_function) {
    return [=] {
      x.mutable_grad().reset();
      const at::Tensor loss = loss_function(x, y, how);
      loss.backward();
      (void)loss.item<double>();
    };
  };
  const std::vector<double> seconds =
      fastest_of(static_cast<std::size_t>(1 + (1 << 22) / n),
                 {step_by(pytorch_bce_with_logits), step_by(bce_with_logits)});
  std::printf("  %8lld  %-18s  %10.2f %10.2f  %5.2f\n", static_cast<long long>(n),
              how.weight.defined() ? "weight, pos_weight" : "", 1e6 * seconds[0], 1e6 * seconds[1],
              seconds[1] / seconds[0]);
}

inline void print_step_times() {
  std::printf("\nForward and backward of the mean, float, one thread:\n\n");
  std::printf("  %8s  %-18s  %10s %10s  %5s\n", "elements", "", "PyTorch us", "xent us", "ratio");
  for (const std::int64_t n : {256, 4096, 65536, 1048576}) {
    print_step_time(n, {});
    print_step_time(n, {at::rand({n}), at::full({1}, 3.0f)});
  }
}

}  // namespace example
