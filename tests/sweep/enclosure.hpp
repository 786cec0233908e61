#pragma once
// Where the true result of a float function lies, as an interval of long doubles.
//
// exp, log and log1p of glibc's long double are good to 3 ulp and the formulas add as much again:
// 2⁻⁶⁰ of the value covers it where long double has 64 bits. Where it has 53, the interval widens
// and MPFR decides more often; the verdict is the same.

#include <cmath>
#include <limits>

#include "../catalogue.hpp"

namespace xent::test {

struct interval {
  long double low, high;

  friend interval operator-(interval i) { return {-i.high, -i.low}; }
};

inline interval around(long double value) {
  constexpr long double margin = 8 * std::numeric_limits<long double>::epsilon();
  if (std::isinf(value)) return {value, value};
  const long double radius = std::abs(value) * margin;
  return {value - radius, value + radius};
}

// A positive result below e⁻¹⁰⁴, less than half of the smallest float.
inline interval vanishing() { return {0.0L, 0x1p-150L * 0.99L}; }

inline constexpr float saturation = 104;

// Below 2⁻³³ two terms of the series leave 2⁻¹⁰⁰.
inline constexpr float linear = 0x1p-33f;

// e⁻ᵃ for 0 ≤ a ≤ saturation.
inline long double exp_of_minus(long double a) {
  return a < linear ? 1 - a + a * a / 2 : std::exp(-a);
}

// log(1 + e⁻ᵃ) for 0 ≤ a ≤ saturation.
inline long double log1p_exp_of_minus(long double a) {
  constexpr long double ln2 = 0x1.62e42fefa39ef35793c7673007e5ed5e81e69p-1L;
  return a < linear ? ln2 - a / 2 + a * a / 8 : std::log1p(std::exp(-a));
}

inline bool outside_unit(long double p) { return !(0 <= p && p <= 1); }

namespace rows {

inline interval enclose(sigmoid, float x) {
  if (x < -saturation) return vanishing();
  if (x > saturation) return around(1);
  const long double e = exp_of_minus(std::abs(x));
  return around((x < 0 ? e : 1) / (1 + e));
}

inline interval enclose(softplus, float x) {
  if (x < -saturation) return vanishing();
  if (x > saturation) return around(x);
  return around((x < 0 ? 0 : x) + log1p_exp_of_minus(std::abs(x)));
}

inline interval enclose(sigmoid_grad, float x) {
  if (std::abs(x) > saturation) return vanishing();
  const long double e = exp_of_minus(std::abs(x));
  return around(e / ((1 + e) * (1 + e)));
}

inline interval enclose(log_sigmoid, float x) { return -enclose(softplus{}, -x); }
inline interval enclose(log_sigmoid_grad, float x) { return enclose(sigmoid{}, -x); }
inline interval enclose(softplus_grad, float x) { return enclose(sigmoid{}, x); }

// ±log1p(|2p − 1|/min(p, 1 − p)): the argument is positive, so nothing is ill-conditioned.
inline interval enclose(logit, float x) {
  const long double p = std::abs(x), q = 1 - p;
  if (outside_unit(x)) return {nan, nan};
  return around(p < q ? -std::log1p((q - p) / p) : std::log1p((p - q) / q));
}

inline interval enclose(logit_grad, float x) {
  const long double p = std::abs(x);
  return outside_unit(x) ? interval{nan, nan} : around(1 / (p * (1 - p)));
}

inline interval enclose(bce, float x, float y) {
  const long double p = std::abs(x);
  if (outside_unit(x)) return {nan, nan};
  return around(y == 0 ? std::abs(std::log1p(-p)) : std::abs(std::log(p)));
}

inline interval enclose(bce_grad, float x, float y) {
  const long double p = std::abs(x);
  if (outside_unit(x)) return {nan, nan};
  return around(y == 0 ? 1 / (1 - p) : -1 / p);
}

inline interval enclose(bce_with_logits, float x, float y) {
  return enclose(softplus{}, y == 0 ? x : -x);
}
inline interval enclose(bce_with_logits_grad, float x, float y) {
  return y == 0 ? enclose(sigmoid{}, x) : -enclose(sigmoid{}, -x);
}
inline interval enclose(bce_with_logits_hess, float x, float) { return enclose(sigmoid_grad{}, x); }

}  // namespace rows
}  // namespace xent::test
