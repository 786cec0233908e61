#pragma once
// The bars: xent's time over the other side's, at most; on a machine with AVX-512.

#include <cstddef>
#include <string_view>

namespace xent::bench {

inline constexpr std::size_t in_l1 = 4096, in_l3 = std::size_t(1) << 18,
                             in_dram = std::size_t(1) << 24;

struct bar {
  std::string_view function;  // "*": every one
  std::string_view type;
  std::string_view ours, theirs;
  double at_l1, at_l3, at_dram = 0;  // 0: none

  constexpr double at(std::size_t size) const {
    return size == in_l1 ? at_l1 : size == in_l3 ? at_l3 : size == in_dram ? at_dram : 0;
  }
};

inline constexpr bar bars[] = {
    {"sigmoid", "float", "xent fast", "XNNPACK", 1.15, 1.35, 1.05},
    {"sigmoid", "float", "xent fast", "Eigen", 1.0, 1.0},
    {"sigmoid", "float", "xent fast", "libtorch", 0.45, 0.45},
    {"sigmoid", "float", "xent exact", "libtorch", 1.4, 1.4},
    {"sigmoid", "double", "xent", "libtorch", 0.55, 0.55},
    {"softplus", "float", "xent fast", "oneDNN", 0.65, 0.85},
    {"softplus", "float", "xent fast", "libtorch", 0.25, 0.25},
    {"softplus", "float", "xent exact", "libtorch", 0.8, 0.8},
    {"softplus", "double", "xent", "libtorch", 0.30, 0.30},
    {"bce_with_logits", "float", "xent fast", "libtorch", 0.15, 0.15},
    {"bce_with_logits", "float", "xent exact", "libtorch", 0.45, 0.45},
    {"sigmoid", "float", "xent fast", "copy", 0, 0, 1.25},
    {"bce_with_logits_mean_and_grad", "float", "xent fast", "libtorch", 0.10, 0.14, 0.06},
    {"bce_with_logits_mean_and_grad", "double", "xent", "libtorch", 0.16, 0.16, 0.08},
    {"bce_with_logits_mean", "float", "xent fast", "libtorch", 0.12, 0.16, 0.05},
    {"bce_with_logits_mean_and_grad", "float", "xent fast", "std -Ofast", 0.10, 0.08, 0.08},
    {"bce_with_logits_sum_and_grad_hess", "float", "xent fast", "XGBoost form", 0.12, 0.14, 0.2},
    {"bce_with_logits_sum_and_grad_hess+pairs", "float", "xent fast", "XGBoost form", 0.12, 0.14,
     0.2},
    {"bce_with_logits_mean_and_grad", "float", "xent fast", "copy", 0, 0, 1.7},
    {"bce_with_logits_mean_and_grad", "float", "xent 2 threads", "copy 2 threads", 0, 0, 1.5},
    {"bce_with_logits_mean_and_grad", "float", "xent fast", "xent unchecked", 1.03, 1.03, 1.03},
    {"bce_with_logits_mean_and_grad", "double", "xent", "xent unchecked", 1.03, 1.03, 1.03},
    {"bce_with_logits_mean_and_grad+options", "float", "xent fast", "xent without options", 1.35,
     1.35, 1.35},
    {"bce_with_logits_mean_and_grad+options", "double", "xent", "xent without options", 1.35, 1.35,
     1.35},
    {"*", "float", "xent fast avx2", "xent fast", 1.8, 1.8},
    {"*", "float", "xent exact avx2", "xent exact", 1.8, 1.8},
    {"*", "double", "xent avx2", "xent", 1.8, 1.8},
    {"*", "float", "xent fast baseline", "std", 1.0, 1.0},
    {"*", "float", "xent exact baseline", "std", 1.0, 1.0},
    {"*", "double", "xent baseline", "std", 1.0, 1.0},
};

// A call on 8 elements takes 60 ns at most; on 64 elements 2.5 times what as many take in L1.
inline constexpr std::size_t call_size = 8, short_size = 64;
inline constexpr double call_ns = 60, short_ratio = 2.5;

// 0 where there is none.
constexpr double bar_for(std::string_view function, std::string_view type, std::string_view ours,
                         std::string_view theirs, std::size_t size) {
  for (const bar& b : bars) {
    const bool about = (b.function == "*" || b.function == function) && b.type == type;
    if (about && b.ours == ours && b.theirs == theirs) return b.at(size);
  }
  return 0;
}

}  // namespace xent::bench
