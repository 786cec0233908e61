#pragma once
// The truth: every function of the catalogue in MPFR, by formulas without cancellation, and the
// error of a result against it.
//
// σ, softplus and their derivatives go through E = e⁻|ˣ| ≤ 1, which adds to terms of one sign.
// log_add_exp and the gradients have true zeros; there the difference is formed from exact numbers
// and from log1p or expm1, so that what is lost is what the arguments' own digits make them meet.

#include <algorithm>

#include "catalogue.hpp"
#include "real.hpp"

namespace xent::test {

// A term of weight 0 is absent, even where its other factor is infinite.
inline real weighted(const real& weight, const real& term) {
  return weight == real(0) ? real(0) : weight * term;
}

inline bool within_unit(const real& p) { return !(p < real(0)) && !(real(1) < p); }

namespace rows {

inline real truth(sigmoid, const real& x) {
  const real e = exp(-abs(x));
  return x < real(0) ? e / (real(1) + e) : real(1) / (real(1) + e);
}

inline real truth(softplus, const real& x) {
  const real rest = log1p(exp(-abs(x)));
  return x < real(0) ? rest : x + rest;
}

inline real truth(log_sigmoid, const real& x) { return -truth(softplus{}, -x); }

// 2p − 1 has the digits of p near ½, p/(1 − p) elsewhere.
inline real truth(logit, const real& p) {
  if (!within_unit(p)) return nan;
  const bool middle = !(p < real(0.25)) && !(real(0.75) < p);
  return middle ? real(2) * atanh(p + p - real(1)) : log(abs(p) / (real(1) - p));
}

inline real truth(log_add_exp, const real& a, const real& b) {
  const real larger = a < b ? b : a;
  return a == b ? a + log(real(2)) : larger + log1p(exp(-abs(a - b)));
}

inline real truth(sigmoid_grad, const real& x) {
  const real e = exp(-abs(x));
  return e / ((real(1) + e) * (real(1) + e));
}

inline real truth(log_sigmoid_grad, const real& x) { return truth(sigmoid{}, -x); }

inline real truth(softplus_grad, const real& x) { return truth(sigmoid{}, x); }

inline real truth(logit_grad, const real& p) {
  return within_unit(p) ? real(1) / (abs(p) * (real(1) - p)) : real(nan);
}

inline real truth(bce, const real& p, const real& y) {
  if (!within_unit(p)) return nan;
  return weighted(y, -log(abs(p))) + weighted(real(1) - y, -log1p(-p));
}

// (1 − y)/(1 − p) − y/p = (p − y)/(p(1 − p))
inline real truth(bce_grad, const real& p, const real& y) {
  if (!within_unit(p)) return nan;
  if (y == real(0)) return real(1) / (real(1) - p);
  if (y == real(1)) return real(-1) / abs(p);
  return (p - y) / (abs(p) * (real(1) - p));
}

inline real truth(weighted_bce_with_logits, const real& x, const real& y, const real& q) {
  return weighted(real(1) - y, truth(softplus{}, x)) + weighted(q * y, truth(softplus{}, -x));
}

// (1 − y)σ(x) − q·y·σ(−x), the terms over 1 + E. Near 0 they may meet in more digits than we have,
// so there E is 1 + (E − 1), and 1 − y − q·y is formed first. Further out E has digits of its own,
// and the smallest label would drown in 1 − y − q·y.
inline real truth(weighted_bce_with_logits_grad, const real& x, const real& y, const real& q) {
  const real negative = real(1) - y, positive = q * y;
  if (negative == real(0)) return weighted(-positive, truth(sigmoid{}, -x));
  if (positive == real(0)) return weighted(negative, truth(sigmoid{}, x));
  const real a = abs(x), e = exp(-a), larger = x < real(0) ? positive : negative;
  const real smaller = x < real(0) ? negative : positive;
  const real size = a < real(1) ? (larger - smaller) - smaller * expm1(-a) : larger - smaller * e;
  return (x < real(0) ? -size : size) / (real(1) + e);
}

inline real truth(weighted_bce_with_logits_hess, const real& x, const real& y, const real& q) {
  return weighted(real(1) - y + q * y, truth(sigmoid_grad{}, x));
}

inline real truth(bce_with_logits, const real& x, const real& y) {
  return truth(weighted_bce_with_logits{}, x, y, real(1));
}
inline real truth(bce_with_logits_grad, const real& x, const real& y) {
  return truth(weighted_bce_with_logits_grad{}, x, y, real(1));
}
inline real truth(bce_with_logits_hess, const real& x, const real& y) {
  return truth(weighted_bce_with_logits_hess{}, x, y, real(1));
}

// The larger term in size, where a bound speaks of it; otherwise the result.
template <class Row, class... Reals> real larger_term(Row, const real& result, const Reals&...) {
  return abs(result);
}
inline real larger_term(log_add_exp, const real& result, const real& a, const real& b) {
  return std::max(abs(a < b ? b : a), abs(result));
}
inline real larger_term(bce_grad, const real&, const real& p, const real& y) {
  return std::max(weighted(y, real(1) / abs(p)), weighted(real(1) - y, real(1) / (real(1) - p)));
}
inline real larger_term(weighted_bce_with_logits_grad, const real&, const real& x, const real& y,
                        const real& q) {
  return std::max(abs(weighted(real(1) - y, truth(sigmoid{}, x))),
                  abs(weighted(q * y, truth(sigmoid{}, -x))));
}
inline real larger_term(bce_with_logits_grad, const real& result, const real& x, const real& y) {
  return larger_term(weighted_bce_with_logits_grad{}, result, x, y, real(1));
}

}  // namespace rows

// The truth at arguments of type T: its nearest T, what rounding took from it, and how much larger
// the larger term is.
template <class T> struct reference {
  T want;
  double remainder;  // (truth − want) in ulp of want, in [−½, ½]
  int shift;         // log₂ of ulp(larger term)/ulp(want), ≥ 0
};

template <class Row, class T, class... Ts> reference<T> refer(Row row, T x, Ts... more) {
  const bool any_nan = (is_nan(x) || ... || is_nan(more));
  const real value = any_nan ? real(nan) : truth(row, real(x), real(more)...);
  const T want = value.template nearest<T>();
  if (!std::isfinite(want)) return {want, 0, 0};
  const real taken = (value - real(want)).scaled(-ulp_exponent(want));
  const T larger = larger_term(row, value, real(x), real(more)...).template nearest<T>();
  return {want, taken.to_double(), std::max(0, ulp_exponent(larger) - ulp_exponent(want))};
}

}  // namespace xent::test
