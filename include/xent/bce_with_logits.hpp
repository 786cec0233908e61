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
// In double that holds for pos_weight ≤ 10¹³⁶ and y·pos_weight not subnormal; far beyond, from 2⁹⁹⁶
// on, products overflow.
//
// Mirrors, bit for bit: bce_with_logits(x, 1) == bce_with_logits(−x, 0),
// bce_with_logits_grad(x, 1) == −bce_with_logits_grad(−x, 0).

#include <xent/detail/bce_with_logits_formulas.hpp>
#include <xent/detail/evaluate.hpp>

namespace xent::inline XENT_ABI {

// (1 − y)·softplus(x) + y·softplus(−x), for all x.
// At x = ±∞: +0 where the label agrees, +∞ where it does not or is soft.
// Worst doubles found: label 0 or 1: 1.04 ulp at (0x1.0d9a7de4ea77dp-2, 0x0p+0):
//   got 0x1.aab743abf4c1p-1, want 0x1.aab743abf4c0fp-1.
// soft label: 1.64 ulp at (0x1.59024fa6121eap+1, 0x1.3333333333333p-2):
//   got 0x1.f3bd06ab52b1p+0, want 0x1.f3bd06ab52b12p+0.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_formula>(x, y);
}

// (1 − y)·softplus(x) + pos_weight·y·softplus(−x), for all x.
// Worst double found: 1.78 ulp at (-0x1.e6ad8258d5fa5p+3, 0x1.15e0e2e61575p-23, 0x1.e848p+19):
//   got 0x1.f7cc546a4cba4p+0, want 0x1.f7cc546a4cba2p+0.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_formula>(x, y, pos_weight);
}

// d/dx = (1 − y)·σ(x) − y·σ(−x), which is σ(x) − y without its cancellation.
// At x = ±∞: 0 with the sign of the approach where the label agrees, ±1 where it does not, 1 − y
// or −y where it is soft.
// Worst doubles found: label 0 or 1: 0.77 ulp at (-0x1.67a10daaad618p-2, 0x0p+0):
//   got 0x1.a7016d3cb0945p-2, want 0x1.a7016d3cb0944p-2.
// soft label: 1.39 ulp at (-0x1.62d9a3d8c3e6ep+1, 0x1.1d5d48ff3856ep-47):
//   got 0x1.e2074256f1baep-5, want 0x1.e2074256f1bafp-5.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y);
}

// d/dx = (1 − y)·σ(x) − pos_weight·y·σ(−x).
// Worst double found: 1.44 ulp at (-0x1.0a0ee9de9029fp+2, 0x1.3b1a09343ae5p-54, 0x1.e848p+19):
//   got 0x1.f8fa9c41e0a2bp-7, want 0x1.f8fa9c41e0a2cp-7.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y, pos_weight);
}

// d²/dx² = σ(x)σ(−x), whatever the label; +0 at ±∞.
// Worst doubles found: label 0 or 1: 1.05 ulp at (-0x1.c862a9b5e901p+3, 0x0p+0):
//   got 0x1.57832b1b68ef7p-21, want 0x1.57832b1b68ef8p-21.
// soft label: 1.05 ulp at (-0x1.de9e608dc9b0fp+4, 0x1.fffffffffff5fp-1):
//   got 0x1.cb6e237f26114p-44, want 0x1.cb6e237f26113p-44.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y);
}

// d²/dx² = (1 − y + pos_weight·y)·σ(x)σ(−x); +0 at ±∞.
// Worst double found: 1.06 ulp at (0x1.58b60d2d83d25p+3, 0x1.576015c13beep-3, 0x1.8p+1):
//   got 0x1.d5dd40c4c3b09p-16, want 0x1.d5dd40c4c3b0ap-16.
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y, pos_weight);
}

}  // namespace xent::inline XENT_ABI
