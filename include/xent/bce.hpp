#pragma once
/// \defgroup bce Cross-entropy of a probability
/// \brief Binary cross-entropy of a probability p with a label y, and its derivative.
///
/// Where the probability comes from a logit, \ref bce_with_logits "the loss of the logit" is
/// better: σ has lost what this needs for x > 17 in float.
///
/// T, constexpr, noexcept, errno, exceptions and NaN as in \ref sigmoids "sigmoid.hpp". p outside
/// [0, 1] gives NaN. A label outside [0, 1] extends the formula.
///
/// Error bounds, for y in [0, 1]. Labels 0 and 1: float correctly rounded, double within 1.5 ulp.
/// Soft labels: loss within 0.51 ulp (float) and 2 ulp (double); derivative within 0.51 ulp plus
/// 2⁻⁴⁰ of the larger of its terms (float) and 2 ulp of it (double).
///
/// Complexity: constant; two logarithms or two divisions at most, and once more with more digits
/// for one float in 2¹⁵.
///
/// Formulas: the definition, C. M. Bishop, "Pattern Recognition and Machine Learning", 2006,
/// eq. 4.90, with log(1 − p) as log1p(−p), and log p near 1 as log1p(p − 1), where p − 1 is exact.

#include <xent/detail/bce_formulas.hpp>
#include <xent/detail/evaluate.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup bce
/// \{

/// −y·log p − (1 − y)·log(1 − p), with 0·log 0 = 0.
/// bce(0, 1) = bce(1, 0) = +∞, bce(0, 0) = bce(1, 1) = +0.
/// Worst doubles found: label 0 or 1: 1.04 ulp at (0x1.01d835989decep-2, 0x0p+0):
///   got 0x1.290c7fbdc2f6cp-2, want 0x1.290c7fbdc2f6bp-2.
/// soft label: 1.61 ulp at (0x1.9dbac54e897b9p-1, 0x1.9dbac54e897b9p-1):
///   got 0x1.f4c08d5af70cep-2, want 0x1.f4c08d5af70ccp-2.
/// \snippet losses.cpp bce
template <detail::real_like T>
XENT_INLINE constexpr T bce(const T& p,
                            const std::type_identity_t<T>& y) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::bce_formula>(p, y);
}

/// d/dp bce(p, y) = (1 − y)/(1 − p) − y/p, a term being 0 where its weight is.
/// bce_grad(0, 0) = 1, bce_grad(1, 1) = −1, bce_grad(0, y > 0) = −∞, bce_grad(1, y < 1) = +∞.
/// Worst doubles found: label 0 or 1: 1.00 ulp at (0x1.2802907d52cd9p-2, 0x0p+0):
///   got 0x1.6817c620c640fp+0, want 0x1.6817c620c640ep+0.
/// soft label: 1.48 ulp at (0x1.90f5cbf10d406p-1, 0x1.3333333333333p-2):
///   got 0x1.6c1b81601dc7p+1, want 0x1.6c1b81601dc6fp+1.
/// \snippet losses.cpp bce_grad
template <detail::real_like T>
XENT_INLINE constexpr T bce_grad(const T& p, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::bce_grad_formula>(p, y);
}

/// \}

}  // namespace xent::inline XENT_ABI
