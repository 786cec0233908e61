#pragma once
// One result against the bound of its grade. The truth is the same formula in long double, whose
// own error, 4 ulp of it, is 2⁻⁹ ulp of double.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "catalogue.hpp"
#include "floating.hpp"

namespace xent::test {

static_assert(std::numeric_limits<long double>::digits >= 64);

// The larger of the two terms that a soft label lets meet, where the bound speaks of it; else 0.
template <class Row> long double larger_term(Row, const arguments_of<Row, long double>& xs) {
  if constexpr (Row::of_double.soft.of_larger_term) {
    const long double y = xs[1], q = Row::arity == 3 ? xs[2] : 1;
    const auto term = [](long double weight, long double size) {
      return weight == 0 ? 0 : weight * size;
    };
    if (Row::arguments[0] == argument::probability)
      return std::max(term(1 - y, 1 / (1 - xs[0])), term(y, 1 / xs[0]));
    return std::max(term(1 - y, xent::sigmoid(xs[0])), term(q * y, xent::sigmoid(-xs[0])));
  } else {
    return 0;
  }
}

// Where the bounds of weighted losses are promised: where y·q is not subnormal.
template <class Row, class T> bool is_promised(Row, const arguments_of<Row, T>& xs) {
  if constexpr (Row::arity == 3) {
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
  if constexpr (Row::arity == 3) {
    if (std::isinf(xs[2])) return true;  // ∞ times what e⁻ᵃ rounds to, or times 0
  }
  arguments_of<Row, long double> wide;
  for (std::size_t k = 0; k < xs.size(); ++k) wide[k] = static_cast<long double>(xs[k]);
  const long double truth = call<Row, long double>(row, wide);
  const bound allowed = bound_at<Row, float>(row, xs);
  const int shift = ulp_exponent(static_cast<float>(larger_term(row, wide))) -
                    ulp_exponent(static_cast<float>(truth));
  return allowed.measure<float>(error_in_ulps(got, truth, 0), std::max(0, shift)) <=
         allowed.ulps + 0x1p-30;
}

// Is `got` what the grade promises at these arguments?
template <class Row, class T>
bool is_kept(Row row, bool exact, const arguments_of<Row, T>& xs, T got) {
  if constexpr (sizeof(T) == 4) {
    if (exact) return same(got, call<Row, T>(row, xs)) && is_scalar_kept(row, xs, got);
  }
  if (!is_promised<Row, T>(row, xs)) return true;
  arguments_of<Row, long double> wide;
  for (std::size_t k = 0; k < xs.size(); ++k) wide[k] = static_cast<long double>(xs[k]);
  const long double truth = call<Row, long double>(row, wide);
  const bool hard = is_hard<Row, T>(row, xs);
  const double allowed = sizeof(T) == 4 ? fast_ulps : bound_at<Row, T>(row, xs).ulps + 0.01;
  const long double larger = hard ? 0 : larger_term(row, wide);
  if (larger == 0 && !is_nan(got) && std::signbit(got) != std::signbit(truth)) return false;
  const double error = error_in_ulps(got, truth, larger);
  const T size = static_cast<T>(std::max(std::abs(truth), larger));
  return beyond_granted<Row, T>(row, xs, error, size) <= allowed;
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
