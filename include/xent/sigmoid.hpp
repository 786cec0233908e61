#pragma once
/// \defgroup sigmoids The sigmoid and its relatives
/// \brief The logistic sigmoid σ, its logarithm and its inverse, softplus, and their derivatives.
///
/// All are constexpr, never touch `errno`, allocate nothing and throw nothing; `noexcept` for
/// float, double and long double. T is one of those, or any class with arithmetic, ordering and, by
/// argument-dependent lookup, exp and log (log1p where it has one): for such types the same
/// formulas, so that derivatives and extended precision come out right too; what such a class
/// throws passes through.
///
/// Error bounds: float is correctly rounded to nearest, for all 2³² inputs; double is within 1.5
/// ulp of the correctly rounded result, subnormal results included. The worst doubles found are
/// among 10⁹ random ones, alone and in arrays, with and without fused multiply-add
/// (tests/sweep/search.cpp). NaN in gives NaN out.
///
/// In any other type every function of these headers is within 4 ulp of the type's own arithmetic,
/// the derivatives of bce_with_logits for soft labels or with a pos_weight within 5; of the larger
/// term in log_add_exp and in gradients for soft labels. What the type's own exp, log and log1p
/// miss by, more than half an ulp, comes on top. (Measured with 16-bit numbers:
/// tests/generic/sixteen_bits.txt.)
///
/// Complexity: constant; an exponential and a logarithm at most, and once more with more digits for
/// one float in 2¹⁵.
///
/// Formulas: with a = |x| and E = e⁻ᵃ, σ = 1/(1 + E) or E/(1 + E) by the sign of x, and
/// softplus = max(x, 0) + log(1 + E), as in M. Mächler, "Accurately computing log(1 − exp(−|a|))",
/// 2012, https://cran.r-project.org/web/packages/Rmpfr/vignettes/log1mexp-note.pdf.

#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/log_add_exp.hpp>
#include <xent/detail/functions/logit.hpp>
#include <xent/detail/functions/sigmoid.hpp>
#include <xent/detail/math/evaluate.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup sigmoids
/// \{

/// σ(x) = 1/(1 + e⁻ˣ), for all x. σ(−∞) = +0, σ(+∞) = 1.
/// Worst double found: 1.06 ulp at (-0x1.625e3c144c9f5p+9).
/// \snippet scalars.cpp sigmoid
template <detail::real_like T>
XENT_INLINE constexpr T sigmoid(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::sigmoid>(x);
}

/// log σ(x), for all x; never positive. log σ(−∞) = −∞, log σ(+∞) = −0.
/// Worst double found: 1.30 ulp at (0x1.469b1de96ce4cp+0).
/// \snippet scalars.cpp log_sigmoid
template <detail::real_like T>
XENT_INLINE constexpr T log_sigmoid(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::log_sigmoid>(x);
}

/// log(1 + eˣ), for all x. softplus(−∞) = +0, softplus(+∞) = +∞.
/// Worst double found: 1.29 ulp at (-0x1.4943d8aa14294p+0).
/// \snippet scalars.cpp softplus
template <detail::real_like T>
XENT_INLINE constexpr T softplus(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::softplus>(x);
}

/// log(p/(1 − p)), the inverse of σ, for p in [0, 1]; elsewhere NaN.
/// logit(±0) = −∞, logit(½) = +0, logit(1) = +∞.
/// Worst double found: 0.57 ulp at (0x1.2b4ec943f76b5p-1).
/// \snippet scalars.cpp logit
template <detail::real_like T>
XENT_INLINE constexpr T logit(const T& p) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::logit>(p);
}

/// log(eᵃ + eᵇ), for all a and b; ∞ where either is +∞, the other where one is −∞.
/// Where the larger of the two is negative the result has a true zero: there the bound (float
/// 0.51 ulp, double 1.5 ulp) is in ulp of the larger of |max(a, b)| and the result.
/// Worst double found: 1.05 ulp at (-0x0.b6ac7a82530bbp-1022, -0x1.625df03f085b3p+9).
/// \snippet scalars.cpp log_add_exp
template <detail::real_like T>
XENT_INLINE constexpr T log_add_exp(const T& a, const std::type_identity_t<T>& b) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::functions::log_add_exp>(a, b);
}

/// σ′(x) = σ(x)σ(−x), for all x; σ′(±∞) = +0.
/// Worst double found: 1.17 ulp at (0x1.6b4ad773904bep+3).
/// \snippet scalars.cpp sigmoid_grad
template <detail::real_like T>
XENT_INLINE constexpr T sigmoid_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::sigmoid_grad>(x);
}

/// d/dx log σ(x) = σ(−x), for all x; 1 at −∞, +0 at +∞.
/// Worst double found: 1.06 ulp at (0x1.625e9f975c12bp+9).
/// \snippet scalars.cpp log_sigmoid_grad
template <detail::real_like T>
XENT_INLINE constexpr T log_sigmoid_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::log_sigmoid_grad>(x);
}

/// d/dx softplus(x) = σ(x), for all x; +0 at −∞, 1 at +∞.
/// Worst double found: 1.07 ulp at (-0x1.625cd0097ca7bp+9).
/// \snippet scalars.cpp softplus_grad
template <detail::real_like T>
XENT_INLINE constexpr T softplus_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::softplus_grad>(x);
}

/// d/dp logit(p) = 1/(p(1 − p)), for p in [0, 1]; elsewhere NaN. +∞ at 0 and 1.
/// Worst double found: 1.00 ulp at (0x1.ffffffffffffbp-2).
/// \snippet scalars.cpp logit_grad
template <detail::real_like T>
XENT_INLINE constexpr T logit_grad(const T& p) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::functions::logit_grad>(p);
}

/// \}

}  // namespace xent::inline XENT_ABI
