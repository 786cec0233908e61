#pragma once
// Binary cross-entropy of a logit, its gradient and hessian, over any mathematics M. With a = |x|
// and E = e⁻ᵃ in (0, 1], softplus(±x) = max(±x, 0) + log(1 + E), so that
//
//   loss = a·w + c·log(1 + E),      w = 1 − y for x ≥ 0, q·y for x < 0;   c = 1 − y + q·y,
//   gradient = ((1 − y) − q·y·E)/(1 + E) for x ≥ 0, ((1 − y)·E − q·y)/(1 + E) for x < 0,
//   hessian = c·E/(1 + E)².
//
// The loss is a sum of terms ≥ 0: nothing cancels for any y in [0, 1] and q ≥ 0. The gradient has
// its true zero where its two terms meet, and only there. c is called the label weight.

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/functions/infinite_pos_weight.hpp>
#include <xent/detail/math/quotients.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail::functions {

// 1 − y + q·y
template <class M> XENT_INLINE constexpr expansion_of<M> label_weight(real_of<M> y, real_of<M> q) {
  const expansion_of<M> negatives = M::sum(real_of<M>(1), real_of<M>(-y));
  if constexpr (!M::is_compensated) {
    return {M::fma(q, y, negatives.head), {}};
  } else {
    const expansion_of<M> positives = M::product(q, y);
    const expansion_of<M> both = M::sum_unordered(negatives.head, positives.head);
    return {both.head, both.tail + (negatives.tail + positives.tail)};
  }
}

struct bce_with_logits_hess : never_cancels {
  static constexpr const char* name = "bce_with_logits_hess";
  using arguments =
      takes<argument::logit, argument::label, argument::optional<argument::pos_weight>>;
  using gradient = no_function;
  using clamped = no_function;
  using positive_term = detail::positive_term<+1, vanishes_at::both_infinities>;
  static constexpr error_bounds error = bounds_of_sum;
  static constexpr bool fast_float_is_compensated = true;

  // Without q the label weight is 1. 0·y lets NaN through.
  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x, real_of<M> y) {
    const expansion_of<M> e = M::exp_of_minus(M::magnitude(x));
    return M::fma(y, real_of<M>(0), over_square<M>(e, e));
  }

  template <class M>
  XENT_INLINE static constexpr real_of<M> eval(real_of<M> x, real_of<M> y, real_of<M> q) {
    const expansion_of<M> e = M::exp_of_minus(M::magnitude(x));
    const expansion_of<M> c = label_weight<M>(y, q);
    const expansion_of<M> n = M::product(c.head, e.head);
    const auto n_tail = M::fma(c.head, e.tail, M::fma(c.tail, e.head, n.tail));
    return over_square<M>({n.head, n_tail}, e);
  }
};

// (r·E − s)/(1 + E), where s, −r = y − 1, q·y for x ≥ 0 and the other way round for x < 0. Written
// so, the limit where the label agrees is 0 with the sign of the approach, and two terms that
// cancel give +0.
struct bce_with_logits_grad {
  static constexpr const char* name = "bce_with_logits_grad";
  using arguments =
      takes<argument::logit, argument::label, argument::optional<argument::pos_weight>>;
  using gradient = bce_with_logits_hess;
  using clamped = no_function;
  using positive_term = detail::positive_term<-1, vanishes_at::plus_infinity>;
  static constexpr error_bounds error = bounds_of_difference;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x, real_of<M> y) {
    using T = real_of<M>;
    const T above = M::step(x), below = T(T(1) - above);
    const expansion_of<M> e = M::exp_of_minus(M::magnitude(x));
    return quotient<M>(M::sum(T(-above), y), M::sum(below, T(-y)), e);
  }

  template <class M>
  XENT_INLINE static constexpr real_of<M> eval(real_of<M> x, real_of<M> y, real_of<M> q) {
    using T = real_of<M>;
    const expansion_of<M> negatives = M::sum(T(-1), y), positives = M::product(q, y);
    const expansion_of<M> minus_r = M::by_sign(x, negatives, positives);
    const expansion_of<M> s = M::by_sign(x, positives, negatives);
    return quotient<M>(s, {T(-minus_r.head), -minus_r.tail}, M::exp_of_minus(M::magnitude(x)));
  }

  // The terms add up to the difference itself and twice the smaller one, which is at most
  // min(1 − y, q·y). That is 0 for labels 0 and 1, which leave one term alone.
  template <class M>
  XENT_INLINE static constexpr double cancelling_terms(real_of<M>, real_of<M> y) {
    return 2 * at_most(M::magnitude(y), M::magnitude(1 - y));
  }
  template <class M>
  XENT_INLINE static constexpr double cancelling_terms(real_of<M>, real_of<M> y, real_of<M> q) {
    return 2 * at_most(M::magnitude(q * y), M::magnitude(1 - y));
  }

 private:
  // (r·E − s)/(1 + E)
  template <class M>
  XENT_INLINE static constexpr real_of<M> quotient(expansion_of<M> s, expansion_of<M> r,
                                                   expansion_of<M> e) {
    using T = real_of<M>;
    const auto n = M::product_plus(r.head, e.head, T(-s.head));
    const auto tail = M::fma(r.head, e.tail, M::fma(r.tail, e.head, n.tail - s.tail));
    return over_sum<M>({n.head, tail}, e);
  }
};

