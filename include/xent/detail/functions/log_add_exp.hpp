#pragma once
// Logarithms of sums of exponentials, over any mathematics M: of two, and a term of many.

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail::functions {

// log(eᵃ + eᵇ) = max(a, b) + log(1 + E), E = e^−|a−b|. The two terms may cancel where the maximum
// is negative.
struct log_add_exp {
  static constexpr const char* name = "log_add_exp";
  using arguments = takes<argument::exponent, argument::exponent>;
  using gradient = no_function;
  using clamped = no_function;
  static constexpr error_bounds error{{{0.51, true}, {0.51, true}}, {{1.5, true}, {1.5, true}}, {}};
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> a, real_of<M> b) {
    using T = real_of<M>;
    const auto log_sum = M::accurate_log1p_of(M::exp_of_minus_gap(a, b));
    const T larger = larger_of(a, b);
    if (!M::is_finite(larger)) return T(larger + log_sum.head);
    const expansion_of<M> sum = M::sum_unordered(larger, log_sum.head);
    return T(sum.head + (sum.tail + log_sum.tail));
  }
  // The maximum is exact, so the error is that of log(1 + E), which is at most |result| +
  // |maximum|.
  template <class M> static constexpr double cancelling_terms(real_of<M> a, real_of<M> b) {
    return at_least(-larger_of(a, b), 0.0);
  }

 private:
  template <class T> static constexpr T larger_of(const T& a, const T& b) { return a < b ? b : a; }
};

// e^(x − m) for m − 2000 ≤ x < m; 0 for x = m, which log_sum_exp counts. With d + t the exact gap
// it is e⁻ᵈ(1 − t). The sum may be hardly more than this one term, and where m is near 0 t may be
// as large as 2⁻⁴⁸: in double that would show.
template <class Element> struct exp_below_maximum : never_cancels {
  static constexpr const char* name = "exp_below_maximum";
  using arguments = takes<argument::exponent, argument::exponent>;
  using gradient = no_function;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x, real_of<M> m) {
    const real_of<M> gap = m - x;
    expansion_of<M> e = M::exp_of_minus(gap);
    if constexpr (sizeof(Element) == 8)
      e.head += M::fma(-e.head, M::sum_unordered(m, -x).tail, e.tail);
    return keep_if(nonzero_mask(gap), e.head);
  }
};

static_assert(function_descriptor<log_add_exp> && function_descriptor<exp_below_maximum<float>> &&
              function_descriptor<exp_below_maximum<double>>);

}  // namespace xent::inline XENT_ABI::detail::functions
