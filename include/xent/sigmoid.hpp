#pragma once
// The logistic sigmoid σ, its logarithm and its inverse, softplus, and their derivatives.
//
// All are constexpr, never touch errno and allocate nothing; noexcept for float, double and long
// double. T is one of those, or any class with arithmetic, ordering and, by argument-dependent
// lookup, exp and log (log1p where it has one): for such types the same formulas, to 4 ulp of
// their own arithmetic, so that derivatives and extended precision come out right too.
//
// Error bounds: float is correctly rounded to nearest, for all 2³² inputs; double is within 1.5 ulp
// of the correctly rounded result, subnormal results included. The worst doubles found are among
// 3·10⁵ random ones, without fused multiply-add (tests/worst_ulp.cpp, seed 11). NaN in gives NaN
// out.
//
// Formulas: with a = |x| and E = e⁻ᵃ, σ = 1/(1 + E) or E/(1 + E) by the sign of x, and
// softplus = max(x, 0) + log(1 + E), as in M. Mächler, "Accurately computing log(1 − exp(−|a|))",
// 2012, https://cran.r-project.org/web/packages/Rmpfr/vignettes/log1mexp-note.pdf.

#include <xent/detail/evaluate.hpp>
#include <xent/detail/sigmoid_formulas.hpp>

namespace xent::inline XENT_ABI {

// σ(x) = 1/(1 + e⁻ˣ), for all x. σ(−∞) = +0, σ(+∞) = 1.
// Worst double found: 0.80 ulp at (-0x1.725f24dbf6feep-2):
//   got 0x1.a4674a0bc8c65p-2, want 0x1.a4674a0bc8c64p-2.
template <detail::real_like T>
XENT_INLINE constexpr T sigmoid(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::sigmoid_formula>(x);
}

// log σ(x), for all x; never positive. log σ(−∞) = −∞, log σ(+∞) = −0.
// Worst double found: 1.07 ulp at (-0x1.b515bfecc44c5p-2):
//   got -0x1.dbbc49575ff42p-1, want -0x1.dbbc49575ff43p-1.
template <detail::real_like T>
XENT_INLINE constexpr T log_sigmoid(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::log_sigmoid_formula>(x);
}

// log(1 + eˣ), for all x. softplus(−∞) = +0, softplus(+∞) = +∞.
// Worst double found: 1.02 ulp at (0x1.81d95048ef37fp-2):
//   got 0x1.cc631f64ec238p-1, want 0x1.cc631f64ec237p-1.
template <detail::real_like T>
XENT_INLINE constexpr T softplus(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::softplus_formula>(x);
}

// log(p/(1 − p)), the inverse of σ, for p in [0, 1]; elsewhere NaN.
// logit(±0) = −∞, logit(½) = +0, logit(1) = +∞.
// Worst double found: 0.52 ulp at (0x1.294b52cb9484p-1):
//   got 0x1.4d43c01502716p-2, want 0x1.4d43c01502715p-2.
template <detail::real_like T>
XENT_INLINE constexpr T logit(const T& p) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::logit_formula>(p);
}

// log(eᵃ + eᵇ), for all a and b; ∞ where either is +∞, the other where one is −∞.
// Where the larger of the two is negative the result has a true zero: there the bound (float
// 0.51 ulp, double 1.5 ulp) is in ulp of the larger of |max(a, b)| and the result.
// Worst double found: 0.99 ulp at (0x1.cda1fe8eb9982p-10, -0x1.72d0badc82453p-1):
//   got 0x1.95e7a5331e299p-2, want 0x1.95e7a5331e298p-2.
template <detail::real_like T>
XENT_INLINE constexpr T log_add_exp(const T& a, const std::type_identity_t<T>& b) noexcept(
    detail::never_throws<T>) {
  return detail::evaluate<detail::log_add_exp_formula>(a, b);
}

// σ′(x) = σ(x)σ(−x), for all x; σ′(±∞) = +0.
// Worst double found: 1.07 ulp at (0x1.2d41adcaf3f26p+3):
//   got 0x1.55ffb5f46bf4p-14, want 0x1.55ffb5f46bf41p-14.
template <detail::real_like T>
XENT_INLINE constexpr T sigmoid_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::sigmoid_grad_formula>(x);
}

// d/dx log σ(x) = σ(−x), for all x; 1 at −∞, +0 at +∞.
// Worst double found: 0.79 ulp at (0x1.e1d010af55d98p-3):
//   got 0x1.c40cb66c63b76p-2, want 0x1.c40cb66c63b75p-2.
template <detail::real_like T>
XENT_INLINE constexpr T log_sigmoid_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::log_sigmoid_grad_formula>(x);
}

// d/dx softplus(x) = σ(x), for all x; +0 at −∞, 1 at +∞.
// Worst double found: 0.80 ulp at (-0x1.725f24dbf6feep-2):
//   got 0x1.a4674a0bc8c65p-2, want 0x1.a4674a0bc8c64p-2.
template <detail::real_like T>
XENT_INLINE constexpr T softplus_grad(const T& x) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::softplus_grad_formula>(x);
}

// d/dp logit(p) = 1/(p(1 − p)), for p in [0, 1]; elsewhere NaN. +∞ at 0 and 1.
// Worst double found: 1.00 ulp at (0x1.ffffffffffffbp-2):
//   got 0x1.0000000000001p+2, want 0x1p+2.
template <detail::real_like T>
XENT_INLINE constexpr T logit_grad(const T& p) noexcept(detail::never_throws<T>) {
  return detail::evaluate<detail::logit_grad_formula>(p);
}

}  // namespace xent::inline XENT_ABI
