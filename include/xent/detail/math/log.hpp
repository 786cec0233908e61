#pragma once
// Logarithms through one series. With k an integer and |u| ≤ 0.2005 (1/3 where the sum is not
// halved),
//   log(2ᵏ(1 + f)) = k·ln 2 + 2 atanh u,   u = f/(2 + f),   2 atanh u = 2u + u³Q(u²),
// and 2u = f − f·u, so that f stands in front exactly and only small terms are rounded.

#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>
#include <xent/detail/numeric/expansion_arithmetic.hpp>

namespace xent::inline XENT_ABI::detail {

template <precision P, class Arithmetic>
struct logarithm : expansion_arithmetic<typename P::real, Arithmetic, P::is_compensated> {
  using base = expansion_arithmetic<typename P::real, Arithmetic, P::is_compensated>;
  using typename base::number;
  using typename base::real;
  using integer = bits_of<real>;

  // log(1 + E) for E in (0, 1], without loss for the smallest E.
  XENT_INLINE static constexpr number log1p_of(number e) {
    if constexpr (P::log1p == log1p_method::polynomial) {
      // In float without a division, E − E²R(E), of which only the small part rounds.
      const real square = e.head * e.head;
      const real rest = base::template polynomial<P::log1p_terms>(e.head);
      if constexpr (P::is_compensated) {
        return base::sum(e.head, base::fma(-square, rest, e.tail));
      } else {
        return {base::fma(-square, rest, e.head), {}};
      }
    } else if constexpr (P::log1p == log1p_method::halved_quotient) {
      // From E = ½ on, 1 + E = 2(1 + f) with f = (E − 1)/2, exact.
      const integer is_large = ~sign_mask(e.head - real{0.5});
      const real one = keep_if(is_large, real{1});
      const real scale = base::fma(one, real{-0.5}, real{1});
      const number f{(e.head - one) * scale, e.tail * scale};
      const real u = (e.head - one) / ((real{2} + one) + e.head);
      return from_series(one, f, u);
    } else {
      const real u = e.head / (real{2} + e.head);
      const real square = u * u;
      const real series = base::template polynomial<P::atanh_terms>(square);
      return {base::fma(series, u * square, u + u), {}};
    }
  }

