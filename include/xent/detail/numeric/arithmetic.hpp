#pragma once
// The two arithmetics that every kernel is compiled for, `fused` (a·b + c rounded once) and `plain`
// (rounded twice), and the error-free sums and products of each (Dekker 1971, Knuth).
//
// What is meant to be fused says fma; what is not adds to a bare product only where that is exact.
// So -ffp-contract may contract, but changes no bit.

#include <cstdint>
#include <limits>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

// s + e == a + b exactly, for |a| ≥ |b| or a == 0 (Dekker 1971).
template <class T> XENT_INLINE constexpr expansion<T, T> fast_two_sum(T a, T b) {
  const T s = a + b;
  return {s, b - (s - a)};
}

// s + e == a + b exactly, for any two (Knuth, Møller).
template <class T> XENT_INLINE constexpr expansion<T, T> two_sum(T a, T b) {
  const T s = a + b;
  const T b_part = s - a;
  return {s, (a - (s - b_part)) + (b - b_part)};
}

// a rounded to 26 bits (in float 12), where a·2²⁷ (in float a·2¹²) does not overflow (Veltkamp).
template <class T> XENT_INLINE constexpr T upper_half(T a) {
  constexpr T splitter = sizeof(T) == 4 ? T(0x1p12 + 1) : T(0x1p27 + 1);
  const T big = a * splitter;
  return big - (big - a);
}

// p + e == a·b exactly without fused multiply-add (Dekker 1971), where neither a·b nor b·2²⁷ (in
// float b·2¹²) overflows and a·b does not underflow. a may be as large as any number, because it is
// cut by its bits. It is cut into 26 bits and 27, b into 26 and 26 (in float 12 and 12, 12 and 11),
// so the products of the parts are exact.
template <class T> XENT_INLINE constexpr expansion<T, T> two_product_by_halves(T a, T b) {
  constexpr int low_bits = sizeof(T) == 4 ? 12 : 27;
  const T a_high = keep_if(-(bits_of<T>{1} << low_bits), a), b_high = upper_half(b);
  const T a_low = a - a_high, b_low = b - b_high;
  const T p = a * b;
  const T high_error = a_high * b_high - p;
  return {p, ((high_error + a_high * b_low) + a_low * b_high) + a_low * b_low};
}

// p + e == a² likewise, where a·2²⁷ (in float a·2¹²) does not overflow.
template <class T> XENT_INLINE constexpr expansion<T, T> square_by_halves(T a) {
  const T high = upper_half(a), low = a - high, p = a * a;
  return {p, ((high * high - p) + 2 * high * low) + low * low};
}

// head + tail rounded to odd, so that a later rounding to fewer bits cannot take it for a tie.
constexpr double rounded_to_odd(double head, double tail) {
  const std::int64_t bits = to_bits(head);
  if (exactly_equal(tail, 0.0) || (bits & 1) != 0) return head;
  const bool away_from_zero = (tail > 0) == (head > 0);
  return from_bits<double>(away_from_zero ? bits + 1 : bits - 1);
}

// a·b + c rounded once, where the compiler cannot fold __builtin_fma (Clang, constant evaluation),
// by Boldo and Melquiond 2008. For products that do not underflow.
constexpr double fma_by_rounding_to_odd(double a, double b, double c) {
  constexpr double large = 0x1p900, largest = largest_of<double>;
  if (magnitude(a) > largest || magnitude(b) > largest || magnitude(c) > largest) return a * b + c;
  if (magnitude(b) > large) return fma_by_rounding_to_odd(b, a, c);
  if (magnitude(a) > large) return fma_by_rounding_to_odd(a / large, b, c / large) * large;
  const auto product = two_product_by_halves(a, b);
  const auto low = two_sum(c, product.tail);
  const auto high = two_sum(product.head, low.head);
  const auto rest = two_sum(high.tail, low.tail);
  return high.head + rounded_to_odd(rest.head, rest.tail);
}
constexpr float fma_by_rounding_to_odd(float a, float b, float c) {
  const auto sum = two_sum(static_cast<double>(a) * static_cast<double>(b), static_cast<double>(c));
  return static_cast<float>(rounded_to_odd(sum.head, sum.tail));
}

struct fused {
  XENT_INLINE static constexpr float fma(float a, float b, float c) {
    if (std::is_constant_evaluated()) return fma_by_rounding_to_odd(a, b, c);
    return __builtin_fmaf(a, b, c);
  }
  XENT_INLINE static constexpr double fma(double a, double b, double c) {
    if (std::is_constant_evaluated()) return fma_by_rounding_to_odd(a, b, c);
    return __builtin_fma(a, b, c);
  }
  template <class T> XENT_INLINE static constexpr expansion<T, T> two_product(T a, T b) {
    const T p = a * b;
    return {p, fma(a, b, -p)};
  }
  template <class T> XENT_INLINE static constexpr expansion<T, T> two_square(T a) {
    return two_product(a, a);
  }
  // a·b + c; the tail is the addition's rounding error where the product is rounded by itself.
  template <class T> XENT_INLINE static constexpr expansion<T> product_plus(T a, T b, T c) {
    return {fma(a, b, c), {}};
  }
};

struct plain {
  template <class T> XENT_INLINE static constexpr T fma(T a, T b, T c) { return a * b + c; }
  // The tail is 0 where it would be subnormal, because the parts that it is made of are rounded
  // there by more than all of it.
  template <class T> XENT_INLINE static constexpr expansion<T, T> two_product(T a, T b) {
    constexpr T least = least_normal_of<T> / std::numeric_limits<T>::epsilon();
    const auto p = two_product_by_halves(a, b);
    return {p.head, keep_if(~sign_mask(magnitude(p.head) - least), p.tail)};
  }
  // For |a| ≥ 1.
  template <class T> XENT_INLINE static constexpr expansion<T, T> two_square(T a) {
    return square_by_halves(a);
  }
  template <class T> XENT_INLINE static constexpr expansion<T, T> product_plus(T a, T b, T c) {
    return two_sum(a * b, c);
  }
};

// The bits of `fused` without the instruction: slow, for what is seldom computed.
struct emulated {
  static constexpr double fma(double a, double b, double c) {
    return fma_by_rounding_to_odd(a, b, c);
  }
  static constexpr expansion<double, double> two_product(double a, double b) {
    return two_product_by_halves(a, b);
  }
};

// `native` is what the scalar functions of this translation unit use; `fused_everywhere` has the
// same bits in every translation unit.
using native = std::conditional_t<XENT_HAS_FMA, fused, plain>;
using fused_everywhere = std::conditional_t<XENT_HAS_FMA, fused, emulated>;

}  // namespace xent::inline XENT_ABI::detail
