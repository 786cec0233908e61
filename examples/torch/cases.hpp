#pragma once
// Random logits, targets and options of many kinds.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bce_with_logits.hpp"

namespace example {

enum class layout { dense, transposed, every_other };

inline at::Tensor random_tensor(std::vector<std::int64_t> shape, layout in_memory,
                                at::TensorOptions type) {
  if (in_memory == layout::dense || shape.empty()) return at::randn(shape, type);
  if (in_memory == layout::every_other) {
    shape.back() *= 2;
    return at::randn(shape, type).slice(-1, 0, c10::nullopt, 2);
  }
  std::reverse(shape.begin(), shape.end());
  std::vector<std::int64_t> order(shape.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[order.size() - 1 - i] = static_cast<std::int64_t>(i);
  return at::randn(shape, type).permute(order);
}

struct bce_case {
  at::Tensor x, y;
  bce_options how;
};

// Logits around ±5, targets hard and soft; weights of all elements, of each class, or none.
template <class Visit>
void for_each_case(at::Reduction::Reduction reduction, at::ScalarType type, Visit visit) {
  const std::vector<std::vector<std::int64_t>> shapes = {{},     {0},    {1},       {7},
                                                         {4, 0}, {5, 3}, {2, 3, 4}, {70, 33}};
  for (const auto& shape : shapes) {
    const std::vector<std::int64_t> row(shape.empty() ? shape.end() : shape.end() - 1, shape.end());
    for (const layout in_memory : {layout::dense, layout::transposed, layout::every_other}) {
      for (const bool soft : {false, true}) {
        for (int weights = 0; weights < 9; ++weights) {
          const auto some = [&](int kind) {
            return kind == 0 ? at::Tensor()
                             : random_tensor(kind == 1 ? shape : row, in_memory, type).abs();
          };
          const at::Tensor y = random_tensor(shape, in_memory, type).sigmoid();
          visit(bce_case{5 * random_tensor(shape, in_memory, type),
                         soft ? y : y.round(),
                         {some(weights / 3), some(weights % 3), reduction}});
        }
      }
    }
  }
}

}  // namespace example
