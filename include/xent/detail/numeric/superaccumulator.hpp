#pragma once
// A sum of doubles as an integer, Σ limbs[i]·2^(32i − 1074), and counts of what is not finite: a
// small superaccumulator, after R. M. Neal, https://arxiv.org/abs/1505.05571.

#include <array>
#include <cstddef>
#include <cstdint>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/bits.hpp>

namespace xent::inline XENT_ABI::detail::superaccumulator {

// The largest double ends in bit 2098, that is in limb 65; two more take 2⁶² of them.
inline constexpr std::size_t digit_count = 68;
inline constexpr std::size_t infinities = digit_count, minus_infinities = digit_count + 1,
                             not_numbers = digit_count + 2, limb_count = digit_count + 3;
inline constexpr int digit_bits = 32;
inline constexpr std::int64_t digit_mask = (std::int64_t{1} << digit_bits) - 1;

// Calls add_to(i, part) for each limb that x changes.
template <class AddTo> constexpr void add(double x, AddTo add_to) {
  const auto bits = __builtin_bit_cast(std::uint64_t, x);
  const bool is_negative = (bits >> 63) != 0;
  const auto exponent = static_cast<unsigned>(bits >> 52) & 0x7ff;
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
  if (exponent == 0x7ff) {
    add_to(fraction != 0 ? not_numbers : is_negative ? minus_infinities : infinities, 1);
    return;
  }
  // The last bit of a subnormal and of the least normal binade is 2⁻¹⁰⁷⁴.
  const std::uint64_t mantissa = exponent == 0 ? fraction : fraction | (std::uint64_t{1} << 52);
  const unsigned position = exponent == 0 ? 0 : exponent - 1;
  const std::size_t i = position / digit_bits;
  const unsigned shift = position % digit_bits;
  const std::uint64_t low = (mantissa & digit_mask) << shift, high = (mantissa >> digit_bits)
                                                                     << shift;
  const auto signed_part = [&](std::uint64_t part) {
    return is_negative ? -static_cast<std::int64_t>(part) : static_cast<std::int64_t>(part);
  };
  add_to(i, signed_part(low & digit_mask));
  add_to(i + 1, signed_part((low >> digit_bits) + (high & digit_mask)));
  add_to(i + 2, signed_part(high >> digit_bits));
}

// Every digit into [0, 2³²), but for the last, which has the sign.
constexpr void carry(std::array<std::int64_t, limb_count>& limbs) {
  for (std::size_t i = 0; i + 1 < digit_count; ++i) {
    limbs[i + 1] += limbs[i] >> digit_bits;
    limbs[i] &= digit_mask;
  }
}

// A sum ≥ 0 times 2^(32·digits). What is below the last digit is cut off; above the first it is
// infinite.
constexpr std::array<std::int64_t, limb_count> shifted(
    const std::array<std::int64_t, limb_count>& limbs, int digits) {
  std::array<std::int64_t, limb_count> result{};
  for (std::size_t i = digit_count; i < limb_count; ++i) result[i] = limbs[i];
  for (std::size_t i = 0; i < digit_count; ++i) {
    const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(i) + digits;
    if (to >= std::ptrdiff_t{digit_count}) {
      result[infinities] += limbs[i] != 0;
    } else if (to >= 0) {
      result[static_cast<std::size_t>(to)] = limbs[i];
    }
  }
  return result;
}

// m·2^(32i − 1074) for m with at most 53 bits or a value that is finite and normal.
constexpr double scaled(double m, std::size_t i) {
  const auto exponent = static_cast<int>(i) * digit_bits - 1074;
  const auto power = [](int e) {
    return from_bits<double>(static_cast<std::int64_t>(e + 1023) << 52);
  };
  if (exponent < -1022) return m * power(exponent + 200) * 0x1p-200;
  if (exponent > 1000) return m * power(1000) * power(exponent - 1000);
  return m * power(exponent);
}

// The digits of a sum that are not 0, made ≥ 0, with two more above them for carries; and its sign.
struct window {
  std::size_t low, size;
  std::array<std::int64_t, digit_count + 2> digits;
  bool is_negative;

  constexpr std::uint64_t digit(std::size_t i) const {
    return i < low ? 0 : static_cast<std::uint64_t>(digits[i - low]);
  }
};

constexpr window normal_window(const std::array<std::int64_t, limb_count>& limbs) {
  window w;
  std::size_t end = digit_count;
  while (end > 0 && limbs[end - 1] == 0) --end;
  w.low = 0;
  while (w.low < end && limbs[w.low] == 0) ++w.low;
  w.size = end - w.low + 2;
  const auto carry_all = [&](std::int64_t sign) {
    std::int64_t to_next = 0;
    for (std::size_t i = w.low; i < end; ++i) {
      const std::int64_t sum = sign * limbs[i] + to_next;
      w.digits[i - w.low] = sum & digit_mask;
      to_next = sum >> digit_bits;
    }
    w.digits[w.size - 2] = to_next & digit_mask;
    w.digits[w.size - 1] = to_next >> digit_bits;
    return to_next < 0;
  };
  w.is_negative = carry_all(1);
  if (w.is_negative) carry_all(-1);
  return w;
}

// Rounded once.
constexpr double value(const std::array<std::int64_t, limb_count>& limbs) {
  constexpr double infinity = infinity_of<double>;
  if (limbs[not_numbers] != 0 || (limbs[infinities] != 0 && limbs[minus_infinities] != 0))
    return nan_of<double>;
  if (limbs[infinities] != 0) return infinity;
  if (limbs[minus_infinities] != 0) return -infinity;

  const window w = normal_window(limbs);
  std::size_t top = w.low + w.size - 1;
  while (top > 0 && w.digit(top) == 0) --top;
  if (top < 2) {
    // Below 2⁶⁴·2⁻¹⁰⁷⁴, where every multiple of 2⁻¹⁰⁷⁴ is two exact terms.
    const double unrounded =
        scaled(static_cast<double>(w.digit(1)), 1) + scaled(static_cast<double>(w.digit(0)), 0);
    return w.is_negative ? -unrounded : unrounded;
  }
  // The first 64 bits, of which the last also says whether anything follows: rounded once by the
  // conversion.
  const int zeros = __builtin_clzll(w.digit(top)) - digit_bits;
  std::uint64_t first = w.digit(top) << digit_bits | w.digit(top - 1);
  std::uint64_t rest = w.digit(top - 2);
  first = zeros > 0 ? first << zeros | rest >> (digit_bits - zeros) : first;
  rest = (rest << zeros) & static_cast<std::uint64_t>(digit_mask);
  for (std::size_t i = w.low; i + 2 < top; ++i) rest |= w.digit(i);
  first |= rest != 0;
  const double size =
      scaled(static_cast<double>(first) / static_cast<double>(std::uint64_t{1} << zeros), top - 1);
  return w.is_negative ? -size : size;
}

}  // namespace xent::inline XENT_ABI::detail::superaccumulator
