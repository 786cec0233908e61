#pragma once
// The mathematics that the formulas are written over, for lanes of float or double: branch-free.
// A kernel is a profile (what to compute in, how finely) over an arithmetic (fused or plain), with
// one of the two exponentials: exp_by_polynomial, which vectorises, or exp_by_table, quicker alone.

#include <limits>

#include <xent/detail/math/exp.hpp>
#include <xent/detail/math/log.hpp>

namespace xent::inline XENT_ABI::detail {

template <class Profile, class Arithmetic,
          template <class, class> class Exponential = exp_by_polynomial>
struct kernel : logarithm<Profile, Arithmetic> {
  using base = logarithm<Profile, Arithmetic>;
  using typename base::number;
  using typename base::real;
  using typename base::tail;
  using mask = bits_of<real>;
  static constexpr bool carries = Profile::carries, fuses = std::is_same_v<Arithmetic, fused>;

  static constexpr real lift = Profile::lift;

  XENT_INLINE static constexpr number exp_of_minus(real a) {
    const number lifted = Exponential<Profile, Arithmetic>::lifted_of_minus(a);
    return {lifted.head * (1 / lift), lifted.tail * (1 / lift)};
  }

  // e = e⁻ᵃ, and factors of what multiplies it, of what stands beside the product, and of the
  // result: 1, 1, 1; but where e⁻ᵃ may be subnormal, and a weight may bring it back, e = lift·e⁻ᵃ
  // and the factors are 1, lift, 1/lift. fall = 1/rise.
  struct reaching {
    number e;
    real rise, fall, up, down;
  };
  XENT_INLINE static constexpr reaching reaching_exp_of_minus(real a) {
    const number lifted = Exponential<Profile, Arithmetic>::lifted_of_minus(a);
    if constexpr (Profile::lift_exponent == 0) {
      return {lifted, 1, 1, 1, 1};
    } else {
      const mask is_far = sign_mask(Profile::near_limit - a);
      const real back = pick(is_far, 1, 1 / lift);
      return {{lifted.head * back, lifted.tail * back},
              1,
              1,
              pick(is_far, lift, 1),
              pick(is_far, 1 / lift, 1)};
    }
  }

  // The same, but lift, lift, 1/lift where e⁻ᵃ is normal and its product with a small weight, or
  // what the product loses, may not be. Each comparison leaves room for the other side's: arrays
  // take the shallow way only where nothing is lifted here, whatever the rounding mode.
  XENT_INLINE static constexpr reaching of_weight(real weight, real a, reaching e) {
    if constexpr (Profile::lift_exponent == 0) {
      return e;
    } else {
      const mask is_deep = sign_mask(weighted_shallow_limit<real> + real{0.5} - a);
      const real enough = pick(is_deep, real{0.5}, least_shallow_weight<real> / 2);
      const mask is_small = sign_mask(magnitude(weight) - enough);
      return {e.e, pick(is_small, lift * e.down, 1), pick(is_small, e.up / lift, 1),
              pick(is_small, lift, e.up), pick(is_small, 1 / lift, e.down)};
    }
  }

  // The same, but 1, 1, 1 where |s| > 1, which no small weight has: far out s is all that counts
  // there, and lifted it might overflow.
  XENT_INLINE static constexpr reaching beside(real s, reaching e) {
    if constexpr (Profile::lift_exponent == 0) {
      return e;
    } else {
      const mask is_large = sign_mask(1 - magnitude(s));
      return {e.e, e.rise, e.fall, pick(is_large, 1, e.up), pick(is_large, 1, e.down)};
    }
  }

  XENT_INLINE static constexpr real dropped_exp_of_minus(real x) requires(!carries &&
                                                                          sizeof(real) == 4) {
    return Exponential<Profile, Arithmetic>::dropped_of_minus(x).head;
  }
  XENT_INLINE static constexpr real magnitude(real x) { return detail::magnitude(x); }
  XENT_INLINE static constexpr real divided(real n, real d) { return detail::divided(n, d); }

