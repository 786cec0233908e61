#pragma once
/// \defgroup naive As the textbook has it
/// \brief The same functions as a textbook writes them, for teaching and comparison: sigmoid first,
/// then its logarithm.
///
/// They overflow, saturate and return NaN where the textbook does; float and double:
///
/// - float: σ(x) is 1 from x = 17 on and 0 from x = −89 on, so the loss is ∞, or NaN = 0·∞;
/// - double: σ(x) is 1 from x = 37 on and 0 from x = −710 on.
///
/// So there is no error bound: every digit may be lost. Domain: all arguments; special values:
/// what `std::exp`, `std::log` and the arithmetic make of them. They throw nothing; `errno` is what
/// the C library makes of it. Complexity: constant. The formulas are C. M. Bishop's, "Pattern
/// Recognition and Machine Learning", 2006, eqs. 4.59 and 4.90.
///
/// \snippet losses.cpp naive

#include <cmath>
#include <concepts>
#include <type_traits>

#include <xent/detail/base/config.hpp>

/// The same functions as a textbook writes them.
namespace xent::inline XENT_ABI::naive {

/// \addtogroup naive
/// \{

/// 1/(1 + e⁻ˣ): 1 from x = 17 on in float, where sigmoid_grad is not 0.
template <std::floating_point T> T sigmoid(T x) { return T(1) / (T(1) + std::exp(-x)); }

/// log σ(x): −∞ from x = −89 on in float, where the truth is x.
template <std::floating_point T> T log_sigmoid(T x) { return std::log(naive::sigmoid(x)); }

/// log(1 + eˣ): +∞ from x = 89 on in float, where the truth is x; 0 below −17.
template <std::floating_point T> T softplus(T x) { return std::log(T(1) + std::exp(x)); }

/// −y·log p − (1 − y)·log(1 − p): NaN for p = 0 and p = 1 where the label agrees.
template <std::floating_point T> T bce(T p, std::type_identity_t<T> y) {
  return -(y * std::log(p) + (T(1) - y) * std::log(T(1) - p));
}

/// bce(σ(x), y): ∞ or NaN from x = 17 on in float.
template <std::floating_point T> T bce_with_logits(T x, std::type_identity_t<T> y) {
  return naive::bce(naive::sigmoid(x), y);
}

/// σ(x) − y: 0 from x = 17 on in float for y = 1, though the loss is not at its least.
template <std::floating_point T> T bce_with_logits_grad(T x, std::type_identity_t<T> y) {
  return naive::sigmoid(x) - y;
}

/// \}

}  // namespace xent::inline XENT_ABI::naive
