#pragma once
// Logarithms through one series. With k an integer and |u| ≤ 0.2005 (1/3 where the sum is taken
// whole)
//
//   log(2ᵏ(1 + f)) = k·ln 2 + 2 atanh u,   u = f/(2 + f),   2 atanh u = 2u + u³Q(u²),
//
// and 2u = f − f·u, so that f stands in front exactly and only small terms are rounded.

#include <limits>

#include <xent/detail/numeric/expansion_arithmetic.hpp>
#include <xent/detail/math/precision.hpp>

namespace xent::inline XENT_ABI::detail {

template <class Profile, class Arithmetic>
struct logarithm : carried<typename Profile::real, Arithmetic, Profile::carries> {
  using base = carried<typename Profile::real, Arithmetic, Profile::carries>;
  using typename base::number;
  using typename base::real;
  using P = Profile;
  using integer = bits_of<real>;

  // log(2ᵏ(1 + f)) from k, f and u; k may be `nothing`, which is 0. k·ln2_head is exact.
  template <class K> XENT_INLINE static constexpr number from_series(K k, number f, real u) {
    const real square = u * u;
    const real series = base::polynomial(P::atanh_terms, square) * (u * square);
    const number front = base::sum(k * P::ln2_head, f.head);
    const auto tails = base::fma(k, P::ln2_tail, f.tail + front.tail);
    return base::sum(front.head, base::fma(-f.head, u, series) + tails);
  }

  // The same from a u that carries its own error: within 0.06 ulp, the tail added.
  XENT_INLINE static constexpr split<real, real> from_quotient(real k, number u) {
    const real square = u.head * u.head;
    const number front = base::sum(k * P::ln2_head, 2 * u.head);
    const auto tails = base::fma(k, P::ln2_tail, front.tail + (u.tail + u.tail));
    return {front.head,
            base::fma(base::polynomial(P::atanh_terms, square), u.head * square, tails)};
  }

  // log(1 + E) for E in (0, 1], without loss for the smallest E.
  // Halving the sum: from E = ½ on, 1 + E = 2(1 + f) with f = (E − 1)/2, exact.
  // In float a polynomial does it without division: E − E²R(E), of which only the small part
  // rounds.
  XENT_INLINE static constexpr number log1p_of(number e) {
    if constexpr (requires { P::log1p_terms; }) {
      const real square = e.head * e.head, rest = base::polynomial(P::log1p_terms, e.head);
      if constexpr (P::carries) {
        return base::sum(e.head, base::fma(-square, rest, e.tail));
      } else {
        return {base::fma(-square, rest, e.head), {}};
      }
    } else if constexpr (P::halves_sum) {
      const integer is_large = ~sign_mask(e.head - real{0.5});
      const real one = keep_if(is_large, real{1});
      const real scale = base::fma(one, real{-0.5}, real{1});
      const number f{(e.head - one) * scale, e.tail * scale};
      const real u = (e.head - one) / ((real{2} + one) + e.head);
      return from_series(one, f, u);
    } else {
      const real u = e.head / (real{2} + e.head);
      const real square = u * u;
      return {base::fma(base::polynomial(P::atanh_terms, square), u * square, u + u), {}};
    }
  }

  // The same, nearer, for what is to cancel: u carries its own error and E's. Halved as above.
  XENT_INLINE static constexpr number log1p_closely(number e) {
    if constexpr (!P::carries) {
      return log1p_of(e);
    } else {
      if (e.head < real{0x1p-60}) return e;
      const real one = keep_if(~sign_mask(e.head - real{0.5}), real{1});
      const number below = base::sum(real{2} + one, e.head);
      const auto log =
          from_quotient(one, quotient({e.head - one, e.tail}, {below.head, below.tail + e.tail}));
      return base::sum(log.head, log.tail);
    }
  }

  // The integer k nearest to log₂(a/b), or next to it where both are about as near. As integers the
  // bits of a number are its log₂ made piecewise linear, low by up to 0.0861; so a/b·2⁻ᵏ lies in
  // (2^-0.5861, 2^0.5861), and in [¾, 3/2) for b = 1. For a, b > 0 and normal.
  XENT_INLINE static constexpr integer binary_exponent(real a, real b) {
    using U = std::make_unsigned_t<integer>;
    constexpr U sign = U{1} << (8 * sizeof(real) - 1);
    constexpr U half = U{1} << (P::mantissa_bits - 1);
    // Shifted as an unsigned number raised by 2¹¹: vectors of int64 have no other shift in AVX2.
    const U distance = static_cast<U>(to_bits(a)) - static_cast<U>(to_bits(b)) + (half + sign);
    return static_cast<integer>(distance >> P::mantissa_bits) -
           static_cast<integer>(sign >> P::mantissa_bits);
  }

