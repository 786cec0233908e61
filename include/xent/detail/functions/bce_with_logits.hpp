#pragma once
// Binary cross-entropy of a logit, its gradient and hessian, over any mathematics M.
//
// With a = |x| and E = e⁻ᵃ in (0, 1], softplus(±x) = max(±x, 0) + log(1 + E), so that
//
//   loss = a·w + c·log(1 + E),      w = 1 − y for x ≥ 0, q·y for x < 0;   c = 1 − y + q·y,
//   gradient = ((1 − y) − q·y·E)/(1 + E) for x ≥ 0, ((1 − y)·E − q·y)/(1 + E) for x < 0,
//   hessian = c·E/(1 + E)².
//
// The loss is a sum of terms ≥ 0: no cancellation for any y in [0, 1] and q ≥ 0. The gradient has
// its true zero where its two terms meet, and only there.

#include <xent/detail/math/quotients.hpp>
#include <xent/detail/functions/sigmoid.hpp>

namespace xent::inline XENT_ABI::detail {

// n times a power of two.
template <class M> XENT_INLINE constexpr number_of<M> times(number_of<M> n, real_of<M> power) {
  return {real_of<M>(n.head * power), n.tail * power};
}

struct bce_with_logits_formula {
  static constexpr bool is_robust = true;

  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x, real_of<M> y) {
    using T = real_of<M>;
    const T a = M::magnitude(x);
    const T above = M::step(x);
    const T w = M::fma(T(T(1) - (above + above)), y, above);
    return M::weighted(a, w, M::log1p_of(M::exp_of_minus(a)).head);
  }

  template <class M>
  XENT_INLINE static constexpr real_of<M> of(real_of<M> x, real_of<M> y, real_of<M> q) {
    using T = real_of<M>;
    const T a = M::magnitude(x);
    const number_of<M> w = M::by_sign(x, M::product(q, y), M::sum(T(1), T(-y)));
    const number_of<M> c = label_weight<M>(y, q);
    // Far out log(1 + z) is z, lifted or not.
    const auto any_e = M::reaching_exp_of_minus(a);
    const number_of<M> log_sum = M::log1p_of(any_e.e);
    if constexpr (!M::carries || (sizeof(T) == 4 && M::fuses)) {
      const auto tails = M::fma(c.tail, log_sum.head, c.head * log_sum.tail);
      return M::weighted(a, w.head, T(M::fma(c.head, log_sum.head, tails) * any_e.down));
    } else {
      // Rounded are a·w, where nothing fuses, and the last sum: else float were beyond 2.5 ulp
      // there, and double, which promises 2, anywhere. A large a, which may be infinite, comes in
      // after: beside it nothing else counts.
      const T limit = 2048;
      const T moderate_a = M::if_less(a, limit, a, T(0)), large_a = M::if_less(a, limit, T(0), a);
      const auto reaching = M::of_weight(c.head, a, any_e);
      const T rise = reaching.rise, down = T(reaching.down * rise);
      const number_of<M> raised_w = times<M>(w, rise), raised_c = times<M>(c, rise);
      const number_of<M> rest = M::product(raised_c.head, log_sum.head);
      const auto tails = M::fma(raised_c.tail, log_sum.head, raised_c.head * log_sum.tail);
      const auto sum = M::product_plus(moderate_a, raised_w.head, T(rest.head * down));
      const auto tail = M::fma(raised_w.tail, moderate_a, T((rest.tail + tails) * down));
      const T loss = M::weighted(large_a, raised_w.head, T(sum.head + (tail + sum.tail)));
      return T(loss * reaching.fall);
    }
  }

  // 1 − y + q·y
  template <class M>
  XENT_INLINE static constexpr number_of<M> label_weight(real_of<M> y, real_of<M> q) {
    using T = real_of<M>;
    const number_of<M> negatives = M::sum(T(1), T(-y));
    if constexpr (!M::carries) {
      return {M::fma(q, y, negatives.head), {}};
    } else {
      const number_of<M> positives = M::product(q, y);
      const number_of<M> both = M::sum_unordered(negatives.head, positives.head);
      return {both.head, both.tail + (negatives.tail + positives.tail)};
    }
  }
};

