#pragma once
// Binary cross-entropy of a probability with the bounds of PyTorch's BCELoss, and what it shares
// with the one without: no logarithm below −100, no p(1 − p) below 10⁻¹² under the gradient's p − y
// (https://pytorch.org/docs, torch.nn.BCELoss).

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail::functions {

// y·minus_log_p + (1 − y)·minus_log_1mp; adding +0 makes −0 an ordinary 0.
template <class M>
XENT_INLINE constexpr real_of<M> sum_of_logs(expansion_of<M> minus_log_p,
                                             expansion_of<M> minus_log_1mp, real_of<M> y) {
  using T = real_of<M>;
  const expansion_of<M> w = M::sum(T(1), T(-y));
  const auto tails =
      M::fma(minus_log_p.tail, y,
             M::fma(minus_log_1mp.tail, w.head, M::clamp_to_finite(minus_log_1mp.head) * w.tail));
  const T loss = M::dot_zero_annihilates(minus_log_p.head, y, minus_log_1mp.head, w.head, tails);
  return T(loss + T(0));
}

// (1 − y)/(1 − p) − y/p for p in [0, 1], not −0.
template <class M>
XENT_INLINE constexpr real_of<M> difference_of_ratios(real_of<M> p, real_of<M> y) {
  using T = real_of<M>;
  return T(M::ratio_or_zero(M::sum(T(1), T(-y)), M::complement(p)) - M::ratio_or_zero(y, p));
}

// What may cancel in it: the terms add up to at most the difference itself and twice y/p. Labels 0
// and 1 leave one alone.
template <class M> XENT_INLINE constexpr double cancelling_ratios(real_of<M> p, real_of<M> y) {
  return keep_if(nonzero_mask(y - y * y), 2 * M::ratio_or_zero(M::magnitude(y), p));
}

// Where the gradient is clamped the exact quotients are not used: they are evaluated at p + ¼,
// because at 0 or 1 they would divide by 0 and raise a flag.
struct clamped_bce_grad {
  static constexpr const char* name = "bce_grad";
  using arguments = takes<argument::probability, argument::label>;
  using gradient = no_function;
  using clamped = clamped_bce_grad;
  static constexpr error_bounds error = bounds_of_difference;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> p, real_of<M> y) {
    using T = real_of<M>;
    const T positive = M::clear_zero_sign(p);
    const expansion_of<M> n = M::sum_unordered(positive, T(-y));
    const T clamped_value = M::fma(n.head, T(1e12), M::fma(T(1e12), n.tail, T(0)));
    const T unclamped_p = T(positive + if_clamped<M>(positive, T(0.25), T(0)));
    const T value = if_clamped<M>(positive, clamped_value, difference_of_ratios<M>(unclamped_p, y));
    return M::nan_outside_unit(p, value);
  }
  // Below 10⁻¹² the terms are p·10¹² and y·10¹².
  template <class M>
  XENT_INLINE static constexpr double cancelling_terms(real_of<M> p, real_of<M> y) {
    return cancelling_ratios<M>(at_least(M::clear_zero_sign(p), 1e-12), y);
  }

 private:
  template <class M>
  XENT_INLINE static constexpr real_of<M> if_clamped(real_of<M> p, real_of<M> then,
                                                     real_of<M> otherwise) {
    using T = real_of<M>;
    return M::if_less(M::fma(p, T(T(1) - p), T(-1e-12)), T(0), then, otherwise);
  }
};

struct clamped_bce : never_cancels {
  static constexpr const char* name = "bce";
  using arguments = takes<argument::probability, argument::label>;
  using gradient = clamped_bce_grad;
  using clamped = clamped_bce;
  static constexpr error_bounds error = bounds_of_sum;
  static constexpr bool fast_float_is_compensated = true;

  template <class M> XENT_INLINE static constexpr real_of<M> eval(real_of<M> p, real_of<M> y) {
    using T = real_of<M>;
    const T positive = M::clear_zero_sign(p);
    return M::nan_outside_unit(p, sum_of_logs<M>(M::limited(M::minus_log(positive), T(100)),
                                                 M::limited(M::minus_log1m(positive), T(100)), y));
  }
};

static_assert(function_descriptor<clamped_bce_grad> && function_descriptor<clamped_bce>);

}  // namespace xent::inline XENT_ABI::detail::functions
