#pragma once
// The loss and its gradient in float, as they are written in four places, and the truth.

#include <algorithm>
#include <cmath>

#include <xent/bce_with_logits.hpp>
#include <xent/naive.hpp>

namespace example {

struct loss_and_gradient {
  double loss, gradient;
};

inline loss_and_gradient naive(float x, float y) {
  return {xent::naive::bce_with_logits(x, y), xent::naive::bce_with_logits_grad(x, y)};
}

// As published in PyTorch's binary_cross_entropy_with_logits and its derivative:
// (1 − y)·x − log_sigmoid(x), log_sigmoid(x) = min(x, 0) − log1p(e^−|x|); σ(x) − y.
inline loss_and_gradient pytorch(float x, float y) {
  const float log_sigmoid = std::min(x, 0.0f) - std::log1p(std::exp(-std::fabs(x)));
  const float sigmoid = 1 / (1 + std::exp(-x));
  return {(1 - y) * x - log_sigmoid, sigmoid - y};
}

inline loss_and_gradient stable(float x, float y) {
  return {xent::bce_with_logits(x, y), xent::bce_with_logits_grad(x, y)};
}

// For labels 0 and 1, in long double: the signed logit t is where the label is wrong, and
// loss = log(1 + eᵗ), |gradient| = 1/(1 + e⁻ᵗ).
inline loss_and_gradient truth(float x, float y) {
  const long double t = y == 1 ? -static_cast<long double>(x) : static_cast<long double>(x);
  const long double e = std::exp(-std::fabs(t));
  const long double loss = std::max(t, 0.0L) + std::log1p(e);
  const long double size = t < 0 ? e / (1 + e) : 1 / (1 + e);
  return {static_cast<double>(loss), static_cast<double>(y == 1 ? -size : size)};
}

// |got − want|/|want|; infinite where nothing can be compared.
inline double relative_error(double got, double want) {
  if (got == want) return 0;
  const double error = std::fabs((got - want) / want);
  return std::isnan(error) ? HUGE_VAL : error;
}

// Decimal digits that are right: 0 to 7. The float nearest to the truth has all that there are.
inline int digits(double got, double want) {
  if (got == static_cast<double>(static_cast<float>(want))) return 7;
  const double error = relative_error(got, want);
  return error >= 1 ? 0 : error < 1e-7 ? 7 : static_cast<int>(-std::log10(error));
}

}  // namespace example
