#pragma once
// σ, its logarithm and inverse, and their derivatives, over any mathematics M. Everywhere a = |x|
// and E = e⁻ᵃ in (0, 1]: nothing overflows, and no difference cancels.

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/math/quotients.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail::functions {

// σ(x)σ(−x) = E/(1 + E)²
struct sigmoid_grad : never_cancels {
  static constexpr const char* name = "sigmoid_grad";
  using arguments = takes<argument::logit>;
  using gradient = no_function;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x) {
    const expansion_of<M> e = M::exp_of_minus(M::magnitude(x));
    return over_square<M>(e, e);
  }
};

// σ(x) = 1/(1 + E) for x ≥ 0, E/(1 + E) for x < 0. Where no errors are kept, 1/(1 + e⁻ˣ), both
// terms divided by exp_scale, so that nothing overflows.
struct sigmoid : never_cancels {
  static constexpr const char* name = "sigmoid";
  using arguments = takes<argument::logit>;
  using gradient = sigmoid_grad;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = false;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x) {
    if constexpr (M::has_scaled_down_exp) {
      constexpr real_of<M> one = 1 / M::exp_scale;
      return one / (one + M::scaled_down_exp_of_minus(x));
    } else {
      const expansion_of<M> e = M::exp_of_minus(M::magnitude(x));
      return over_sum<M>(M::by_sign(x, e, {real_of<M>(1), {}}), e);
    }
  }
};

// d/dx softplus(x) = σ(x)
struct softplus_grad : never_cancels {
  static constexpr const char* name = "softplus_grad";
  using arguments = takes<argument::logit>;
  using gradient = sigmoid_grad;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = sigmoid::fast_float_is_compensated;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x) {
    return sigmoid::eval<M>(x);
  }
};

// log(1 + eˣ) = max(x, 0) + log(1 + E)
struct softplus : never_cancels {
  static constexpr const char* name = "softplus";
  using arguments = takes<argument::logit>;
  using gradient = softplus_grad;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = false;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x) {
    using T = real_of<M>;
    const expansion_of<M> log_sum = M::log1p_of(M::exp_of_minus(M::magnitude(x)));
    return T(M::positive_part(x) + log_sum.head);
  }
};

// d/dx log σ(x) = σ(−x)
struct log_sigmoid_grad : never_cancels {
  static constexpr const char* name = "log_sigmoid_grad";
  using arguments = takes<argument::logit>;
  using gradient = no_function;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = sigmoid::fast_float_is_compensated;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x) {
    return sigmoid::eval<M>(real_of<M>(-x));
  }
};

// log σ(x) = −softplus(−x)
struct log_sigmoid : never_cancels {
  static constexpr const char* name = "log_sigmoid";
  using arguments = takes<argument::logit>;
  using gradient = log_sigmoid_grad;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = softplus::fast_float_is_compensated;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> x) {
    using T = real_of<M>;
    return T(-softplus::eval<M>(T(-x)));
  }
};

static_assert(function_descriptor<sigmoid_grad> && function_descriptor<sigmoid> &&
              function_descriptor<softplus_grad> && function_descriptor<softplus> &&
              function_descriptor<log_sigmoid_grad> && function_descriptor<log_sigmoid>);

}  // namespace xent::inline XENT_ABI::detail::functions
