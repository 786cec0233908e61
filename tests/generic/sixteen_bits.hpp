#pragma once
// Eigen's 16-bit types: their values by number, random arguments, and errors in their own ulp.

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>

#include "../support/bound.hpp"
#include "../support/estimate.hpp"
#include "../support/samples.hpp"

namespace xent::test {

inline constexpr unsigned all_patterns = 1u << 16;

template <class T> T from_pattern(std::uint64_t bits) {
  return Eigen::numext::bit_cast<T>(static_cast<Eigen::numext::uint16_t>(bits));
}
template <class T> unsigned pattern(T x) {
  return Eigen::numext::bit_cast<Eigen::numext::uint16_t>(x);
}
template <class T> T narrow(double x) { return T(static_cast<float>(x)); }
template <class T> double wide(T x) { return static_cast<double>(static_cast<float>(x)); }

template <class T> double least_normal() {
  return std::ldexp(1.0, std::numeric_limits<T>::min_exponent - 1);
}
template <class T> double least_subnormal() {
  return std::ldexp(least_normal<T>(), 1 - std::numeric_limits<T>::digits);
}

// The unit in the last place of x; that of the subnormal numbers for 0, of the largest for ∞.
template <class T> double ulp_of(double x) {
  using limits = std::numeric_limits<T>;
  const int exponent =
      std::clamp(std::ilogb(x), limits::min_exponent - 1, limits::max_exponent - 1);
  return std::ldexp(1.0, exponent + 1 - limits::digits);
}

// The error in ulp, of the larger term where `judge` says so, beyond what is granted. Beside finite
// numbers ∞ counts as the one that would follow the largest.
template <class T>
double error_of(T got, const estimate<double>& truth, const bound& judge, double granted) {
  const double result = wide(got), want = truth.value;
  if (is_nan(want) || is_nan(result)) return is_nan(want) && is_nan(result) ? 0 : infinity;
  if (std::isinf(want)) return result == want ? 0 : infinity;
  const double most = std::ldexp(1.0, std::numeric_limits<T>::max_exponent);
  const double error = std::abs(std::clamp(result, -most, most) - std::clamp(want, -most, most));
  return std::max(0.0, error - granted) / ulp_of<T>(judge.is_of_larger_term ? truth.larger : want);
}

// Every exponent as likely, from the least subnormal to below `end`.
template <class T> T any_below(T end, random_source& random) {
  return from_pattern<T>(random.below(pattern(end)));
}

template <class T> T random_value(argument kind, random_source& random) {
  const T one = narrow<T>(1);
  if (kind == argument::real_line) {
    const bool is_small = random.below(2) == 0;
    const double size = is_small ? 8 : -1.5 * std::numeric_limits<T>::min_exponent;
    if (random.below(2) == 0) return narrow<T>(random.within(size));
    const T x = any_below(std::numeric_limits<T>::infinity(), random);
    return random.below(2) == 0 ? x : T(-x);
  }
  if (kind == argument::pos_weight) {
    if (random.below(2) == 0) return any_below(std::numeric_limits<T>::infinity(), random);
    return narrow<T>(random.log_uniform(-8, 8));
  }
  switch (random.below(4)) {
    case 0:
      return any_below(one, random);
    case 1:
      return T(one - any_below(one, random));
    case 2:
      return narrow<T>(kind == argument::label ? static_cast<double>(random.below(2))
                                               : 0.25 + 0.5 * random.unit());
    default:
      return narrow<T>(random.unit());
  }
}

// Where the two terms of a difference meet, as near as T allows.
template <class Row, class T> void bring_together(arguments_of<Row, T>& xs) {
  const double second = wide(xs[1]);
  double near = second;
  if constexpr (takes_pair<Row>) {
    const double distance = std::abs(second);
    near = -std::log1p(std::exp(-distance));
    xs[1] = narrow<T>(near - distance);
  } else if constexpr (Row::arguments[0] == argument::real_line) {
    const double weight = is_weighted<Row> ? wide(xs[xs.size() - 1]) : 1;
    near = std::log(weight * second / (1 - second));
  }
  if (std::isfinite(near)) xs[0] = narrow<T>(near);
}

}  // namespace xent::test
