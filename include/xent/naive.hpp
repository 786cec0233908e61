#pragma once
// The same functions as a textbook writes them, for teaching and comparison: sigmoid first, then
// its logarithm. They overflow, saturate and return NaN where the textbook does; float and double.
//
//   float   σ(x) is 1 from x = 17 on and 0 from x = −89 on, so the loss is ∞, or NaN = 0·∞;
//   double  σ(x) is 1 from x = 37 on and 0 from x = −710 on.

#include <cmath>
#include <concepts>
#include <type_traits>

#include <xent/detail/abi.hpp>

namespace xent::inline XENT_ABI::naive {

// 1/(1 + e⁻ˣ)
template <std::floating_point T> T sigmoid(T x) { return T(1) / (T(1) + std::exp(-x)); }

// log σ(x)
template <std::floating_point T> T log_sigmoid(T x) { return std::log(naive::sigmoid(x)); }

// log(1 + eˣ)
template <std::floating_point T> T softplus(T x) { return std::log(T(1) + std::exp(x)); }

// −y·log p − (1 − y)·log(1 − p)
template <std::floating_point T> T bce(T p, std::type_identity_t<T> y) {
  return -(y * std::log(p) + (T(1) - y) * std::log(T(1) - p));
}

// bce(σ(x), y)
template <std::floating_point T> T bce_with_logits(T x, std::type_identity_t<T> y) {
  return naive::bce(naive::sigmoid(x), y);
}

// σ(x) − y
template <std::floating_point T> T bce_with_logits_grad(T x, std::type_identity_t<T> y) {
  return naive::sigmoid(x) - y;
}

}  // namespace xent::inline XENT_ABI::naive
