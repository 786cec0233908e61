#pragma once
// The logit of a probability and its derivative, over any mathematics M.

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/math/quotients.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail::functions {

// 1/(p(1 − p)). Multiplied by subnormal_scale the product of a subnormal p is not rounded coarsely.
struct logit_grad : never_cancels {
  static constexpr const char* name = "logit_grad";
  using arguments = takes<argument::probability>;
  using gradient = no_function;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = false;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> p) {
    using T = real_of<M>;
    const T positive = M::clear_zero_sign(p), scaled = T(positive * T(M::subnormal_scale));
    const expansion_of<M> q = M::complement(positive);
    const expansion_of<M> product = M::product(scaled, q.head);
    const T inverse = reciprocal<M>({product.head, M::fma(scaled, q.tail, product.tail)});
    return M::nan_outside_unit(p, T(inverse * T(M::subnormal_scale)));
  }
};

// log(p/(1 − p)); adding +0 makes −0 an ordinary 0.
struct logit : never_cancels {
  static constexpr const char* name = "logit";
  using arguments = takes<argument::probability>;
  using gradient = logit_grad;
  using clamped = no_function;
  static constexpr error_bounds error = bounds_of_one_variable;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> p) {
    return M::nan_outside_unit(p, M::log_odds(M::clear_zero_sign(p)));
  }
};

static_assert(function_descriptor<logit_grad> && function_descriptor<logit>);

}  // namespace xent::inline XENT_ABI::detail::functions
