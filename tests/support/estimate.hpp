#pragma once
// The functions of the catalogue in double or long double, R, by the C library's exp and
// logarithms, which are good to 2 ulp: quick enough for billions of arguments, and written apart
// from reference.hpp and from xent, so that each may find the other's mistakes. Within 8 ulp of R
// of the larger of the terms. Arguments are floats where R is double.

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "catalogue.hpp"
#include "floating.hpp"

namespace xent::test {

// In units of `larger`.
template <class R> inline constexpr R estimate_error = 8 * std::numeric_limits<R>::epsilon();

// A function's value, and the size of the larger of its terms where these may cancel, else its own.
template <class R> struct estimate {
  R value, larger;

  estimate(R sum) : value(sum), larger(std::abs(sum)) {}
  estimate(R difference, R larger_term) : value(difference), larger(larger_term) {}
  estimate operator-() const { return {-value, larger}; }
};

// Below it two terms of the series leave 2⁻¹⁰⁰.
inline constexpr float linear = 0x1p-33f;

// e⁻ᵃ for a ≥ 0; 0 where R has no normal number for it.
template <class R> R exp_of_minus(R a) {
  constexpr R deepest = R(0.693) * -std::numeric_limits<R>::min_exponent;
  if (a < linear) return 1 - a + a * a / 2;
  return a > deepest ? 0 : std::exp(-a);
}

// log(1 + e⁻ᵃ) for a ≥ 0.
template <class R> R log1p_exp_of_minus(R a) {
  constexpr R ln2 = R(0x1.62e42fefa39ef35793c7673007e5ed5e81e69p-1L);
  return a < linear ? ln2 - a / 2 + a * a / 8 : std::log1p(exp_of_minus(a));
}

// A term of weight 0 is absent, even where its other factor is infinite.
template <class R> R share(R weight, R term) { return weight == 0 ? R(0) : weight * term; }

template <class R> bool is_outside_unit(R p) { return !(0 <= p && p <= 1); }

namespace rows {

template <class R> estimate<R> estimated(sigmoid, R x) {
  const R e = exp_of_minus(std::abs(x));
  return (x < 0 ? e : 1) / (1 + e);
}

template <class R> estimate<R> estimated(softplus, R x) {
  return (x < 0 ? 0 : x) + log1p_exp_of_minus(std::abs(x));
}

template <class R> estimate<R> estimated(sigmoid_grad, R x) {
  const R e = exp_of_minus(std::abs(x));
  return e / ((1 + e) * (1 + e));
}

template <class R> estimate<R> estimated(log_sigmoid, R x) { return -estimated(softplus{}, -x); }
template <class R> estimate<R> estimated(log_sigmoid_grad, R x) { return estimated(sigmoid{}, -x); }
template <class R> estimate<R> estimated(softplus_grad, R x) { return estimated(sigmoid{}, x); }

// ±log1p(|2p − 1|/min(p, 1 − p)): the argument is positive, so nothing is ill-conditioned.
template <class R> estimate<R> estimated(logit, R p) {
  if (is_outside_unit(p)) return R(nan);
  const R size = std::abs(p), q = 1 - size;
  return size < q ? -std::log1p((q - size) / size) : std::log1p((size - q) / q);
}

template <class R> estimate<R> estimated(logit_grad, R p) {
  return is_outside_unit(p) ? R(nan) : 1 / (std::abs(p) * (1 - p));
}

// max + log(1 + e^−d): what rounding takes from d would weigh in e^−d where d is large.
template <class R> estimate<R> estimated(log_add_exp, R a, R b) {
  const R larger = std::max(a, b), smaller = std::min(a, b);
  if (std::isinf(larger) || std::isinf(smaller)) return larger;
  const R d = larger - smaller, back = d + smaller;
  const R lost = (larger - back) + ((back - d) - smaller);
  const R value =
      larger + (d < linear ? log1p_exp_of_minus(d) : std::log1p(exp_of_minus(d) * (1 - lost)));
  return {value, std::max(std::abs(larger), std::abs(value))};
}

template <class R> estimate<R> estimated(bce, R p, R y) {
  if (is_outside_unit(p)) return R(nan);
  const R of_one = y == 0 ? 0 : std::abs(std::log(std::abs(p)));
  const R of_zero = y == 1 ? 0 : std::abs(std::log1p(-p));
  return share(y, of_one) + share(1 - y, of_zero);
}

template <class R> estimate<R> estimated(bce_grad, R p, R y) {
  if (is_outside_unit(p)) return R(nan);
  const R size = std::abs(p), q = 1 - size;
  if (y == 0) return 1 / q;
  if (y == 1) return -1 / size;
  return {(size - y) / (size * q), std::max(y / size, (1 - y) / q)};
}

template <class R> estimate<R> estimated(weighted_bce_with_logits, R x, R y, R q) {
  const R rest = log1p_exp_of_minus(std::abs(x));
  return share(1 - y, (x < 0 ? 0 : x) + rest) + share(q * y, (x < 0 ? -x : 0) + rest);
}

template <class R> estimate<R> estimated(weighted_bce_with_logits_grad, R x, R y, R q) {
  const R e = exp_of_minus(std::abs(x)), whole = 1 / (1 + e), part = e / (1 + e);
  const R up = share(1 - y, x < 0 ? part : whole), down = share(q * y, x < 0 ? whole : part);
  if (y == 1) return -down;  // −0 where it vanishes
  return {up - down, std::max(up, down)};
}

template <class R> estimate<R> estimated(weighted_bce_with_logits_hess, R x, R y, R q) {
  return share(1 - y + q * y, estimated(sigmoid_grad{}, x).value);
}

template <class R> estimate<R> estimated(bce_with_logits, R x, R y) {
  return estimated(weighted_bce_with_logits{}, x, y, R(1));
}
template <class R> estimate<R> estimated(bce_with_logits_grad, R x, R y) {
  return estimated(weighted_bce_with_logits_grad{}, x, y, R(1));
}
template <class R> estimate<R> estimated(bce_with_logits_hess, R x, R y) {
  return estimated(weighted_bce_with_logits_hess{}, x, y, R(1));
}

}  // namespace rows

// The same by long double, at arguments of type T that may be NaN.
template <class Row, class T>
estimate<long double> estimated_at(Row row, const arguments_of<Row, T>& xs) {
  if (std::any_of(xs.begin(), xs.end(), [](T x) { return is_nan(x); })) return {nan, nan};
  return std::apply([&](auto... x) { return estimated(row, static_cast<long double>(x)...); }, xs);
}

}  // namespace xent::test
