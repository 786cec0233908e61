#pragma once
// Numbers as their bits, and selections by masks. A mask is all ones or all zeros and made by
// integer arithmetic, because every compiler vectorises that on every instruction set, while some
// leave a loop with `x < 0 ? a : b` scalar.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <xent/detail/base/config.hpp>

namespace xent::inline XENT_ABI::detail {

template <std::size_t Size> struct integer_of_size;
template <> struct integer_of_size<4> { using type = std::int32_t; };
template <> struct integer_of_size<8> { using type = std::int64_t; };
template <class T> using bits_of = typename integer_of_size<sizeof(T)>::type;

// Constants, and built-ins below. Not std:: functions: at -O0 those become shared inline symbols,
// and the linker may keep a copy that was built with other flags.
template <class T> inline constexpr T infinity_of = std::numeric_limits<T>::infinity();
template <class T> inline constexpr T largest_of = (std::numeric_limits<T>::max)();
template <class T> inline constexpr T lowest_of = std::numeric_limits<T>::lowest();
template <class T> inline constexpr T least_normal_of = (std::numeric_limits<T>::min)();
template <class T> inline constexpr T nan_of = std::numeric_limits<T>::quiet_NaN();

// a == b, meant exactly. Numbers are compared so here alone, for users who compile with
// -Wfloat-equal.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"
template <class T> XENT_INLINE constexpr bool exactly_equal(const T& a, const T& b) {
  return a == b;
}
#pragma GCC diagnostic pop

template <class T> XENT_INLINE constexpr bool is_nan(const T& x) { return !exactly_equal(x, x); }

template <class T> XENT_INLINE constexpr bits_of<T> to_bits(T x) {
  return __builtin_bit_cast(bits_of<T>, x);
}

template <class T> XENT_INLINE constexpr T from_bits(bits_of<T> i) {
  return __builtin_bit_cast(T, i);
}

template <class Integer> XENT_INLINE constexpr Integer shifted_left(Integer i, int by) {
  return static_cast<Integer>(static_cast<std::make_unsigned_t<Integer>>(i) << by);
}

// All ones where the sign bit of x is set.
template <class T> XENT_INLINE constexpr bits_of<T> sign_mask(T x) {
  return to_bits(x) >> (8 * sizeof(T) - 1);
}

template <class T> XENT_INLINE constexpr bits_of<T> magnitude_bits(T x) {
  return to_bits(x) & largest_of<bits_of<T>>;
}

XENT_INLINE constexpr float copy_sign(float size, float sign) {
  return __builtin_copysignf(size, sign);
}
XENT_INLINE constexpr double copy_sign(double size, double sign) {
  return __builtin_copysign(size, sign);
}

XENT_INLINE constexpr float magnitude(float x) { return __builtin_fabsf(x); }
XENT_INLINE constexpr double magnitude(double x) { return __builtin_fabs(x); }

// All ones where x is neither +0 nor −0.
template <class T> XENT_INLINE constexpr bits_of<T> nonzero_mask(T x) {
  return (0 - magnitude_bits(x)) >> (8 * sizeof(T) - 1);
}

template <class T> XENT_INLINE constexpr T keep_if(bits_of<T> mask, T x) {
  return from_bits<T>(to_bits(x) & mask);
}

template <class T> XENT_INLINE constexpr T pick(bits_of<T> mask, T if_set, T if_clear) {
  return from_bits<T>((to_bits(if_set) & mask) | (to_bits(if_clear) & ~mask));
}

// Negative where p is outside [0, 1] or NaN: its bits, as an integer, are then negative or above
// those of 1. Also negative for −0, which the caller must tell apart.
template <class T> XENT_INLINE constexpr bits_of<T> negative_outside_unit(T p) {
  using U = std::make_unsigned_t<bits_of<T>>;
  const U bits = static_cast<U>(to_bits(p));
  return static_cast<bits_of<T>>(bits | (static_cast<U>(to_bits(T(1))) - bits));
}

// Is p neither outside [0, 1] nor NaN?
template <class T> XENT_INLINE constexpr bool is_within_unit(T p) {
  return exactly_equal(magnitude(p), p) & (p <= T(1));
}

// n/d for n ≠ 0, also where d is +0, by which constant expressions may not divide.
template <class T> XENT_INLINE constexpr T divide(T n, T d) {
  if (std::is_constant_evaluated() && exactly_equal(d, T(0))) return copy_sign(infinity_of<T>, n);
  return n / d;
}

// min(x, limit) and max(x, limit) that let NaN through: one minps or maxps. GCC makes branches of
// the plain form in long loops, but not of a selection by mask; SSE2 has no such mask for double.
template <class T> XENT_INLINE constexpr T at_most(T x, T limit) {
  if constexpr (sizeof(T) == 4) return pick(-static_cast<bits_of<T>>(limit < x), limit, x);
  return limit < x ? limit : x;
}
template <class T> XENT_INLINE constexpr T at_least(T x, T limit) {
  if constexpr (sizeof(T) == 4) return pick(-static_cast<bits_of<T>>(x < limit), limit, x);
  return x < limit ? limit : x;
}

}  // namespace xent::inline XENT_ABI::detail