struct bce_with_logits : never_cancels {
  static constexpr const char* name = "bce_with_logits";
  using arguments =
      takes<argument::logit, argument::label, argument::optional<argument::pos_weight>>;
  using gradient = bce_with_logits_grad;
  using clamped = no_function;
  using positive_term = detail::positive_term<+1, vanishes_at::plus_infinity>;
  static constexpr error_bounds error = bounds_of_sum;
  static constexpr bool fast_float_is_compensated = false;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x, real_of<M> y) {
    using T = real_of<M>;
    const T a = M::magnitude(x);
    const T above = M::step(x);
    const T w = M::fma(T(T(1) - (above + above)), y, above);
    return M::fma_zero_annihilates(a, w, M::log1p_of(M::exp_of_minus(a)).head);
  }

  template <class M>
  XENT_INLINE static constexpr real_of<M> eval(real_of<M> x, real_of<M> y, real_of<M> q) {
    using T = real_of<M>;
    const T a = M::magnitude(x);
    const expansion_of<M> w = M::by_sign(x, M::product(q, y), M::sum(T(1), T(-y)));
    const expansion_of<M> c = label_weight<M>(y, q);
    const expansion_of<M> log_sum = M::log1p_of(M::exp_of_minus(a));
    if constexpr (!M::is_compensated || (sizeof(T) == 4 && M::is_fused)) {
      const auto tails = M::fma(c.tail, log_sum.head, c.head * log_sum.tail);
      return M::fma_zero_annihilates(a, w.head, T(M::fma(c.head, log_sum.head, tails)));
    } else {
      // Two roundings remain: of a·w where nothing fuses, and of the last sum. More would
      // exceed 2.5 ulp in float unfused, and 2 ulp in double. A large a, which may be infinite,
      // comes in after that: beside it nothing else counts.
      const T limit = 2048;
      const T moderate_a = M::if_less(a, limit, a, T(0)), large_a = M::if_less(a, limit, T(0), a);
      const expansion_of<M> rest = M::product(c.head, log_sum.head);
      const auto tails = M::fma(c.tail, log_sum.head, c.head * log_sum.tail);
      const auto sum = M::product_plus(moderate_a, w.head, rest.head);
      const T tail = M::fma(w.tail, moderate_a, rest.tail + tails) + sum.tail;
      // An infinite sum has a tail that is not a number.
      const T finite_tail = M::if_less(largest_of<T>, sum.head, T(0), tail);
      return M::fma_zero_annihilates(large_a, w.head, T(sum.head + finite_tail));
    }
  }
};

static_assert(function_descriptor<bce_with_logits_hess> &&
              function_descriptor<bce_with_logits_grad> && function_descriptor<bce_with_logits>);

}  // namespace xent::inline XENT_ABI::detail::functions
