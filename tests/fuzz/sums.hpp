#pragma once
// loss_sum by itself: doubles of any bits, dealt to several sums, merged in any order, also as
// integers; against a sum that counts every bit.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <xent/loss_sum.hpp>

#include "../support/floating.hpp"
#include "bytes.hpp"
#include "expected_values.hpp"

namespace xent::test {

// How often each power of two is in a sum: an exact one without any arithmetic to speak of.
class counted_bits {
 public:
  void add(double x) {
    if (!std::isfinite(x)) {
      not_finite_ += x;
      return;
    }
    int exponent = 0;
    const auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(x, &exponent), 53));
    for (int k = 0; k < 53; ++k) {
      const int bit = exponent - 53 + k + origin;
      if ((std::abs(mantissa) >> k & 1) != 0)
        counts_[static_cast<std::size_t>(bit)] += mantissa < 0 ? -1 : 1;
    }
  }

  void merge(const counted_bits& other) {
    for (std::size_t i = 0; i < size; ++i) counts_[i] += other.counts_[i];
    not_finite_ += other.not_finite_;
  }

  double value() const {
    if (not_finite_ != 0) return not_finite_;
    counted_bits sum = *this;
    if (sum.carry() >= 0) return sum.rounded();
    for (std::size_t i = 0; i < size; ++i) sum.counts_[i] = -counts_[i];
    sum.carry();
    return -sum.rounded();
  }

 private:
  // Bit i is 2^(i − origin); a subnormal's mantissa reaches 52 bits below the least of them.
  static constexpr int origin = 1074 + 53;
  static constexpr std::size_t size = 2304;
  std::array<std::int64_t, size> counts_{};
  double not_finite_ = 0;

  // Every count 0 or 1; what is left over has the sign.
  std::int64_t carry() {
    std::int64_t carried = 0;
    for (auto& count : counts_) {
      const std::int64_t sum = count + carried;
      count = sum & 1;
      carried = sum >> 1;
    }
    return carried;
  }

  // To nearest, ties to even.
  double rounded() const {
    std::size_t top = size - 1;
    while (top > 0 && counts_[top] == 0) --top;
    const std::size_t low = std::max<std::size_t>(top < 52 ? 0 : top - 52, origin - 1074);
    std::uint64_t mantissa = 0;
    for (std::size_t i = top + 1; i-- > low;)
      mantissa = mantissa << 1 | static_cast<std::uint64_t>(counts_[i]);
    const bool is_half = counts_[low - 1] != 0;
    bool is_more = (mantissa & 1) != 0;
    for (std::size_t i = 0; i + 1 < low; ++i) is_more = is_more || counts_[i] != 0;
    if (is_half && is_more) ++mantissa;
    return std::ldexp(static_cast<double>(mantissa), static_cast<int>(low) - origin);
  }
};

// Any bits, an earlier one with the other sign, one near it, one that matters, or powers of two so
// far apart that they make ties, and less than an ulp beside them.
inline double decode_term(byte_source& bytes, const std::vector<double>& earlier) {
  static constexpr double special[] = {
      0,         -0.0, 1,   infinity,  -infinity, nan,       std::numeric_limits<double>::max(),
      0x1p-1074, -1,   0.1, 0x1p-1022, 0x1p1023,  -0x1p-1074};
  const std::size_t choice = bytes.byte();
  const double old = earlier.empty() ? 1 : earlier[choice / 8 % earlier.size()];
  switch (choice % 8) {
    case 0:
      return -old;
    case 1:
      return std::ldexp(old, static_cast<int>(bytes.byte()) - 128);
    case 2:
      return special[choice / 8 % std::size(special)];
    case 3:
    case 4:
      return bytes.number<double>();
    default:
      return std::ldexp(choice / 8 % 4 == 0 ? -1 : 1, 53 * (static_cast<int>(bytes.byte()) % 8));
  }
}

struct part {
  xent::loss_sum sum;
  counted_bits want;
};

inline void merge_or_send(byte_source& bytes, part& into, const part& other) {
  if (bytes.byte() % 2 == 0) {
    into.sum.merge(other.sum);
  } else {
    auto limbs = into.sum.limbs();
    const auto theirs = other.sum.limbs();
    for (std::size_t i = 0; i < limbs.size(); ++i) limbs[i] += theirs[i];
    into.sum = xent::loss_sum::from_limbs(limbs);
  }
  into.want.merge(other.want);
}

inline void check_sum_of_terms(const part& p) {
  const double got = p.sum.value(), want = p.want.value();
  if (!same(got, want)) complain("loss_sum: got " + hex(got) + ", want " + hex(want));
  if (!(xent::loss_sum::from_limbs(p.sum.limbs()) == p.sum)) complain("loss_sum: limbs differ");
}

// Few merges, so that what doubles with each keeps within 2⁶² additions.
inline void run_loss_sum(byte_source& bytes) {
  std::array<part, 4> parts;
  std::vector<double> terms;
  for (std::size_t left = bytes.byte() % 64; left > 0; --left) {
    terms.push_back(decode_term(bytes, terms));
    part& p = parts[bytes.below(parts.size())];
    p.sum.add(terms.back());
    p.want.add(terms.back());
  }
  for (std::size_t left = 3 + bytes.byte() % 32; left > 0; --left) {
    const std::size_t choice = bytes.byte();
    const part other = parts[choice / 4 % 4];
    merge_or_send(bytes, parts[choice % 4], other);
  }
  for (const part& p : parts) check_sum_of_terms(p);
}

}  // namespace xent::test
