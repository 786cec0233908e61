#pragma once
// Floating-point numbers as the tests look at them: their bits, their ulp, their text.

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <type_traits>

namespace xent::test {

template <class T>
using bits_of =
    std::conditional_t<sizeof(T) == sizeof(std::uint32_t), std::uint32_t, std::uint64_t>;

template <class T> constexpr bits_of<T> to_bits(T x) { return std::bit_cast<bits_of<T>>(x); }

template <class T> constexpr T from_bits(bits_of<T> bits) { return std::bit_cast<T>(bits); }

template <class T> constexpr bool is_nan(T x) { return x != x; }

// The same answer: equal bits, or both NaN, whose bits nobody promises.
template <class T> constexpr bool same(T a, T b) {
  return to_bits(a) == to_bits(b) || (is_nan(a) && is_nan(b));
}

// log₂ of the unit in the last place of x; that of the subnormals for 0, of the largest for ∞.
template <class T> constexpr int ulp_exponent(T x) {
  constexpr int stored = std::numeric_limits<T>::digits - 1;
  constexpr int top = 2 * std::numeric_limits<T>::max_exponent - 2;
  const int field = static_cast<int>(to_bits(x) >> stored) & (top + 1);
  const int effective = field == 0 ? 1 : field > top ? top : field;
  return effective + std::numeric_limits<T>::min_exponent - 2 - stored;
}

// (got − want) in ulp of want. Neighbours subtract exactly; ∞ where only one is infinite or NaN.
template <class T> double ulps_apart(T got, T want) {
  if (same(got, want)) return 0;
  if (!std::isfinite(got) || !std::isfinite(want)) return std::numeric_limits<double>::infinity();
  const int half = ulp_exponent(want) / 2, rest = ulp_exponent(want) - half;
  return std::ldexp(std::ldexp(static_cast<double>(got) - static_cast<double>(want), -half), -rest);
}

// A number and its bits: "-0x1.8p+1 [c0400000]".
template <class T> std::string hex(T x) {
  char text[64];
  const int width = 2 * static_cast<int>(sizeof(T));
  std::snprintf(text, sizeof text, "%a [%0*llx]", static_cast<double>(x), width,
                static_cast<unsigned long long>(to_bits(x)));
  return text;
}

// Arguments or results, comma separated.
template <class T, class... Ts> std::string hex(T x, Ts... more) {
  std::string text = hex(x);
  ((text += ", " + hex(more)), ...);
  return text;
}

template <class T> constexpr const char* type_name = std::is_same_v<T, float> ? "float" : "double";

}  // namespace xent::test
