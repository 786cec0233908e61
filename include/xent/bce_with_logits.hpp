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
/// Worst doubles found: label 0 or 1: 1.05 ulp at (-0x1.caa39570544d2p-3, 0x1p+0):
///   got 0x1.9f6c9a41c082ap-1, want 0x1.9f6c9a41c082bp-1.
/// soft label: 1.62 ulp at (0x1.52ec8744795c5p+3, 0x1.3333333333333p-2):
///   got 0x1.da7ec0624891cp+2, want 0x1.da7ec0624891ep+2.
/// \snippet losses.cpp bce_with_logits
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_formula>(x, y);
}

/// (1 − y)·softplus(x) + pos_weight·y·softplus(−x), for all x.
/// Worst double found: 1.69 ulp at (-0x1.78d45319e5fap+7, 0x1.815df379f29fap-274, 0x1.8p+1):
///   got 0x1.abb3424e1aa89p-265, want 0x1.abb3424e1aa87p-265.
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
/// Worst doubles found: label 0 or 1: 0.94 ulp at (0x1.29d0bb981fc2ep+3, 0x1p+0):
///   got -0x1.7cdab86d85ba9p-14, want -0x1.7cdab86d85baap-14.
/// soft label: 1.46 ulp at (0x1.2ce6098ef5054p+0, 0x1.ffffffffff8aap-1):
///   got -0x1.e3169e1cfbd5bp-3, want -0x1.e3169e1cfbd5ap-3.
/// \snippet losses.cpp bce_with_logits_grad
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y);
}

/// d/dx = (1 − y)·σ(x) − pos_weight·y·σ(−x).
/// Worst double found: 1.47 ulp at (0x1.a1128c09ed9ecp+1, 0x1.9e09093f1b3f8p-3,
/// 0x1.01d88130780b4p+17):
///   got -0x1.edba64fd41652p+9, want -0x1.edba64fd41653p+9.
/// \snippet losses.cpp bce_with_logits_grad pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_grad_formula>(x, y, pos_weight);
}

/// d²/dx² = σ(x)σ(−x), whatever the label; +0 at ±∞.
/// Worst doubles found: label 0 or 1: 1.23 ulp at (0x1.d71d96c6ff841p+4, 0x1p+0):
///   got 0x1.6f2783a0f16cbp-43, want 0x1.6f2783a0f16cap-43.
/// soft label: 1.28 ulp at (-0x1.dc07ebf47450cp+3, 0x1.fc15d136ab12bp-1):
///   got 0x1.73d585f13bb73p-22, want 0x1.73d585f13bb72p-22.
/// \snippet losses.cpp bce_with_logits_hess
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y);
}

/// d²/dx² = (1 − y + pos_weight·y)·σ(x)σ(−x); +0 at ±∞.
/// Worst double found: 1.38 ulp at (-0x1.f1913e105cdcp+3, 0x1.999999999999ap-4,
/// 0x1.f184249f8a4dep+1):
///   got 0x1.e8ec361220c92p-23, want 0x1.e8ec361220c93p-23.
/// \snippet losses.cpp bce_with_logits_hess pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_with_logits_hess_formula>(x, y, pos_weight);
}

/// \}

}  // namespace xent::inline XENT_ABI
