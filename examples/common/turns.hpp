#pragma once
// Times to compare: what takes turns sees the same machine.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <limits>
#include <vector>

namespace example {

// Seconds of the fastest of so many calls of each.
inline std::vector<double> fastest_of(std::size_t turns,
                                      const std::vector<std::function<void()>>& calls) {
  std::vector<double> fastest(calls.size(), std::numeric_limits<double>::infinity());
  for (std::size_t turn = 0; turn < turns; ++turn) {
    for (std::size_t i = 0; i < calls.size(); ++i) {
      const auto start = std::chrono::steady_clock::now();
      calls[i]();
      const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
      fastest[i] = std::min(fastest[i], time.count());
    }
  }
  return fastest;
}

}  // namespace example
