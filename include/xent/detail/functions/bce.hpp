#pragma once
// Binary cross-entropy of a probability, and its derivative, over any mathematics M.

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/clamped_bce.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail::functions {

// (1 − y)/(1 − p) − y/p, a term being 0 where its label weight is.
struct bce_grad {
  static constexpr const char* name = "bce_grad";
  using arguments = takes<argument::probability, argument::label>;
  using gradient = no_function;
  using clamped = clamped_bce_grad;
  static constexpr error_bounds error = bounds_of_difference;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> p, real_of<M> y) {
    return M::nan_outside_unit(p, difference_of_ratios<M>(M::clear_zero_sign(p), y));
  }
  template <class M>
  XENT_INLINE static constexpr double cancelling_terms(real_of<M> p, real_of<M> y) {
    return cancelling_ratios<M>(M::clear_zero_sign(p), y);
  }
};

// −y·log p − (1 − y)·log(1 − p), a sum of terms ≥ 0.
struct bce : never_cancels {
  static constexpr const char* name = "bce";
  using arguments = takes<argument::probability, argument::label>;
  using gradient = bce_grad;
  using clamped = clamped_bce;
  static constexpr error_bounds error = bounds_of_sum;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> p, real_of<M> y) {
    const real_of<M> positive = M::clear_zero_sign(p);
    return M::nan_outside_unit(p,
                               sum_of_logs<M>(M::minus_log(positive), M::minus_log1m(positive), y));
  }
};

static_assert(function_descriptor<bce_grad> && function_descriptor<bce>);

}  // namespace xent::inline XENT_ABI::detail::functions
