#pragma once
// The functions of the catalogue as a careful programmer writes them today, with the standard
// library: stable, but rounded as it comes. What has no formula here is timed without this side.

#include <algorithm>
#include <cmath>

#include "../../tests/support/catalogue.hpp"

namespace xent::bench::standard {

using namespace xent::test;

template <class T> T log1p_exp(T x) { return std::log1p(std::exp(-std::fabs(x))); }

template <class T> T value(rows::sigmoid, T x) { return 1 / (1 + std::exp(-x)); }
template <class T> T value(rows::log_sigmoid, T x) { return std::min(x, T(0)) - log1p_exp(x); }
template <class T> T value(rows::softplus, T x) { return std::max(x, T(0)) + log1p_exp(x); }
template <class T> T value(rows::logit, T p) { return std::log(p / (1 - p)); }
template <class T> T value(rows::log_add_exp, T a, T b) {
  return std::max(a, b) + log1p_exp(a - b);
}

template <class T> T value(rows::sigmoid_grad, T x) {
  const T s = value(rows::sigmoid{}, x);
  return s * (1 - s);
}
template <class T> T value(rows::log_sigmoid_grad, T x) { return value(rows::sigmoid{}, -x); }
template <class T> T value(rows::softplus_grad, T x) { return value(rows::sigmoid{}, x); }
template <class T> T value(rows::logit_grad, T p) { return 1 / (p * (1 - p)); }

template <class T> T value(rows::bce, T p, T y) {
  return -y * std::log(p) - (1 - y) * std::log1p(-p);
}
template <class T> T value(rows::bce_grad, T p, T y) { return (p - y) / (p * (1 - p)); }

template <class T> T value(rows::bce_with_logits, T x, T y) {
  return std::max(x, T(0)) - x * y + log1p_exp(x);
}
template <class T> T value(rows::bce_with_logits_grad, T x, T y) {
  return value(rows::sigmoid{}, x) - y;
}
template <class T> T value(rows::bce_with_logits_hess, T x, T) {
  return value(rows::sigmoid_grad{}, x);
}

template <class T> T value(rows::weighted_bce_with_logits, T x, T y, T q) {
  return (1 - y) * x + (1 + (q - 1) * y) * (log1p_exp(x) + std::max(-x, T(0)));
}
template <class T> T value(rows::weighted_bce_with_logits_grad, T x, T y, T q) {
  return (1 + (q - 1) * y) * value(rows::sigmoid{}, x) - q * y;
}
template <class T> T value(rows::weighted_bce_with_logits_hess, T x, T y, T q) {
  return (1 + (q - 1) * y) * value(rows::sigmoid_grad{}, x);
}

}  // namespace xent::bench::standard

namespace xent::bench {

template <class Row>
concept has_standard = requires(Row row) {
  standard::value(row, 0.5f);
}
|| requires(Row row) { standard::value(row, 0.5f, 0.5f); }
|| requires(Row row) { standard::value(row, 0.5f, 0.5f, 0.5f); };

}  // namespace xent::bench
