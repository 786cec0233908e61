#pragma once
// What the descriptors promise of errors, and how an error is measured against it, for every suite
// alike.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>

#include <xent/detail/functions/descriptor.hpp>

#include "catalogue.hpp"
#include "floating.hpp"

namespace xent::test {

using bound = detail::ulp_bound;

// At most half an ulp: the nearest number. The suites ask for its very bits.
inline constexpr bound correctly_rounded{0.5};

// An error in ulp of the correctly rounded result as the bound counts it. `shift` is log₂ of
// ulp(larger term)/ulp(result).
template <class T> double measure(const bound& by, double error, int shift) {
  if (by.is_of_larger_term) return std::ldexp(std::abs(error), -shift);
  const double granted = std::ldexp(by.slack, shift + std::numeric_limits<T>::digits - 1);
  return std::max(0.0, std::abs(error) - granted);
}

// What the descriptor promises of scalars and of `exact` arrays.
template <class Row, class T> constexpr detail::grade_bounds bounds_of() {
  return std::is_same_v<T, float> ? Row::error.of_float : Row::error.of_double;
}
// Of `fast` arrays, which for double are the same.
template <class Row, class T> constexpr detail::grade_bounds fast_bounds_of() {
  return std::is_same_v<T, float> ? Row::error.of_fast_float : Row::error.of_double;
}

template <class Row, class T> constexpr bool is_hard(Row, const arguments_of<Row, T>& xs) {
  for (std::size_t i = 0; i < xs.size(); ++i) {
    if (Row::arguments[i] == argument::label && xs[i] != 0 && xs[i] != 1) return false;
    if (Row::arguments[i] == argument::pos_weight && xs[i] != 1) return false;
  }
  return true;
}

template <class Row, class T> constexpr bound bound_at(Row row, const arguments_of<Row, T>& xs) {
  return is_hard<Row, T>(row, xs) ? bounds_of<Row, T>().hard : bounds_of<Row, T>().soft;
}
template <class Row, class T>
constexpr bound fast_bound_at(Row row, const arguments_of<Row, T>& xs) {
  return is_hard<Row, T>(row, xs) ? fast_bounds_of<Row, T>().hard : fast_bounds_of<Row, T>().soft;
}

// With a pos_weight q, results computed in their own type (double, and fast float) are within their
// bounds for 2⁻²⁴ ≤ q ≤ 2²⁴ where e^−|x| is a normal number; elsewhere max(1, q) of the smallest
// subnormal numbers are granted besides (bce_with_logits.hpp).
template <class Row, class T> double granted_to_pos_weight(Row, const arguments_of<Row, T>& xs) {
  if constexpr (is_weighted<Row>) {
    const T most = sizeof(T) == 4 ? T(87) : T(708);
    const bool is_within = xs[2] >= T(0x1p-24) && xs[2] <= T(0x1p24) && std::abs(xs[0]) <= most;
    const T factor = std::max(T(1), xs[2]);
    return is_within ? 0 : static_cast<double>(factor * std::numeric_limits<T>::denorm_min());
  } else {
    return 0;
  }
}

// What is left of an error in ulp of `want` when that is taken off, or so many times that.
template <class Row, class T>
double beyond_granted(Row row, const arguments_of<Row, T>& xs, double error, T want,
                      double times = 1) {
  const double granted = times * granted_to_pos_weight<Row, T>(row, xs);
  if (granted == 0 || !std::isfinite(want)) return error;
  return std::copysign(std::max(0.0, std::abs(error) - std::ldexp(granted, -ulp_exponent(want))),
                       error);
}

}  // namespace xent::test
