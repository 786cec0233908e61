#pragma once
// Arguments at which the two terms of a function nearly cancel, found by the reference.

#include <cmath>

#include "../support/reference.hpp"

namespace xent::test {

template <class Row, class T> arguments_of<Row, T> meeting(Row, arguments_of<Row, T> xs) {
  const auto soft = [](T y) { return T(0) < y && y < T(1); };
  if constexpr (takes_pair<Row>) {
    // max(a, b) = −log(1 + e^−d), d = |a − b|
    const T d = std::abs(xs[1]);
    xs[0] = refer(rows::log_sigmoid{}, d).want;
    xs[1] = xs[0] - d;
    if (!std::isfinite(xs[1])) xs[1] = xs[0];
  } else if constexpr (Row::arguments[0] == argument::probability && Row::arity == 2) {
    if (soft(xs[1])) xs[0] = xs[1];
  } else if constexpr (Row::arguments[0] == argument::real_line && Row::arity == 2) {
    if (soft(xs[1])) xs[0] = refer(rows::logit{}, xs[1]).want;
  } else if constexpr (Row::arity == 3) {
    // eˣ = q·y/(1 − y)
    const real odds = real(xs[2]) * real(xs[1]) / (real(1) - real(xs[1]));
    if (soft(xs[1]) && real(0) < odds) xs[0] = log(odds).template nearest<T>();
  }
  return xs;
}

}  // namespace xent::test
