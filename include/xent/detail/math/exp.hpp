#pragma once
// e⁻ᵃ for a ≥ 0: the one exponential that the library needs, in two ways that share their
// reduction. With steps of ln 2/s (s = 1 or 128) and n = round(−a·s/ln 2),
//
//   r = −a − n·(ln 2/s),   e⁻ᵃ = 2^(n/s)·(1 + r + r²P(r)).
//
// With ln 2 split in head and tail, −a − n·head is exact (Cody and Waite): the product is, and the
// difference cancels. Where float is computed in double one rounded constant is near enough.

#include <xent/detail/numeric/expansion_arithmetic.hpp>
#include <xent/detail/math/exp_table.hpp>
#include <xent/detail/math/precision.hpp>

namespace xent::inline XENT_ABI::detail {

// s = 1, |r| ≤ (½ + 2⁻¹³) ln 2: arithmetic only, so it runs in any lane of a vector.
template <class Profile, class Arithmetic>
struct exp_by_polynomial : carried<typename Profile::real, Arithmetic, Profile::carries> {
  using base = carried<typename Profile::real, Arithmetic, Profile::carries>;
  using typename base::number;
  using typename base::real;
  using P = Profile;

  // lift·e⁻ᵃ for a ≥ 0, which is never subnormal where e⁻ᵃ may be.
  XENT_INLINE static constexpr number lifted_of_minus(real a) {
    return scaled_of_minus<P::lift_exponent>(limited(a));
  }

  // e⁻ˣ/lift for x of either sign, which is finite where e⁻ˣ may not be.
  XENT_INLINE static constexpr number dropped_of_minus(real x) {
    return scaled_of_minus<-P::lift_exponent>(limited_both_ways(x));
  }

 private:
  template <int Scale> XENT_INLINE static constexpr number scaled_of_minus(real a) {
    // To so many bits behind the point, plus ½, and cut there: the nearest integer in any rounding
    // mode. It leaves n + bias in the bits before, ready to be an exponent.
    constexpr int fraction = sizeof(real) == 4 ? 12 : 20;
    constexpr real to_exponent =
        P::to_integer / (bits_of<real>{1} << fraction) + (P::ieee_bias + Scale);
    const real sum = base::fma(a, -P::log2_e, to_exponent + real{0.5});
    const real whole = keep_if(-(bits_of<real>{1} << fraction), sum);
    const real n = whole - to_exponent;
    const real r_head = base::fma(n, -P::ln2_head, -a), r = base::fma(n, -P::ln2_tail, r_head);
    const number m = exp_of_reduced(r, base::fma(n, -P::ln2_tail, r_head - r));
    const real power = from_bits<real>(shifted_left(to_bits(whole), P::mantissa_bits - fraction));
    return {m.head * power, m.tail * power};
  }

  // e^(r + lost), where r is rounded. In double every rounding error above 2⁻⁵⁷ is carried; in
  // float only the last one, for those before it are below ¼ ulp each.
  XENT_INLINE static constexpr number exp_of_reduced(real r, [[maybe_unused]] real lost) {
    const real series = base::polynomial(P::exp_terms, r);
    if constexpr (P::carries && sizeof(real) == 8) {
      const number linear = base::sum(real{1}, r);
      const real head = base::fma(r * r, series, linear.head);
      const real rest = base::fma(r * r, series, linear.head - head);
      return {head, base::fma(lost, head, linear.tail + rest)};
    } else {
      return base::sum(real{1}, base::fma(r * r, series, r));
    }
  }

  // A profile without a limit is only asked where none is needed.
  XENT_INLINE static constexpr real limited(real a) {
    if constexpr (requires { P::exp_limit; }) {
      return at_most(a, P::exp_limit);
    } else {
      return a;
    }
  }
  XENT_INLINE static constexpr real limited_both_ways(real x) {
    if constexpr (requires { P::exp_limit; }) {
      return at_least(at_most(x, P::exp_vanishes), -P::exp_limit);
    } else {
      return x;
    }
  }
};

// s = 128, |r| ≤ ln 2/256: a table of 1 KiB for the powers, and a polynomial a quarter as long.
template <class Profile, class Arithmetic>
struct exp_by_table : carried<double, Arithmetic, false> {
  using base = carried<double, Arithmetic, false>;
  using typename base::number;
  using P = Profile;

  XENT_INLINE static constexpr number lifted_of_minus(double a) {
    const double bounded = at_most(a, P::exp_limit);
    constexpr int steps = 128;
    const double shifted = base::fma(bounded, -P::log2_e * steps, P::to_integer);
    const double n = shifted - P::to_integer;
    const double r = base::fma(n, -P::ln2_head / steps, -bounded);

    const std::int64_t index = to_bits(shifted) & (steps - 1);
    const double power = from_bits<double>(exp_table[static_cast<std::size_t>(index)] +
                                           shifted_left(to_bits(shifted), exp_table_shift));
    const double square = r * r;
    const double series = base::polynomial(P::exp_step_terms, r);
    return {base::fma(power, base::fma(square, series, r), power), {}};
  }
};

}  // namespace xent::inline XENT_ABI::detail
