#pragma once
// An executor on OpenMP's threads.

#include <cstddef>

namespace xent::test {

inline constexpr auto openmp = [](std::size_t n, auto body) {
#pragma omp parallel for
  for (std::size_t i = 0; i < n; ++i) body(i);
};

}  // namespace xent::test