  // The same with u's own error and E's kept, for a result that is to cancel. Halved as above.
  XENT_INLINE static constexpr number accurate_log1p_of(number e) {
    if constexpr (!P::is_compensated) {
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

  // p·2^subnormal_shift is normal for every p > 0, and exact for p ≤ 1, so that subnormals have an
  // exponent too. A float is normal already where it is computed in double.
  static constexpr integer subnormal_shift = P::is_wider_than_result ? 0 : P::mantissa_bits + 2;
  static constexpr real subnormal_scale = static_cast<real>(integer{1} << subnormal_shift);

  // −log p for p in [0, 1]; f = m − 1 is exact.
  XENT_INLINE static constexpr number minus_log(real p) {
    const real normal = p * subnormal_scale;
    const integer k = binary_exponent(normal, 1);
    const real f = divided_by_power(normal, k) - 1;
    return minus_from_exponent(k - subnormal_shift, f, p);
  }

  // −log(1 − p) for p in [0, 1]; f = (1 − p)2⁻ᵏ − 1, written (2⁻ᵏ − 1) − p·2⁻ᵏ, is exact: it is −p
  // for k = 0 and 1 − 2p for k = −1, and for smaller k 1 − p itself is exact.
  XENT_INLINE static constexpr number minus_log1m(real p) {
    const real q = 1 - p;
    const integer k = binary_exponent(q, 1);
    const real scale = divided_by_power(1, k);
    const real f = base::fma(-p, scale, scale - 1);
    return minus_from_exponent(k, f, q);
  }

  // log(p/(1 − p)) for p in [0, 1]: with q = 1 − p and p' = p·2⁻ᵏ near q,
  //   k·ln 2 + 2 atanh u,  u = (p' − q)/(p' + q),
  // where p' − q is exact. Near p = ½, k = 0 and u = 2p − 1 comes out exactly.
  XENT_INLINE static constexpr real log_odds(real p) {
    // At the poles NaN come up on the way, which no constant expression may make.
    if (std::is_constant_evaluated() && (exactly_equal(p, real{0}) || exactly_equal(p, real{1})))
      return (p - real{0.5}) * infinity_of<real>;
    const number q = base::complement(p);
    const real normal = p * subnormal_scale;
    const integer k = binary_exponent(normal, q.head);
    const real scaled_p = divided_by_power(normal, k);
    const number difference = base::sum(scaled_p - q.head, -q.tail);
    const number total = base::sum_unordered(scaled_p, q.head);
    const number u = quotient(difference, {total.head, total.tail + q.tail});

    const auto log = from_quotient(to_real(k - subnormal_shift), u);
    return -infinite_where_zero(p, -infinite_where_zero(q.head, log.head + log.tail));
  }

 private:
  // log(2ᵏ(1 + f)) from k, f and u; k·ln2_head is exact.
  XENT_INLINE static constexpr number from_series(real k, number f, real u) {
    const real square = u * u;
    const real series = base::template polynomial<P::atanh_terms>(square) * (u * square);
    const number front = base::sum(k * P::ln2_head, f.head);
    const auto tails = base::fma(k, P::ln2_tail, f.tail + front.tail);
    return base::sum(front.head, base::fma(-f.head, u, series) + tails);
  }

  // The same from a u with its own error: head + tail is within 0.06 ulp.
  XENT_INLINE static constexpr expansion<real, real> from_quotient(real k, number u) {
    const real square = u.head * u.head;
    const number front = base::sum(k * P::ln2_head, 2 * u.head);
    const auto tails = base::fma(k, P::ln2_tail, front.tail + (u.tail + u.tail));
    const real series = base::template polynomial<P::atanh_terms>(square);
    return {front.head, base::fma(series, u.head * square, tails)};
  }

  // The integer k nearest to log₂(a/b), or next to it where both are about as near, for normal a,
  // b > 0. The bits of a number, as an integer, are its log₂ made piecewise linear, low by up to
  // 0.0861; so a/b·2⁻ᵏ lies in (2^-0.5861, 2^0.5861), and in [¾, 3/2) for b = 1.
  XENT_INLINE static constexpr integer binary_exponent(real a, real b) {
    using U = std::make_unsigned_t<integer>;
    constexpr U sign = U{1} << (8 * sizeof(real) - 1);
    constexpr U half = U{1} << (P::mantissa_bits - 1);
    // Bias, then shift unsigned: AVX2 has no 64-bit arithmetic right shift.
    const U distance = static_cast<U>(to_bits(a)) - static_cast<U>(to_bits(b)) + (half + sign);
    return static_cast<integer>(distance >> P::mantissa_bits) -
           static_cast<integer>(sign >> P::mantissa_bits);
  }

  // x·2⁻ᵏ, both being normal.
  XENT_INLINE static constexpr real divided_by_power(real x, integer k) {
    using U = std::make_unsigned_t<integer>;
    return from_bits<real>(
        static_cast<integer>(static_cast<U>(to_bits(x)) - (static_cast<U>(k) << P::mantissa_bits)));
  }

  XENT_INLINE static constexpr real to_real(integer k) {
    return from_bits<real>(to_bits(real{P::to_integer}) + k) - P::to_integer;
  }

  XENT_INLINE static constexpr real infinite_where_zero(real x, real otherwise) {
    return pick(nonzero_mask(x), otherwise, infinity_of<real>);
  }

  // −log(2ᵏ(1 + f)), or ∞ where x is 0.
  XENT_INLINE static constexpr number minus_from_exponent(integer k, real f, real x) {
    const number log = from_series(to_real(k), {f, {}}, f / (2 + f));
    return {infinite_where_zero(x, -log.head), -log.tail};
  }

  // n/d with its rounding error, where errors are kept.
  XENT_INLINE static constexpr number quotient(number n, number d) {
    if constexpr (P::is_compensated) {
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
