#pragma once
// The mathematics that the functions are written over, for one lane of float or double: without
// branches, but for what log_add_exp alone asks for. It is a precision (what to compute in, how
// finely) over an arithmetic (fused or plain), with one of two exponentials: exp_by_polynomial,
// which vectorises, or exp_by_table, which is quicker alone.

#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/math/exp.hpp>
#include <xent/detail/math/log.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

template <precision P, class Arithmetic,
          template <class, class> class Exponential = exp_by_polynomial>
struct lane_math : logarithm<P, Arithmetic> {
  using base = logarithm<P, Arithmetic>;
  using typename base::number;
  using typename base::real;
  using typename base::tail;
  using mask = bits_of<real>;
  using exponential = Exponential<P, Arithmetic>;

  static constexpr bool is_compensated = P::is_compensated;
  static constexpr bool is_fused = std::is_same_v<Arithmetic, fused>;
  // Whether scaled_down_exp_of_minus is there: 1/(1 + e⁻ˣ) is good enough where no errors are kept.
  static constexpr bool has_scaled_down_exp = !is_compensated && sizeof(real) == 4;
  static constexpr real exp_scale = P::exp_scale;

  XENT_INLINE static constexpr number exp_of_minus(real a) {
    const number scaled =
        exponential::template scaled_of_minus<P::exp_scale_exponent>(at_most(a, P::exp_limit));
    return {scaled.head * (1 / exp_scale), scaled.tail * (1 / exp_scale)};
  }
  // e⁻ˣ/exp_scale for x of either sign.
  XENT_INLINE static constexpr real scaled_down_exp_of_minus(real x) {
    const real limited_x = at_least(at_most(x, P::sigmoid_saturates), -P::exp_limit);
    return exponential::template scaled_of_minus<-P::exp_scale_exponent>(limited_x).head;
  }

  // e^−|a − b|; equal infinities are no distance apart. With d + t the exact difference it is
  // e⁻ᵈ(1 − t). From 1000 on it is 0, and a − b might overflow.
  XENT_INLINE static constexpr number exp_of_minus_gap(real a, real b) {
    if (exactly_equal(a, b)) return exp_of_minus(0);
    if (magnitude(a / 2 - b / 2) >= 500) return {0, {}};
    const number e = exp_of_minus(magnitude(a - b));
    const number difference = base::sum_unordered(a, -b);
    const real signed_head = -copy_sign(e.head, difference.head);
    return {e.head, base::fma(signed_head, difference.tail, e.tail)};
  }

  XENT_INLINE static constexpr real magnitude(real x) { return detail::magnitude(x); }
  XENT_INLINE static constexpr real divide(real n, real d) { return detail::divide(n, d); }

  XENT_INLINE static constexpr real pick(mask m, real if_set, real if_clear) {
    return detail::pick(m, if_set, if_clear);
  }
  XENT_INLINE static constexpr no_tail pick(mask, no_tail, no_tail) { return {}; }

  // One of two by the sign of x.
  XENT_INLINE static constexpr number by_sign(real x, number negative, number positive) {
    const mask is_negative = sign_mask(x);
    return {pick(is_negative, negative.head, positive.head),
            pick(is_negative, negative.tail, positive.tail)};
  }

  XENT_INLINE static constexpr real if_less(real a, real b, real then, real otherwise) {
    return pick(sign_mask(a - b), then, otherwise);
  }
  // min(x, limit)
  XENT_INLINE static constexpr number limited(number x, real limit) {
    const mask is_above = sign_mask(limit - x.head);
    return {pick(is_above, limit, x.head), pick(is_above, tail{}, x.tail)};
  }

  // By the sign of x, of zeros too: 0 where it is negative, else 1.
  XENT_INLINE static constexpr real step(real x) { return real{0.5} + copy_sign(real{0.5}, x); }
  XENT_INLINE static constexpr real positive_part(real x) { return keep_if(~sign_mask(x), x); }

  XENT_INLINE static constexpr bool is_finite(real x) { return magnitude(x) <= largest_of<real>; }
  XENT_INLINE static constexpr real clamp_to_finite(real x) { return at_most(x, largest_of<real>); }

  // a·w + c, where 0·∞ is 0.
  template <class C> XENT_INLINE static constexpr real fma_zero_annihilates(real a, real w, C c) {
    if constexpr (P::infinities == infinite_factor::becomes_large) {
      return base::fma(at_most(a, P::large), w, c);
    } else if constexpr (P::infinities == infinite_factor::cannot_occur) {
      return base::fma(a, w, c);
    } else {
      return base::fma(keep_if(nonzero_mask(w), a), w, c);
    }
  }

  // a·v + b·w + c for terms ≥ 0, where 0·∞ is 0. Unfused, the rounding error of the sum of the two
  // products is kept: they and the last sum round to 1¼ ulp together.
  template <class C>
  XENT_INLINE static constexpr real dot_zero_annihilates(real a, real v, real b, real w, C c) {
    if constexpr (!is_compensated || is_fused) {
      return fma_zero_annihilates(a, v, fma_zero_annihilates(b, w, c));
    } else {
      const real left = fma_zero_annihilates(a, v, tail{});
      const real right = fma_zero_annihilates(b, w, tail{});
      const real lost = base::sum_unordered(clamp_to_finite(left), clamp_to_finite(right)).tail;
      return (left + right) + (lost + c);
    }
  }

  // n/d, or 0 where n is 0: then d is replaced, because 0/0 would raise the flag of an invalid
  // operation.
  XENT_INLINE static constexpr real ratio_or_zero(real n, real d) {
    constexpr mask one = to_bits(real{1});
    return divide(n, from_bits<real>(to_bits(d) | (~nonzero_mask(n) & one)));
  }
  // The change by the tails is below 2 ulp, so an estimate of 1/d good to 12 % serves. Where the
  // quotient is infinite, d is 0 and has no tail.
  XENT_INLINE static constexpr real ratio_or_zero(number n, number d) {
    const real q = ratio_or_zero(n.head, d.head);
    if constexpr (!is_compensated) {
      return q;
    } else {
      const real change = base::fma(-keep_if(nonzero_mask(d.tail), q), d.tail, n.tail);
      return base::fma(change, estimated_reciprocal(d.head), q);
    }
  }

  // For probabilities: +0 for −0 (and for those below 0 whatever; they give NaN in the end).
  XENT_INLINE static constexpr real clear_zero_sign(real p) { return magnitude(p); }
  XENT_INLINE static constexpr real nan_outside_unit(real p, real value) {
    return is_within_unit(p) ? value : nan_of<real>;
  }

 private:
  // 1/d to 12 % for d > 0, from its bits.
  XENT_INLINE static constexpr real estimated_reciprocal(real d) {
    using U = std::make_unsigned_t<mask>;
    return from_bits<real>(static_cast<mask>(U{P::reciprocal_bits} - static_cast<U>(to_bits(d))));
  }
};

}  // namespace xent::inline XENT_ABI::detail
