#pragma once
// The mathematics that the functions are written over, for any real-like type, by its own exp, log
// and log1p, which are found by argument-dependent lookup. It serves long double, automatic
// differentiation, multiprecision, and double_double. The members are those of lane_math.

#include <cmath>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

namespace lookup {
// These hide std's functions, so that those of a class are found by argument-dependent lookup only.
// A class that converts to double would else get what it lacks from std, and lose its digits or its
// derivatives there.
void exp() = delete;
void log() = delete;
void log1p() = delete;

template <class T> constexpr T exp_of(const T& x) {
  if constexpr (std::is_floating_point_v<T>) {
    return std::exp(x);
  } else {
    return T(exp(x));
  }
}

template <class T> constexpr T log_of(const T& x) {
  if constexpr (std::is_floating_point_v<T>) {
    return std::log(x);
  } else {
    return T(log(x));
  }
}

// For a class without log1p: log of the rounded sum, plus the first-order term of the sum's
// rounding error. Unlike Kahan's quotient it can be differentiated: the derivative is u'/(1 + u) to
// rounding.
template <class T> constexpr T log1p_of(const T& u) {
  if constexpr (std::is_floating_point_v<T>) {
    return std::log1p(u);
  } else if constexpr (requires { T(log1p(u)); }) {
    return T(log1p(u));
  } else {
    const T sum(T(1) + u);
    const T lost(u - T(sum - T(1)));
    if (exactly_equal(lost, T(0)))
      return T(log(sum));  // u = −1, where the sum is 0, is one of these
    return T(T(log(sum)) + T(lost / sum));
  }
}
}  // namespace lookup

template <class T> struct generic_math {
  using real = T;
  using number = expansion<T>;
  static constexpr bool is_compensated = false, is_fused = false, has_scaled_down_exp = false;

  static constexpr T fma(const T& a, const T& b, const T& c) { return T(T(a * b) + c); }
  static constexpr T fma(const T& a, const T& b, no_tail) { return T(a * b); }
  template <class C> static constexpr C fma(no_tail, const T&, C c) { return c; }
  template <class C> static constexpr C fma(const T&, no_tail, C c) { return c; }
  static constexpr number sum(const T& a, const T& b) { return {T(a + b), {}}; }
  static constexpr number sum_unordered(const T& a, const T& b) { return {T(a + b), {}}; }
  static constexpr number product_plus(const T& a, const T& b, const T& c) {
    return {fma(a, b, c), {}};
  }
  static constexpr number product(const T& a, const T& b) { return {T(a * b), {}}; }

  static constexpr T magnitude(const T& x) { return x < T(0) ? T(-x) : x; }
  static constexpr const number& by_sign(const T& x, const number& negative,
                                         const number& positive) {
    return x < T(0) ? negative : positive;
  }
  static constexpr const T& if_less(const T& a, const T& b, const T& then, const T& otherwise) {
    return a < b ? then : otherwise;
  }
  static constexpr number limited(const number& x, const T& limit) {
    return limit < x.head ? number{limit, {}} : x;
  }
  static constexpr T step(const T& x) { return x < T(0) ? T(0) : T(1); }
  static constexpr T positive_part(const T& x) { return x < T(0) ? T(0) : x; }

  static constexpr bool is_finite(const T& x) { return exactly_equal(T(x - x), T(0)); }

  // a·w + c, where 0·∞ is 0.
  template <class C> static constexpr T fma_zero_annihilates(const T& a, const T& w, const C& c) {
    return exactly_equal(w, T(0)) && !is_finite(a) ? T(T(0) + c) : fma(a, w, c);
  }
  template <class C>
  static constexpr T dot_zero_annihilates(const T& a, const T& v, const T& b, const T& w,
                                          const C& c) {
    return fma_zero_annihilates(a, v, fma_zero_annihilates(b, w, c));
  }

  static constexpr T divide(const T& n, const T& d) { return T(n / d); }
  static constexpr const T& clamp_to_finite(const T& x) { return x; }

  // n/d, where 0/0 is 0. Other quotients of 0 are formed, because n may have a derivative.
  static constexpr T ratio_or_zero(const T& n, const T& d) {
    return exactly_equal(n, T(0)) && exactly_equal(d, T(0)) ? T(0) : T(n / d);
  }
  static constexpr T ratio_or_zero(const number& n, const number& d) {
    return ratio_or_zero(n.head, d.head);
  }

  static constexpr number exp_of_minus(const T& a) { return {lookup::exp_of(T(-a)), {}}; }

  // e^−|a − b|; equal infinities are no distance apart. With d + t the exact difference of the
  // larger and the smaller (Knuth) it is e⁻ᵈ − t·e⁻ᵈ. Where e⁻ᵈ is 0, t is not formed: it might
  // overflow.
  static constexpr expansion<T, T> exp_of_minus_gap(const T& a, const T& b) {
    if (a < b) return exp_of_minus_gap(b, a);
    const T d(a - b);
    if (!is_finite(d)) return {lookup::exp_of(T(-(exactly_equal(a, b) ? T(0) : d))), T(0)};
    const T e(lookup::exp_of(T(-d)));
    if (exactly_equal(e, T(0))) return {e, T(0)};
    const T b_part(a - d);
    const T t(T(a - T(d + b_part)) + T(b_part - b));
    return {e, T(-T(e * t))};
  }
  static constexpr expansion<T, T> accurate_log1p_of(const expansion<T, T>& e) {
    return {lookup::log1p_of(e.head), T(e.tail / T(T(1) + e.head))};
  }

  static constexpr number log1p_of(const number& e) { return {lookup::log1p_of(e.head), {}}; }
  static constexpr number complement(const T& p) { return {T(T(1) - p), {}}; }
  static constexpr number minus_log(const T& p) { return {T(-lookup::log_of(p)), {}}; }
  static constexpr number minus_log1m(const T& p) { return {T(-lookup::log1p_of(T(-p))), {}}; }

  // Near p = ½ computed from 2p − 1, which is exact for p ≥ ¼; 1 − p is exact only for p ≥ ½.
  // Farther out the two logarithms do not cancel.
  static constexpr T log_odds(const T& p) {
    const T q(T(1) - p);
    if (p < T(0.375)) return T(lookup::log_of(p) - lookup::log1p_of(T(-p)));
    if (T(0.625) < p) return T(lookup::log_of(p) - lookup::log_of(q));
    const T difference(T(p + p) - T(1));
    return lookup::log1p_of(T(difference / q));
  }

  static constexpr int subnormal_scale = 1;

  static constexpr T clear_zero_sign(const T& p) { return T(p + T(0)); }
  static constexpr T nan_outside_unit(const T& p, const T& value) {
    const bool within = !is_nan(p) && !(p < T(0)) && !(T(1) < p);
    return within ? value : T(nan_of<double>);
  }
};

}  // namespace xent::inline XENT_ABI::detail