  // x·2⁻ᵏ while both are normal.
  XENT_INLINE static constexpr real scaled_down(real x, integer k) {
    using U = std::make_unsigned_t<integer>;
    return from_bits<real>(
        static_cast<integer>(static_cast<U>(to_bits(x)) - (static_cast<U>(k) << P::mantissa_bits)));
  }

  XENT_INLINE static constexpr real to_real(integer k) {
    return from_bits<real>(to_bits(real{P::to_integer}) + k) - P::to_integer;
  }

  // p·2^raise is normal for every p > 0, and exact for p ≤ 1: so subnormals have an exponent too. A
  // float is normal already where it is computed in double.
  static constexpr integer raise = P::narrows ? 0 : P::mantissa_bits + 2;
  static constexpr real raising = static_cast<real>(integer{1} << raise);

  // −log p for p in [0, 1]; f = m − 1 is exact.
  XENT_INLINE static constexpr number minus_log(real p) {
    const real raised = p * raising;
    const integer k = binary_exponent(raised, 1);
    const real f = scaled_down(raised, k) - 1;
    return minus_from_exponent(k - raise, f, p);
  }

  // −log(1 − p) for p in [0, 1]; f = (1 − p)2⁻ᵏ − 1, written (2⁻ᵏ − 1) − p·2⁻ᵏ, is exact: −p for
  // k = 0, 1 − 2p for k = −1, and below 1 − p itself is exact.
  XENT_INLINE static constexpr number minus_log1m(real p) {
    const real q = 1 - p;
    const integer k = binary_exponent(q, 1);
    const real scale = scaled_down(1, k);
    const real f = base::fma(-p, scale, scale - 1);
    return minus_from_exponent(k, f, q);
  }

  // log(p/(1 − p)) for p in [0, 1]: with q = 1 − p and p' = p·2⁻ᵏ near q,
  //   k·ln 2 + 2 atanh u,  u = (p' − q)/(p' + q),
  // where p' − q is exact; in the middle k = 0, and u = 2p − 1 comes out exactly.
  XENT_INLINE static constexpr real log_odds(real p) {
    // Beyond the poles there are NaN on the way, which no constant expression may make.
    if (std::is_constant_evaluated() && (exactly_equal(p, real{0}) || exactly_equal(p, real{1})))
      return (p - real{0.5}) * infinity_of<real>;
    const number q = base::complement(p);
    const real raised = p * raising;
    const integer k = binary_exponent(raised, q.head);
    const real scaled_p = scaled_down(raised, k);
    const number difference = base::sum(scaled_p - q.head, -q.tail);
    const number total = base::sum_unordered(scaled_p, q.head);
    const number u = quotient(difference, {total.head, total.tail + q.tail});

    const auto log = from_quotient(to_real(k - raise), u);
    return -infinite_where_zero(p, -infinite_where_zero(q.head, log.head + log.tail));
  }

 private:
  XENT_INLINE static constexpr real infinite_where_zero(real x, real otherwise) {
    return pick(nonzero_mask(x), otherwise, infinity_of<real>);
  }

  // −log(2ᵏ(1 + f)), or ∞ where x is 0.
  XENT_INLINE static constexpr number minus_from_exponent(integer k, real f, real x) {
    const number log = from_series(to_real(k), {f, {}}, f / (2 + f));
    return {infinite_where_zero(x, -log.head), -log.tail};
  }

  // n/d with its rounding error, where errors are carried.
  XENT_INLINE static constexpr number quotient(number n, number d) {
    if constexpr (P::carries) {
      const real reciprocal = 1 / d.head;
      const real q = n.head * reciprocal;
      const number back = base::product(q, d.head);
      return {q, (((n.head - back.head) - back.tail) + base::fma(-q, d.tail, n.tail)) * reciprocal};
    } else {
      return {n.head / d.head, {}};
    }
  }
};

}  // namespace xent::inline XENT_ABI::detail
