#pragma once
// float functions, correctly rounded after Ziv: evaluate in double (the working precision), and
// test whether its error may change the rounding to float. Where it may, for one input in 2¹⁵,
// evaluate in double_double (the accurate phase).

#include <cstdint>

#include <xent/detail/base/config.hpp>
#include <xent/detail/math/exp.hpp>
#include <xent/detail/math/generic_math.hpp>
#include <xent/detail/math/lane_math.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/double_double.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

using working_math = lane_math<float_in_double, native, exp_by_table>;

// Above the relative error of whatever is evaluated over float_in_double, 2⁻⁴⁰·⁹.
inline constexpr double working_error = 0x1p-40;

// The truth is within the error bound 2⁻⁴⁰(|r| + terms) of r, where `terms` is a function's
// cancelling_terms: what may have cancelled in r, or no_tail where nothing cancels. These are the
// ends of that interval, rounded: if they are one float, it is the correctly rounded result.
struct rounded_ends {
  float low, high;
};
XENT_INLINE constexpr rounded_ends rounding_test(double r, no_tail) {
  return {static_cast<float>(r * (1 - working_error)), static_cast<float>(r * (1 + working_error))};
}
// The bound of an infinite r is kept finite: ∞ − ∞ would raise the flag of an invalid operation.
XENT_INLINE constexpr rounded_ends rounding_test(double r, double terms) {
  const double error_bound = at_most(working_error * (magnitude(r) + terms), largest_of<double>);
  return {static_cast<float>(r - error_bound), static_cast<float>(r + error_bound)};
}

// A quick look for the test to be needed at all: are the 29 bits that rounding discards within 2¹³
// of one half, so that an error of 2⁻⁴⁰|r| may matter? Below the normal floats more bits are
// discarded, and the answer is yes.
XENT_INLINE constexpr bool is_near_midpoint(double r) {
  constexpr std::uint32_t half = 1u << 28, radius = 1u << 13, discarded = 2 * half - 1;
  const auto bits = static_cast<std::uint64_t>(to_bits(r));
  constexpr auto least_normal = static_cast<std::uint64_t>(to_bits(0x1p-126));
  const std::uint32_t from_window = static_cast<std::uint32_t>(bits) - (half - radius);
  return (from_window & discarded & ~(2 * radius - 1)) == 0 || 2 * bits < 2 * least_normal;
}
constexpr bool may_cancel(no_tail) { return false; }
XENT_INLINE constexpr bool may_cancel(double terms) { return terms > 0; }

// r rounded to float, by the accurate phase where the test asks for it. NaN and infinities are
// right already; no constant expression may test them.
template <class Function, class Terms, class... Xs>
XENT_COLD constexpr float round_with_care(double r, Terms terms, Xs... xs) {
  if (!(magnitude(r) <= largest_of<double>)) return static_cast<float>(r);
  const rounded_ends ends = rounding_test(r, terms);
  if (exactly_equal(ends.low, ends.high)) return static_cast<float>(r);
  const double_double accurate =
      Function::template eval<generic_math<double_double>>(double_double(xs)...);
  return static_cast<float>(rounded_to_odd(accurate.head, accurate.tail));
}

template <class Function, class... Xs> XENT_INLINE constexpr float correctly_rounded(Xs... xs) {
  const double r = Function::template eval<working_math>(static_cast<double>(xs)...);
  const auto terms = Function::template cancelling_terms<working_math>(static_cast<double>(xs)...);
  if (is_near_midpoint(r) || may_cancel(terms)) [[unlikely]]
    return round_with_care<Function>(r, terms, static_cast<double>(xs)...);
  return static_cast<float>(r);
}

}  // namespace xent::inline XENT_ABI::detail