// (r·E − s)/(1 + E), where s, −r = y − 1, q·y for x ≥ 0 and the other way round for x < 0. Written
// so, the limit where the label agrees is 0 with the sign of the approach, and two terms that
// cancel give +0.
struct bce_with_logits_grad_formula {
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x, real_of<M> y) {
    using T = real_of<M>;
    const T above = M::step(x), below = T(T(1) - above);
    const number_of<M> e = M::exp_of_minus(M::magnitude(x));
    return quotient<M>(M::sum(T(-above), y), M::sum(below, T(-y)), e);
  }

  template <class M>
  XENT_INLINE static constexpr real_of<M> of(real_of<M> x, real_of<M> y, real_of<M> q) {
    using T = real_of<M>;
    const number_of<M> negatives = M::sum(T(-1), y), positives = M::product(q, y);
    const number_of<M> r = M::by_sign(x, negatives, positives);
    const number_of<M> s = M::by_sign(x, positives, negatives);
    // Far out 1 + E is 1, lifted or not.
    const T a = M::magnitude(x);
    const auto any_e = M::reaching_exp_of_minus(a);
    const T weight = T(M::magnitude(r.head) + M::magnitude(s.head));
    const auto reaching = M::beside(s.head, M::of_weight(weight, a, any_e));
    const number_of<M> raised_s = times<M>(s, reaching.up);
    const number_of<M> raised_r = times<M>({T(-r.head), -r.tail}, reaching.rise);
    return T(quotient<M>(raised_s, raised_r, reaching.e) * reaching.down);
  }

  // One term alone where the label is 0 or 1.
  template <class T> static constexpr bool may_cancel(T, T y, T = 1) {
    return !exactly_equal(y, y * y);
  }
  template <class M>
  static constexpr real_of<M> size_of_terms(real_of<M> x, real_of<M> y, real_of<M> q = 1) {
    return M::magnitude((1 - y) * sigmoid_formula::of<M>(x)) +
           M::magnitude(q * y * sigmoid_formula::of<M>(-x));
  }
  template <class M>
  static constexpr real_of<M> terms_at_most(real_of<M>, real_of<M> y, real_of<M> q = 1) {
    return (1 - y) + q * y;
  }

 private:
  // (r·E − s)/(1 + E)
  template <class M>
  XENT_INLINE static constexpr real_of<M> quotient(number_of<M> s, number_of<M> r, number_of<M> e) {
    using T = real_of<M>;
    const auto n = M::product_plus(r.head, e.head, T(-s.head));
    const auto tail = M::fma(r.head, e.tail, M::fma(r.tail, e.head, n.tail - s.tail));
    return over_sum<M>({n.head, tail}, e);
  }
};

struct bce_with_logits_hess_formula {
  // Without q the labels' weights add up to 1; 0·y lets NaN through.
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x, real_of<M> y) {
    const number_of<M> e = M::exp_of_minus(M::magnitude(x));
    return M::fma(y, real_of<M>(0), over_square<M>(e, e));
  }

  template <class M>
  XENT_INLINE static constexpr real_of<M> of(real_of<M> x, real_of<M> y, real_of<M> q) {
    using T = real_of<M>;
    const T a = M::magnitude(x);
    const auto any_e = M::reaching_exp_of_minus(a);
    const number_of<M> weight = bce_with_logits_formula::label_weight<M>(y, q);
    const auto reaching = M::of_weight(weight.head, a, any_e);
    const number_of<M> c = times<M>(weight, reaching.rise);
    const number_of<M> n = M::product(c.head, reaching.e.head);
    const auto n_tail = M::fma(c.head, reaching.e.tail, M::fma(c.tail, reaching.e.head, n.tail));
    return real_of<M>(over_square<M>({n.head, n_tail}, reaching.e) * reaching.down);
  }
};

}  // namespace xent::inline XENT_ABI::detail
