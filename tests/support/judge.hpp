#pragma once
// One result against the bound of its grade. The truth is estimate.hpp's in long double, whose own
// error is 2⁻⁸ ulp of double.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "bound.hpp"
#include "catalogue.hpp"
#include "estimate.hpp"
#include "floating.hpp"

namespace xent::test {

static_assert(std::numeric_limits<long double>::digits >= 64);

// Where the bounds of weighted losses are promised: where y·q is not subnormal.
template <class Row, class T> bool is_promised(Row, const arguments_of<Row, T>& xs) {
  if constexpr (is_weighted<Row>) {
    const T product = xs[1] * xs[2];
    return !(xs[1] > 0 && xs[2] > 0 && product < std::numeric_limits<T>::min());
  } else {
    return true;
  }
}

// |got − truth| in ulp, of the larger term where that is the greater; what is beyond the largest
// number is one ulp beyond it.
template <class T> double error_in_ulps(T got, long double truth, long double larger) {
  constexpr long double beyond =
      static_cast<long double>(std::numeric_limits<T>::max()) *
      (1 + static_cast<long double>(std::numeric_limits<T>::epsilon()) / 2);
  if (is_nan(got) != is_nan(truth)) return infinity;
  if (is_nan(got)) return 0;
  const auto brought_in = [](long double x) {
    return std::abs(x) > beyond ? std::copysign(beyond, x) : x;
  };
  const T size = static_cast<T>(std::max(std::abs(truth), larger));
  const long double difference = brought_in(got) - brought_in(truth);
  return static_cast<double>(std::abs(std::ldexp(difference, -ulp_exponent(size))));
}

// A scalar of float: the nearest one, or what is granted of a soft label.
template <class Row> bool is_scalar_kept(Row row, const arguments_of<Row, float>& xs, float got) {
  if constexpr (is_weighted<Row>) {
    if (std::isinf(xs[2])) return true;  // ∞ times what e⁻ᵃ rounds to, or times 0
  }
  const auto truth = estimated_at<Row, float>(row, xs);
  const bound allowed = bound_at<Row, float>(row, xs);
  const int shift = ulp_exponent(static_cast<float>(truth.larger)) -
                    ulp_exponent(static_cast<float>(truth.value));
  const double error = error_in_ulps(got, truth.value, 0);
  return measure<float>(allowed, error, std::max(0, shift)) <= allowed.ulps + 0x1p-30;
}

// Is `got` what the grade promises at these arguments?
template <class Row, class T>
bool is_kept(Row row, bool exact, const arguments_of<Row, T>& xs, T got) {
  if constexpr (sizeof(T) == 4) {
    if (exact) return same(got, call<Row, T>(row, xs)) && is_scalar_kept(row, xs, got);
  }
  if (!is_promised<Row, T>(row, xs)) return true;
  const auto truth = estimated_at<Row, T>(row, xs);
  const bound allowed = fast_bound_at<Row, T>(row, xs);
  const bool of_larger = allowed.is_of_larger_term;
  if (!of_larger && !is_nan(got) && std::signbit(got) != std::signbit(truth.value)) return false;
  const long double larger = of_larger ? truth.larger : 0;
  const double error = error_in_ulps(got, truth.value, larger);
  const T size = static_cast<T>(std::max(std::abs(truth.value), larger));
  const double resolution = sizeof(T) == 4 ? 0 : 0.01;
  return beyond_granted<Row, T>(row, xs, error, size) <= allowed.ulps + resolution;
}

// The same for bce and bce_grad clamped as PyTorch does, which have no scalar function.
template <class Row, class T>
bool is_clamp_kept(Row, bool exact, const arguments_of<Row, T>& xs, T got) {
  const long double p = xs[0], y = xs[1];
  if (!(p >= 0 && p <= 1) || is_nan(y)) return is_nan(got);
  long double truth = 0, larger = 0;
  if constexpr (std::is_same_v<Row, rows::bce>) {
    const long double of_one = std::min(-std::log(p), 100.0L);
    truth = y * of_one + (1 - y) * std::min(-std::log1p(-p), 100.0L);
  } else {
    const long double below = std::max(p * (1 - p), 1e-12L);
    truth = (p - y) / below;
    larger = std::max(p * (1 - y), y * (1 - p)) / below;
  }
  const double allowed = sizeof(T) == 8 ? 2.01 : exact ? 0.52 : 2.5;
  return error_in_ulps(got, truth, larger) <= allowed;
}

}  // namespace xent::test
