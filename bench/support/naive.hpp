#pragma once
// The rows of the catalogue that xent::naive has.

#include <xent/naive.hpp>

#include "../../tests/support/catalogue.hpp"

namespace xent::bench::naive {

using namespace xent::test;

template <class T> T value(rows::sigmoid, T x) { return xent::naive::sigmoid(x); }
template <class T> T value(rows::log_sigmoid, T x) { return xent::naive::log_sigmoid(x); }
template <class T> T value(rows::softplus, T x) { return xent::naive::softplus(x); }
template <class T> T value(rows::bce, T p, T y) { return xent::naive::bce(p, y); }
template <class T> T value(rows::bce_with_logits, T x, T y) {
  return xent::naive::bce_with_logits(x, y);
}
template <class T> T value(rows::bce_with_logits_grad, T x, T y) {
  return xent::naive::bce_with_logits_grad(x, y);
}

}  // namespace xent::bench::naive

namespace xent::bench {

template <class Row>
concept has_naive = requires(Row row) {
  naive::value(row, 0.5f);
}
|| requires(Row row) { naive::value(row, 0.5f, 0.5f); };

}  // namespace xent::bench
