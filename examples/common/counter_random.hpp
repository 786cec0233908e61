#pragma once
// Random numbers by their index: no state, so that whoever needs the i-th makes it.

#include <cstdint>

namespace example {

// The i-th output of SplitMix64 with seed 0 (G. L. Steele, D. Lea, C. H. Flood, 2014).
constexpr std::uint64_t random_bits(std::uint64_t i) {
  std::uint64_t z = (i + 1) * 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

// Uniform over the multiples of 2⁻²⁴ in [0, 1).
constexpr float random_float(std::uint64_t i) {
  return static_cast<float>(random_bits(i) >> 40) * 0x1p-24f;
}

}  // namespace example
