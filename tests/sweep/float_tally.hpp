#pragma once
// What is counted of one column and one way over many floats.

#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ios>
#include <sstream>
#include <string>

#include "../support/floating.hpp"

namespace xent::test {

// The greatest of something, and the float where it was seen first.
struct extreme {
  double size = 0;
  std::uint32_t at = 0;

  void see(const extreme& other) {
    if (other.size > size) *this = other;
  }
};

enum class counted {
  results,
  not_nearest,
  wrong_signs,
  beyond_bound,
  wrong_steps,
  unlike_its_like,  // the earlier way
  unlike_its_twin,
  kinds
};

struct float_tally {
  std::array<std::uint64_t, static_cast<std::size_t>(counted::kinds)> counts{};
  extreme error, step;  // in ulp; in floats

  float_tally() = default;
  // From the line that text() made.
  explicit float_tally(const std::string& line) {
    std::istringstream fields(line);
    for (auto& count : counts) fields >> count;
    for (extreme* e : {&error, &step}) {
      std::string size;
      fields >> size >> std::hex >> e->at >> std::dec;
      e->size = std::strtod(size.c_str(), nullptr);
    }
  }

  std::uint64_t& operator[](counted what) { return counts[static_cast<std::size_t>(what)]; }
  std::uint64_t operator[](counted what) const { return counts[static_cast<std::size_t>(what)]; }

  void add(const float_tally& other) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += other.counts[i];
    error.see(other.error);
    step.see(other.step);
  }

  // A line of a journal.
  std::string text() const {
    std::string line;
    for (const auto count : counts) line += std::to_string(count) + " ";
    char extremes[128];
    std::snprintf(extremes, sizeof extremes, "%a %" PRIx32 " %a %" PRIx32 "\n", error.size,
                  error.at, step.size, step.at);
    return line + extremes;
  }
};

}  // namespace xent::test
