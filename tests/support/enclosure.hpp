#pragma once
// Where the true result lies, between two numbers of type R.

#include <cmath>

#include "estimate.hpp"

namespace xent::test {

template <class R> struct interval { R low, high; };

template <class R> interval<R> around(const estimate<R>& e) {
  const R radius = std::isinf(e.value) ? 0 : e.larger * estimate_error<R>;
  return {e.value - radius, e.value + radius};
}

// By long double: 2⁻⁶⁰ of the larger term covers it where that has 64 bits.
template <class Row, class... Ts>
requires requires(Row row, Ts... xs) { estimated(row, static_cast<long double>(xs)...); }
interval<long double> enclose(Row row, Ts... xs) {
  return around(estimated(row, static_cast<long double>(xs)...));
}

}  // namespace xent::test
