#pragma once
// Logits, labels of which every fifth is soft, and weights.

#include <cstddef>
#include <vector>

#include "../support/samples.hpp"

namespace xent::test {

template <class T> struct example {
  std::vector<T> x, y, w;

  explicit example(std::size_t size) {
    random_source random(size + 3);
    for (std::size_t i = 0; i < size; ++i) {
      x.push_back(static_cast<T>(random.within(i % 7 == 0 ? 120 : 10)));
      y.push_back(static_cast<T>(i % 5 == 0 ? random.unit() : static_cast<double>(i & 1)));
      w.push_back(static_cast<T>(random.unit() * 3));
    }
  }
};

}  // namespace xent::test
