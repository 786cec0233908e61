#pragma once
/// \defgroup sigmoids The sigmoid and its relatives
/// \brief The logistic sigmoid σ, its logarithm and its inverse, softplus, and their derivatives.
///
/// All are constexpr, never touch `errno`, allocate nothing and throw nothing; `noexcept` for
/// float, double and long double. T is one of those, or any class with arithmetic, ordering and, by
/// argument-dependent lookup, exp and log (log1p where it has one): for such types the same
/// formulas, to 4 ulp of their own arithmetic, so that derivatives and extended precision come out
/// right too; what such a class throws passes through.
///
/// Error bounds: float is correctly rounded to nearest, for all 2³² inputs; double is within 1.5
/// ulp of the correctly rounded result, subnormal results included. The worst doubles found are
/// among 3·10⁵ random ones, without fused multiply-add (tests/worst_ulp.cpp, seed 11). NaN in gives
/// NaN out.
///
/// Complexity: constant; an exponential and a logarithm at most, and once more with more digits for
/// one float in 2¹⁵.
///
/// Formulas: with a = |x| and E = e⁻ᵃ, σ = 1/(1 + E) or E/(1 + E) by the sign of x, and
/// softplus = max(x, 0) + log(1 + E), as in M. Mächler, "Accurately computing log(1 − exp(−|a|))",
/// 2012, https://cran.r-project.org/web/packages/Rmpfr/vignettes/log1mexp-note.pdf.

#include <xent/detail/evaluate.hpp>
#include <xent/detail/sigmoid_formulas.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup sigmoids
/// \{

/// σ(x) = 1/(1 + e⁻ˣ), for all x. σ(−∞) = +0, σ(+∞) = 1.
/// Worst double found: 0.93 ulp at (-0x1.bae89d2829bp-2):
///   got 0x1.92f7a67a7b51fp-2, want 0x1.92f7a67a7b52p-2.
/// \snippet scalars.cpp sigmoid
template <detail::real_like T>
XENT_INLINE constexpr T sigmoid(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::sigmoid_formula>(x);
}

/// log σ(x), for all x; never positive. log σ(−∞) = −∞, log σ(+∞) = −0.
/// Worst double found: 1.10 ulp at (-0x1.29aa4047fa9cbp-2):
///   got -0x1.b2b2590f40ceep-1, want -0x1.b2b2590f40cedp-1.
/// \snippet scalars.cpp log_sigmoid
template <detail::real_like T>
XENT_INLINE constexpr T log_sigmoid(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::log_sigmoid_formula>(x);
}

/// log(1 + eˣ), for all x. softplus(−∞) = +0, softplus(+∞) = +∞.
/// Worst double found: 1.15 ulp at (0x1.9e309e5db5d6dp-2):
///   got 0x1.d4d6c93703674p-1, want 0x1.d4d6c93703675p-1.
/// \snippet scalars.cpp softplus
template <detail::real_like T>
XENT_INLINE constexpr T softplus(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::softplus_formula>(x);
}

/// log(p/(1 − p)), the inverse of σ, for p in [0, 1]; elsewhere NaN.
/// logit(±0) = −∞, logit(½) = +0, logit(1) = +∞.
/// Worst double found: 0.52 ulp at (0x1.294b52cb9484p-1):
///   got 0x1.4d43c01502716p-2, want 0x1.4d43c01502715p-2.
/// \snippet scalars.cpp logit
template <detail::real_like T>
XENT_INLINE constexpr T logit(const T& p) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::logit_formula>(p);
}

/// log(eᵃ + eᵇ), for all a and b; ∞ where either is +∞, the other where one is −∞.
/// Where the larger of the two is negative the result has a true zero: there the bound (float
/// 0.51 ulp, double 1.5 ulp) is in ulp of the larger of |max(a, b)| and the result.
/// Worst double found: 1.00 ulp at (-0x1.01fac8f8e8cp+0, -0x1.8f81fa10ad262p-30):
///   got 0x1.3ea8075c1ef4dp-2, want 0x1.3ea8075c1ef4ep-2.
/// \snippet scalars.cpp log_add_exp
template <detail::real_like T>
XENT_INLINE constexpr T log_add_exp(const T& a, const std::type_identity_t<T>& b) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::log_add_exp_formula>(a, b);
}

/// σ′(x) = σ(x)σ(−x), for all x; σ′(±∞) = +0.
/// Worst double found: 1.33 ulp at (-0x1.9a3606d600f8dp+3):
///   got 0x1.6b88c1e52cfdbp-19, want 0x1.6b88c1e52cfdap-19.
/// \snippet scalars.cpp sigmoid_grad
template <detail::real_like T>
XENT_INLINE constexpr T sigmoid_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::sigmoid_grad_formula>(x);
}

/// d/dx log σ(x) = σ(−x), for all x; 1 at −∞, +0 at +∞.
/// Worst double found: 0.95 ulp at (0x1.3436f9a0895cp-2):
///   got 0x1.b385d76497ba7p-2, want 0x1.b385d76497ba8p-2.
/// \snippet scalars.cpp log_sigmoid_grad
template <detail::real_like T>
XENT_INLINE constexpr T log_sigmoid_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::log_sigmoid_grad_formula>(x);
}

/// d/dx softplus(x) = σ(x), for all x; +0 at −∞, 1 at +∞.
/// Worst double found: 0.93 ulp at (-0x1.bae89d2829bp-2):
///   got 0x1.92f7a67a7b51fp-2, want 0x1.92f7a67a7b52p-2.
/// \snippet scalars.cpp softplus_grad
template <detail::real_like T>
XENT_INLINE constexpr T softplus_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::softplus_grad_formula>(x);
}

/// d/dp logit(p) = 1/(p(1 − p)), for p in [0, 1]; elsewhere NaN. +∞ at 0 and 1.
/// Worst double found: 1.00 ulp at (0x1.ffffffffffffbp-2):
///   got 0x1.0000000000001p+2, want 0x1p+2.
/// \snippet scalars.cpp logit_grad
template <detail::real_like T>
XENT_INLINE constexpr T logit_grad(const T& p) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::logit_grad_formula>(p);
}

/// \}

}  // namespace xent::inline XENT_ABI
