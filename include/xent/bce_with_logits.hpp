#pragma once
/// \defgroup bce_with_logits Cross-entropy of a logit
/// \brief Binary cross-entropy of a logit x with a label y, its gradient and its hessian, right in
/// the tails on both sides: loss and gradient are never 0 where the truth is not.
///
/// T, constexpr, noexcept, errno, exceptions and NaN as in \ref sigmoids "sigmoid.hpp". y in [0,
/// 1]; elsewhere the formula is extended. pos_weight ≥ 0 multiplies the loss of positives, as in
/// PyTorch's BCEWithLogitsLoss; pos_weight = ∞, which is what negatives/positives gives for a class
/// without positives, is the limit: no effect on the label 0, and infinite results for others.
///
/// Error bounds. Labels 0 and 1 without pos_weight: float correctly rounded, double within 1.5 ulp,
/// subnormal results included. Soft labels and pos_weight: loss and hessian within 0.51 ulp (float)
/// and 2 ulp (double), the gradient within 0.51 ulp plus 2⁻⁴⁰ of the larger of its terms (float)
/// and 2 ulp of it (double).
///
/// With pos_weight q that holds where y·q is not subnormal; in double for 2⁻²⁴ ≤ q ≤ 2²⁴ where
/// e^−|x| is a normal number (|x| ≤ 708), and elsewhere plus max(1, q) of the smallest subnormal
/// numbers, because e^−|x| may be rounded to one of them before it is multiplied. The same comes on
/// top in other types (bounds in sigmoid.hpp). Results are finite where the exact ones are, by a
/// factor of 2.
///
/// Mirrors, bit for bit: bce_with_logits(x, 1) == bce_with_logits(−x, 0),
/// bce_with_logits_grad(x, 1) == −bce_with_logits_grad(−x, 0).
///
/// Complexity: constant; an exponential and a logarithm at most, and once more with more digits for
/// one float in 2¹⁵.
///
/// Formulas: with a = |x| and E = e⁻ᵃ, the loss is w·a + (1 − y + q·y)·log(1 + E), where w is 1 − y
/// for x ≥ 0 and q·y for x < 0: a sum of terms ≥ 0. The gradient is ((1 − y) − q·y·E)/(1 + E), or
/// ((1 − y)·E − q·y)/(1 + E), by the sign of x. The page examples/docs/why.md derives them; log(1 +
/// E) as in M. Mächler, "Accurately computing log(1 − exp(−|a|))", 2012.

#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/bce_with_logits.hpp>
#include <xent/detail/functions/infinite_pos_weight.hpp>
#include <xent/detail/math/evaluate.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup bce_with_logits
/// \{

/// (1 − y)·softplus(x) + y·softplus(−x), for all x.
/// At x = ±∞: +0 where the label agrees, +∞ where it does not or is soft.
/// Worst double found, label 0 or 1: 1.29 ulp at (0x1.46dc3efbfabdp+0, 0x1p+0).
/// Worst double found, soft label: 1.93 ulp at (0x1.e59ab783d727ep+1, 0x1.fb8895f082a2fp-2).
/// \snippet losses.cpp bce_with_logits
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::functions::bce_with_logits>(x, y);
}

/// (1 − y)·softplus(x) + pos_weight·y·softplus(−x), for all x.
/// Worst double found, pos_weight: 1.62 ulp at (0x1.909d6af2cebcp-1, 0x1p-1, 0x1.e32f0ce6a458ap+7).
/// \snippet losses.cpp bce_with_logits pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate_with_pos_weight<detail::functions::bce_with_logits>(x, y, pos_weight);
}

/// d/dx = (1 − y)·σ(x) − y·σ(−x), which is σ(x) − y without its cancellation.
/// At x = ±∞: 0 with the sign of the approach where the label agrees, ±1 where it does not, 1 − y
/// or −y where it is soft.
/// Worst double found, label 0 or 1: 1.07 ulp at (0x1.625e955f57f23p+9, 0x1p+0).
/// Worst double found, soft label: 1.51 ulp at (-0x1.8f332657fb694p+2, 0x1.4c2a30fb789p-34).
/// \snippet losses.cpp bce_with_logits_grad
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::functions::bce_with_logits_grad>(x, y);
}

/// d/dx = (1 − y)·σ(x) − pos_weight·y·σ(−x).
/// Worst double found, pos_weight: 1.60 ulp at (0x1.d58ab1c27b834p+2, 0x1p+0, 0x1.8p+1).
/// \snippet losses.cpp bce_with_logits_grad pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_grad(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate_with_pos_weight<detail::functions::bce_with_logits_grad>(x, y,
                                                                                   pos_weight);
}

/// d²/dx² = σ(x)σ(−x), whatever the label; +0 at ±∞.
/// Worst double found, label 0 or 1: 1.15 ulp at (-0x1.142b236d2da7p+3, 0x0p+0).
/// Worst double found, soft label: 1.16 ulp at (0x1.4c17d7c1f674fp+2, 0x1.fe40fd0ee7321p-1).
/// \snippet losses.cpp bce_with_logits_hess
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(const T& x, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::functions::bce_with_logits_hess>(x, y);
}

/// d²/dx² = (1 − y + pos_weight·y)·σ(x)σ(−x); +0 at ±∞.
/// Worst double found, pos_weight: 1.44 ulp at
///   (0x1.138adf7a98484p-25, 0x1.73e595616874p-55, 0x1.b71433c6f50acp+1).
/// \snippet losses.cpp bce_with_logits_hess pos_weight
template <detail::real_like T>
XENT_INLINE constexpr T bce_with_logits_hess(
    const T& x, const std::type_identity_t<T>& y,
    const std::type_identity_t<T>& pos_weight) noexcept(detail::never_throws<T>) {
  return detail::evaluate_with_pos_weight<detail::functions::bce_with_logits_hess>(x, y,
                                                                                   pos_weight);
}

/// \}

}  // namespace xent::inline XENT_ABI
