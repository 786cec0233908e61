#pragma once
/// \defgroup bce_with_logits Cross-entropy of a logit
/// \brief Binary cross-entropy of a logit x with a label y, its gradient and its hessian, right in
/// the tails on both sides: loss and gradient are never 0 where the truth is not.
///
/// T, constexpr, noexcept, errno, exceptions and NaN as in \ref sigmoids "sigmoid.hpp". y in [0,
/// 1]; elsewhere the formula is extended. pos_weight ≥ 0 multiplies the loss of positives, as in
/// PyTorch's BCEWithLogitsLoss.
///
/// Error bounds. Labels 0 and 1 without pos_weight: float correctly rounded, double within 1.5 ulp,
/// subnormal results included. Soft labels and pos_weight: loss and hessian within 0.51 ulp (float)
/// and 2 ulp (double), the gradient within 0.51 ulp plus 2⁻⁴⁰ of the larger of its terms (float)
/// and 2 ulp of it (double).
///
/// In double that holds for pos_weight ≤ 10¹³⁶ and y·pos_weight not subnormal; far beyond, from
/// 2⁹⁹⁶ on, products overflow.
///
/// Mirrors, bit for bit: bce_with_logits(x, 1) == bce_with_logits(−x, 0),
/// bce_with_logits_grad(x, 1) == −bce_with_logits_grad(−x, 0).
///
/// Complexity: constant; an exponential and a logarithm at most, and once more with more digits for
/// one float in 2¹⁵.
///
/// Formulas: with a = |x| and E = e⁻ᵃ, the loss is w·a + (1 − y + q·y)·log(1 + E), where w is 1 − y
/// for x ≥ 0 and q·y for x < 0: a sum of terms ≥ 0. The gradient is ((1 − y) − q·y·E)/(1 + E), or
/// ((1 − y)·E − q·y)/(1 + E), by the sign of x. The page examples/why.md derives them; log(1 + E)
/// as in M. Mächler, "Accurately computing log(1 − exp(−|a|))", 2012.

#include <xent/detail/bce_with_logits_formulas.hpp>
#include <xent/detail/evaluate.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup bce_with_logits
/// \{

/// (1 − y)·softplus(x) + y·softplus(−x), for all x.
/// At x = ±∞: +0 where the label agrees, +∞ where it does not or is soft.
/// Worst double found, label 0 or 1: 1.20 ulp at (-0x1.7e5609b4edc68p-1, 0x0p+0).
/// Worst double found, soft label: 1.81 ulp at (0x1.b7e0617581144p+2, 0x1.e0acb1f725a23p-2).
/// \snippet losses.cpp bce_with_logits
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_formula>(x, y);
}

/// (1 − y)·softplus(x) + pos_weight·y·softplus(−x), for all x.
/// Worst double found, pos_weight: 1.51 ulp at
///   (0x1.c8391d5e5f988p-1, 0x1.999999999999ap-4, 0x1.b2e3b693426p+16).
/// \snippet losses.cpp bce_with_logits pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_formula>(x, y, pos_weight);
}

/// d/dx = (1 − y)·σ(x) − y·σ(−x), which is σ(x) − y without its cancellation.
/// At x = ±∞: 0 with the sign of the approach where the label agrees, ±1 where it does not, 1 − y
/// or −y where it is soft.
/// Worst double found, label 0 or 1: 1.04 ulp at (0x1.625a92c34f2e8p+9, 0x1p+0).
/// Worst double found, soft label: 1.47 ulp at (0x1.5b4b7909a9c8ep+1, 0x1.ffffffffffe88p-1).
/// \snippet losses.cpp bce_with_logits_grad
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y);
}

/// d/dx = (1 − y)·σ(x) − pos_weight·y·σ(−x).
/// Worst double found, pos_weight: 1.57 ulp at (0x1.edb02fca4e3c8p+1, 0x1p+0, 0x1.8p+1).
/// \snippet losses.cpp bce_with_logits_grad pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y, pos_weight);
}

/// d²/dx² = σ(x)σ(−x), whatever the label; +0 at ±∞.
/// Worst double found, label 0 or 1: 1.15 ulp at (-0x1.0cd88357bf1bbp+5, 0x1p+0).
/// Worst double found, soft label: 1.11 ulp at (0x1.83162d44a1f46p+3, 0x1.e666666666666p-1).
/// \snippet losses.cpp bce_with_logits_hess
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y);
}

/// d²/dx² = (1 − y + pos_weight·y)·σ(x)σ(−x); +0 at ±∞.
/// Worst double found, pos_weight: 1.31 ulp at
///   (0x1.0eb1a8fac54ccp+9, 0x1p+0, 0x1.5c7e66b55d036p-248).
/// \snippet losses.cpp bce_with_logits_hess pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y, pos_weight);
}

/// \}

}  // namespace xent::inline XENT_ABI
