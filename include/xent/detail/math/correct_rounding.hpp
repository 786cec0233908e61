#pragma once
// float functions, correctly rounded after Ziv: evaluate in double (the working precision), and
// test whether its error may change the rounding to float. Where it may, for one input in 2¹⁵,
// evaluate in double_double (the accurate phase).

#include <type_traits>

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

// Above the relative error of whatever is evaluated over float_in_double, 2⁻⁴¹.
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
XENT_INLINE constexpr rounded_ends rounding_test(double r, double terms) {
  const double error_bound = working_error * (magnitude(r) + terms);
  return {static_cast<float>(r - error_bound), static_cast<float>(r + error_bound)};
}

// NaN and infinities are right already.
template <class Function, class... Xs>
XENT_COLD constexpr float accurate_phase(double r, Xs... xs) {
  if (!(magnitude(r) <= largest_of<double>)) return static_cast<float>(r);
  const double_double accurate =
      Function::template eval<generic_math<double_double>>(double_double(xs)...);
  return static_cast<float>(rounded_to_odd(accurate.head, accurate.tail));
}

// r, evaluated over M, rounded to float.
template <class Function, class M, class... Xs>
XENT_INLINE constexpr float rounded_to_float(double r, Xs... xs) {
  // The test makes NaN of infinities, which no constant expression may do.
  if (std::is_constant_evaluated() && !(magnitude(r) <= largest_of<double>))
    return static_cast<float>(r);
  const rounded_ends ends = rounding_test(r, Function::template cancelling_terms<M>(xs...));
  if (!exactly_equal(ends.low, ends.high)) [[unlikely]]
    return accurate_phase<Function>(r, xs...);
  return static_cast<float>(r);
}

template <class Function, class... Xs> XENT_INLINE constexpr float correctly_rounded(Xs... xs) {
  const double r = Function::template eval<working_math>(static_cast<double>(xs)...);
  return rounded_to_float<Function, working_math>(r, static_cast<double>(xs)...);
}

}  // namespace xent::inline XENT_ABI::detail
