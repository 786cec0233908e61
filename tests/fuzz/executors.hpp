#pragma once
// The ways in which the fuzzer has blocks run.

#include <cstddef>

#include <xent/executor.hpp>
#include <xent/threads.hpp>

namespace xent::test {

struct any_executor {
  enum { in_order, backwards, inside_out, on_threads, how_many } order = in_order;
  std::size_t thread_count = 1;

  void operator()(std::size_t n, auto body) const {
    if (order == in_order) return xent::serial(n, body);
    if (order == on_threads) return xent::threads(thread_count)(n, body);
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t folded = i % 2 == 0 ? i / 2 : n - 1 - i / 2;
      body(order == backwards ? n - 1 - i : folded);
    }
  }
};

}  // namespace xent::test
