#pragma once
// Binary cross-entropy of a logit x with a label y, its gradient and its hessian, right in the
// tails on both sides: loss and gradient are never 0 where the truth is not.
//
// T, constexpr, noexcept, errno and NaN as in sigmoid.hpp. y in [0, 1]; elsewhere the formula is
// extended. pos_weight ≥ 0 multiplies the loss of positives, as in PyTorch's BCEWithLogitsLoss.
//
// Error bounds. Labels 0 and 1 without pos_weight: float correctly rounded, double within 1.5 ulp,
// subnormal results included. Soft labels and pos_weight: loss and hessian within 0.51 ulp (float)
// and 2 ulp (double), the gradient within 0.51 ulp plus 2⁻⁴⁰ of the larger of its terms (float)
// and 2 ulp of it (double).
//
// Mirrors, bit for bit: bce_with_logits(x, 1) == bce_with_logits(−x, 0),
// bce_with_logits_grad(x, 1) == −bce_with_logits_grad(−x, 0).

#include <xent/detail/bce_with_logits_formulas.hpp>
#include <xent/detail/evaluate.hpp>

namespace xent::inline XENT_ABI {

// (1 − y)·softplus(x) + y·softplus(−x), for all x.
// At x = ±∞: +0 where the label agrees, +∞ where it does not or is soft.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_formula>(x, y);
}

// (1 − y)·softplus(x) + pos_weight·y·softplus(−x), for all x.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_formula>(x, y, pos_weight);
}

// d/dx = (1 − y)·σ(x) − y·σ(−x), which is σ(x) − y without its cancellation.
// At x = ±∞: 0 with the sign of the approach where the label agrees, ±1 where it does not, 1 − y
// or −y where it is soft.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y);
}

// d/dx = (1 − y)·σ(x) − pos_weight·y·σ(−x).
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y, pos_weight);
}

// d²/dx² = σ(x)σ(−x), whatever the label; +0 at ±∞.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y);
}

// d²/dx² = (1 − y + pos_weight·y)·σ(x)σ(−x); +0 at ±∞.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y, pos_weight);
}

}  // namespace xent::inline XENT_ABI
