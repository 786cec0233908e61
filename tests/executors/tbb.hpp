#pragma once
// An executor on TBB's tasks.

#include <cstddef>

#include <tbb/parallel_for.h>

namespace xent::test {

inline constexpr auto tbb_tasks = [](std::size_t n, auto body) {
  tbb::parallel_for(std::size_t{0}, n, body);
};

}  // namespace xent::test
