#pragma once
// What a setting of the floating-point unit allows: the bounds of the contract when it is as usual,
// 4 ulp in the other rounding modes. Where subnormal numbers are flushed nothing is said about
// those that are or become subnormal, the halves of e⁻ˡˣˡ among them.

#include <cstddef>
#include <limits>

#include "../support/bound.hpp"
#include "../support/golden_files.hpp"
#include "surroundings.hpp"

namespace xent::test {

enum class way { scalar, fast, exact };
inline constexpr const char* way_names[] = {"scalar", "fast", "exact"};

template <class Row, class T> bound allowed(setting s, way w, const arguments_of<Row, T>& xs) {
  const bound promised =
      w == way::fast ? fast_bound_at<Row, T>(Row{}, xs) : bound_at<Row, T>(Row{}, xs);
  if (s == setting::nearest) return promised;
  return {4, promised.is_of_larger_term || promised.slack > 0};
}

// The fast grade multiplies y·q in float: where that is subnormal its bound does not hold.
template <class Row, class T> bool is_served(setting s, way w, const golden_point<Row, T>& point) {
  constexpr T least = std::numeric_limits<T>::min();
  const auto is_subnormal = [](T x) { return x != 0 && std::abs(x) < least; };
  if constexpr (is_weighted<Row>) {
    const bool multiplies = w == way::fast || sizeof(T) == 8 || s == setting::flushing;
    if (multiplies && is_subnormal(point.at[1] * point.at[2])) return false;
    if (multiplies && point.at[1] > 0 && point.at[2] > 0 && point.at[1] * point.at[2] == 0)
      return false;
  }
  if (s != setting::flushing) return true;
  for (std::size_t k = 0; k < point.at.size(); ++k) {
    const T deepest = Row::arguments[k] != argument::real_line ? 1 / least
                      : sizeof(T) == 4                         ? 64
                                                               : 640;
    if (is_subnormal(point.at[k]) || std::abs(point.at[k]) > deepest) return false;
  }
  // What is left over of a product, where nothing fuses, is down to this factor below it.
  const T left_over = std::ldexp(T(1), 2 * std::numeric_limits<T>::digits);
  return point.want == 0 || std::abs(point.want) >= (is_weighted<Row> ? left_over : 2) * least;
}

// ∞ is one ulp beyond the largest number, which other rounding modes may stop at or pass.
template <class T> double ulps_apart_by_rounding(T got, T want) {
  const T most = std::numeric_limits<T>::max();
  if (is_nan(got) || is_nan(want) || std::isinf(got) == std::isinf(want))
    return ulps_apart(got, want);
  const auto brought_in = [&](T x) { return std::isinf(x) ? std::copysign(most, x) : x; };
  return std::abs(ulps_apart(brought_in(got), brought_in(want))) + 1;
}

template <class Row, class T>
double error_of(setting s, way w, const golden_point<Row, T>& point, T got) {
  const double apart =
      s == setting::nearest ? ulps_apart(got, point.want) : ulps_apart_by_rounding(got, point.want);
  // In other rounding modes e^−|x|, like any result, may be off by 4 of its ulp.
  const double times = s == setting::nearest ? 1 : 4;
  const bool is_wider = sizeof(T) == 4 && w != way::fast;
  const double error = is_wider ? apart - point.remainder
                                : beyond_granted<Row, T>(Row{}, point.at, apart - point.remainder,
                                                         point.want, times);
  return measure<T>(allowed<Row, T>(s, w, point.at), error, point.shift);
}

}  // namespace xent::test
