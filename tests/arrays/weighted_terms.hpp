#pragma once
// The two terms of a loss with a pos_weight, of its gradient and of its hessian, in long double.

#include <algorithm>
#include <cmath>

namespace xent::test {

struct weighted_terms {
  long double of_zero, of_one;  // (1 − y)·…, q·y·…
};

inline weighted_terms loss_terms(long double x, long double y, long double q) {
  const long double rest = std::log1p(std::exp(-std::fabs(x)));
  return {(1 - y) * (std::max(x, 0.0L) + rest), q * y * (std::max(-x, 0.0L) + rest)};
}
inline weighted_terms grad_terms(long double x, long double y, long double q) {
  return {(1 - y) / (1 + std::exp(-x)), -q * y / (1 + std::exp(x))};
}
inline weighted_terms hess_terms(long double x, long double y, long double q) {
  const long double both = 1 / ((1 + std::exp(-x)) * (1 + std::exp(x)));
  return {(1 - y) * both, q * y * both};
}

}  // namespace xent::test
