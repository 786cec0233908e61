#pragma once
// e⁻ᵃ for a ≥ 0, the one exponential that the library needs, in two ways that share their range
// reduction. With steps of ln 2/s (s = 1 or 128) and n = round(−a·s/ln 2),
//   r = −a − n·(ln 2/s),   e⁻ᵃ = 2^(n/s)·(1 + r + r²P(r)).
// With ln 2 as head + tail, −a − n·head is exact (Cody and Waite), because the product is exact and
// the difference cancels. Where float is computed in double one rounded constant is near enough.

#include <cstddef>
#include <cstdint>

#include <xent/detail/base/config.hpp>
#include <xent/detail/math/exp_table.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion_arithmetic.hpp>

namespace xent::inline XENT_ABI::detail {

// No limit is needed where the caller keeps a within a normal range.
template <class T> XENT_INLINE constexpr T at_most(T x, no_limit) { return x; }
template <class T> XENT_INLINE constexpr T at_least(T x, no_limit) { return x; }
constexpr no_limit operator-(no_limit) { return {}; }

// P is a precision. lane_math checks that: here a constraint would keep nvcc from taking these as
// template arguments.
// s = 1, |r| ≤ (½ + 2⁻¹³) ln 2: arithmetic only, so it runs in any lane of a vector.
template <class P, class Arithmetic>
struct exp_by_polynomial : expansion_arithmetic<typename P::real, Arithmetic, P::is_compensated> {
  using base = expansion_arithmetic<typename P::real, Arithmetic, P::is_compensated>;
  using typename base::number;
  using typename base::real;

  // 2^ScaleExponent·e⁻ᵃ: normal where e⁻ᵃ may be subnormal, or finite where it may be infinite.
  template <int ScaleExponent> XENT_INLINE static constexpr number scaled_of_minus(real a) {
    // The sum has so many bits behind the point; with ½ added and those bits cut off it is the
    // nearest integer in any rounding mode. The bits before are n + bias, ready to be an exponent.
    constexpr int fraction = sizeof(real) == 4 ? 12 : 20;
    constexpr real to_exponent =
        P::to_integer / (bits_of<real>{1} << fraction) + (P::exponent_bias + ScaleExponent);
    const real sum = base::fma(a, -P::log2_e, to_exponent + real{0.5});
    const real whole = keep_if(-(bits_of<real>{1} << fraction), sum);
    const real n = whole - to_exponent;
    const real r_head = base::fma(n, -P::ln2_head, -a), r = base::fma(n, -P::ln2_tail, r_head);
    [[maybe_unused]] const real lost = base::fma(n, -P::ln2_tail, r_head - r);

    const real series = base::template polynomial<P::exp_terms>(r);
    number m{};  // e^(r + lost)
    if constexpr (P::is_compensated && sizeof(real) == 8) {
      // Every rounding error above 2⁻⁵⁷ is kept, that of r too.
      const number linear = base::sum(real{1}, r);
      const real head = base::fma(r * r, series, linear.head);
      const real rest = base::fma(r * r, series, linear.head - head);
      m = {head, base::fma(lost, head, linear.tail + rest)};
    } else {
      // Only that of the last sum is kept, because those before it are below ¼ ulp each.
      m = base::sum(real{1}, base::fma(r * r, series, r));
    }
    const real power = from_bits<real>(shifted_left(to_bits(whole), P::mantissa_bits - fraction));
    return {m.head * power, m.tail * power};
  }
};

// s = 128, |r| ≤ ln 2/256: a table of 1 KiB for the powers, and a polynomial a quarter as long.
template <class P, class Arithmetic>
struct exp_by_table : expansion_arithmetic<double, Arithmetic, false> {
  using base = expansion_arithmetic<double, Arithmetic, false>;
  using typename base::number;

  // e⁻ᵃ. Nothing underflows, so it need not be scaled.
  template <int ScaleExponent> XENT_INLINE static constexpr number scaled_of_minus(double a) {
    static_assert(ScaleExponent == 0);
    constexpr int steps = 128;
    const double shifted = base::fma(a, -P::log2_e * steps, P::to_integer);
    const double n = shifted - P::to_integer;
    const double r = base::fma(n, -P::ln2_head / steps, -a);

    const std::int64_t index = to_bits(shifted) & (steps - 1);
    const double power = from_bits<double>(exp_table[static_cast<std::size_t>(index)] +
                                           shifted_left(to_bits(shifted), exp_table_shift));
    const double square = r * r;
    const double series = base::fma(r, P::exp_step_terms[1], P::exp_step_terms[0]);
    return {base::fma(power, base::fma(square, series, r), power), {}};
  }
};

}  // namespace xent::inline XENT_ABI::detail
