#pragma once
// The inputs of the error pictures: floats along an axis of logits, in bins of equal width, as many
// as asked for in each. A probability stands where its logit does, which spreads both of its ends.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <span>

#include <xent/sigmoid.hpp>

#include "../../tests/support/row.hpp"

namespace xent::bench {

inline constexpr int bins = 110;

struct axis {
  double low, high;  // logits; 0 is an edge
  bool of_probabilities;

  double edge(int bin) const { return low + (high - low) * bin / bins; }
  double middle(int bin) const { return (edge(bin) + edge(bin + 1)) / 2; }

  float at(double logit) const {
    if (!of_probabilities) return static_cast<float>(logit);
    constexpr float least = std::numeric_limits<float>::denorm_min(), most = 1 - 0x1p-24f;
    return std::clamp(static_cast<float>(xent::sigmoid(logit)), least, most);
  }
};

// All of the real line where something happens, and all floats within (0, 1).
constexpr axis axis_of(test::argument kind) {
  if (kind == test::argument::probability) return {-104.5, 16.5, true};
  return {-110, 110, false};
}

// Drawn at random, but for the neighbours of both edges: an edge may be a true zero, or where a
// library changes its formula.
inline void fill(std::span<float> inputs, const axis& along, int bin) {
  const double from = along.edge(bin), to = along.edge(bin + 1);
  std::mt19937_64 bits(static_cast<std::uint64_t>(bin));
  std::uniform_real_distribution<double> law(from, to);
  for (float& x : inputs) x = along.at(law(bits));

  const float middle = along.at(along.middle(bin));
  const std::size_t neighbours = std::min<std::size_t>(64, inputs.size() / 4);
  float up = along.at(from), down = along.at(to);
  for (std::size_t i = 0; i < neighbours; ++i) {
    inputs[i] = up;
    inputs[neighbours + i] = down;
    up = std::nextafter(up, middle);
    down = std::nextafter(down, middle);
  }
}

}  // namespace xent::bench