  XENT_INLINE static constexpr real pick(mask m, real if_set, real if_clear) {
    return detail::pick(m, if_set, if_clear);
  }
  XENT_INLINE static constexpr nothing pick(mask, nothing, nothing) { return {}; }

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

  // 1 for x ≥ 0, 0 for x < 0.
  XENT_INLINE static constexpr real step(real x) { return real{0.5} + copy_sign(real{0.5}, x); }
  XENT_INLINE static constexpr real positive_part(real x) { return keep_if(~sign_mask(x), x); }

  XENT_INLINE static constexpr bool is_finite(real x) { return magnitude(x) <= largest_of<real>; }

  // a·w + c, where 0·∞ is 0. Where the result is to be narrowed, a number beyond the narrow type's
  // range serves for ∞.
  template <class C> XENT_INLINE static constexpr real weighted(real a, real w, C c) {
    if constexpr (requires { Profile::stands_for_infinity; }) {
      return base::fma(at_most(a, Profile::stands_for_infinity), w, c);
    } else if constexpr (requires { Profile::is_bounded; }) {
      return base::fma(a, w, c);
    } else {
      return base::fma(keep_if(nonzero_mask(w), a), w, c);
    }
  }

  // a·v + b·w + c for terms ≥ 0, where 0·∞ is 0. What the sum of two rounded products loses is
  // kept: they and the last sum round to 1¼ ulp together.
  template <class C>
  XENT_INLINE static constexpr real weighted_sum(real a, real v, real b, real w, C c) {
    if constexpr (!carries || fuses) {
      return weighted(a, v, weighted(b, w, c));
    } else {
      const real left = weighted(a, v, tail{}), right = weighted(b, w, tail{});
      const real lost = base::sum_unordered(finite(left), finite(right)).tail;
      return (left + right) + (lost + c);
    }
  }

  XENT_INLINE static constexpr real finite(real x) { return at_most(x, largest_of<real>); }

  // n/d, or 0 where n is: by another divisor, for 0/0 would raise the flag of an invalid operation.
  XENT_INLINE static constexpr real share(real n, real d) {
    constexpr mask one = to_bits(real{1});
    return divided(n, from_bits<real>(to_bits(d) | (~nonzero_mask(n) & one)));
  }
  // The change by the tails is below 2 ulp, so 1/d may be off by 12 %: from its bits. Where the
  // quotient is infinite, d is 0 and has no tail.
  XENT_INLINE static constexpr real share(number n, number d) {
    const real q = share(n.head, d.head);
    if constexpr (!carries) {
      return q;
    } else {
      const real change = base::fma(-keep_if(nonzero_mask(d.tail), q), d.tail, n.tail);
      return base::fma(change, near_reciprocal_of(d.head), q);
    }
  }

  // e^−|a − b|; equal infinities are no distance apart. With d + t the exact difference, e⁻ᵈ(1 −
  // t). From 1000 on it is 0, and a − b might overflow.
  XENT_INLINE static constexpr number exp_of_minus_gap(real a, real b) {
    if (exactly_equal(a, b)) return exp_of_minus(0);
    if (magnitude(a / 2 - b / 2) >= 500) return {0, {}};
    const number e = exp_of_minus(magnitude(a - b));
    const number difference = base::sum_unordered(a, -b);
    const real signed_head = -copy_sign(e.head, difference.head);
    return {e.head, base::fma(signed_head, difference.tail, e.tail)};
  }

  // From the bits of d > 0, to 12 %.
  XENT_INLINE static constexpr real near_reciprocal_of(real d) {
    using U = std::make_unsigned_t<mask>;
    return from_bits<real>(
        static_cast<mask>(U{Profile::reciprocal_bits} - static_cast<U>(to_bits(d))));
  }

  // For probabilities: +0 instead of −0, whatever is made of those below; and NaN instead of the
  // value for those outside [0, 1].
  XENT_INLINE static constexpr real from_zero(real p) { return magnitude(p); }
  XENT_INLINE static constexpr real within_unit(real p, real value) {
    return is_within_unit(p) ? value : nan_of<real>;
  }
};

}  // namespace xent::inline XENT_ABI::detail
