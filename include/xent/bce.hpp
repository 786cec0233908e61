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

#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/bce.hpp>
#include <xent/detail/math/evaluate.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup bce
/// \{

/// −y·log p − (1 − y)·log(1 − p), with 0·log 0 = 0.
/// bce(0, 1) = bce(1, 0) = +∞, bce(0, 0) = bce(1, 1) = +0.
/// Worst double found, label 0 or 1: 1.09 ulp at (0x1.7f20808e999b5p-1, 0x1p+0).
/// Worst double found, soft label: 1.63 ulp at (0x1.7b8725b733c19p-1, 0x1.ccccccccccccdp-1).
/// \snippet losses.cpp bce
template <detail::real_like T>
XENT_INLINE constexpr T bce(const T& p,
                            const std::type_identity_t<T>& y) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::bce>(p, y);
}

/// d/dp bce(p, y) = (1 − y)/(1 − p) − y/p, a term being 0 where its weight is.
/// bce_grad(0, 0) = 1, bce_grad(1, 1) = −1, bce_grad(0, y > 0) = −∞, bce_grad(1, y < 1) = +∞.
/// Worst double found, label 0 or 1: 1.03 ulp at (0x1.19f357757759bp-2, 0x0p+0).
/// Worst double found, soft label: 1.69 ulp at (0x1.1a9d3d465cdd3p-1, 0x1.3333333333333p-2).
/// \snippet losses.cpp bce_grad
template <detail::real_like T>
XENT_INLINE constexpr T bce_grad(const T& p, const std::type_identity_t<T>& y) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::functions::bce_grad>(p, y);
}

/// \}

}  // namespace xent::inline XENT_ABI
