#pragma once
// The checks of one column's results over one side of a block: loops that compilers vectorise.

#include <cmath>
#include <cstdint>
#include <cstring>

#include "block.hpp"
#include "float_tally.hpp"

namespace xent::test {

inline std::size_t unlike(const block_of<float>& a, const block_of<float>& b) {
  // Bits are meant. NOLINTNEXTLINE(bugprone-suspicious-memory-comparison)
  if (std::memcmp(a.data() + 1, b.data() + 1, block_length * sizeof(float)) == 0) return 0;
  std::uint32_t count = 0;
  for (std::size_t i = 1; i <= block_length; ++i) count += same(a[i], b[i]) ? 0u : 1u;
  return count;
}

inline std::size_t wrong_signs(const block_of<float>& got, const side& s) {
  std::uint32_t count = 0;
  for (std::size_t i = 1; i <= block_length; ++i) {
    const std::uint32_t differs = (to_bits(got[i]) ^ to_bits(s.want[i])) >> 31;
    count += is_nan(s.want[i]) ? 0 : differs;
  }
  return count;
}

// In ulp; 0 where the truth is infinite or NaN and so is the result, infinite where one alone is.
inline double error_at(const block_of<float>& got, const side& s, std::size_t i) {
  if (s.per_ulp[i] == 0) return same(got[i], s.want[i]) ? 0 : infinity;
  return std::isfinite(got[i]) ? s.per_ulp[i] * std::abs(got[i] - s.value[i]) : infinity;
}

inline void check_errors(const block_of<float>& got, const side& s, double allowed,
                         float_tally& t) {
  double worst = 0;
  std::uint32_t beyond = 0;
  for (std::size_t i = 1; i <= block_length; ++i) {
    const double error = std::abs(got[i] - s.value[i]) * s.per_ulp[i];
    worst = error > worst ? error : worst;
    beyond += error <= allowed ? 0u : 1u;
  }
  // NaN is beyond any bound here: one that is as it should be, or not.
  if (beyond == 0 && !(worst > t.error.size)) return;
  for (std::size_t i = 1; i <= block_length; ++i) {
    const double error = error_at(got, s, i);
    if (!(error <= allowed)) ++t[counted::beyond_bound];
    t.error.see({error, to_bits(s.x[i])});
  }
}

// How many floats lie between.
inline double steps_between(float a, float b) {
  const auto ordinal = [](float x) {
    const auto bits = static_cast<std::int64_t>(to_bits(std::abs(x)));
    return x < 0 ? -bits : bits;
  };
  return static_cast<double>(std::abs(ordinal(a) - ordinal(b)));
}

inline void check_steps(const block_of<float>& got, const side& s, float_tally& t) {
  std::uint32_t wrong = 0;
  const float sense = static_cast<float>(s.direction);
  for (std::size_t i = 1; i <= block_length; ++i) {
    wrong += sense * got[i] < sense * got[i - 1] ? 1u : 0u;
  }
  t[counted::wrong_steps] += wrong;
  for (std::size_t i = 1; wrong != 0 && i <= block_length; ++i) {
    if (sense * got[i] < sense * got[i - 1]) {
      t.step.see({steps_between(got[i], got[i - 1]), to_bits(s.x[i])});
    }
  }
}

}  // namespace xent::test
