#pragma once
// The float nearest to the true result: both ends of an enclosure that round to one float decide.
// The first enclosure is of double, the second of long double; what they leave is MPFR's.

#include <limits>

#include "../support/enclosure.hpp"
#include "../support/reference.hpp"

namespace xent::test {

enum class judge { by_double, by_long_double, by_mpfr };

struct nearest_float {
  float want;
  double value;  // within 2⁻²⁰ ulp of the truth
  judge decided;
};

template <class R, class Row, class... Labels>
bool decide(nearest_float& n, Row row, float x, Labels... labels) {
  const estimate<R> e = estimated(row, R(x), R(labels)...);
  const interval<R> where = around(e);
  n.value = static_cast<double>(e.value);
  n.want = static_cast<float>(where.low);
  return same(n.want, static_cast<float>(where.high));
}

template <class Row, class... Labels>
nearest_float nearest_to_truth(Row row, float x, Labels... labels) {
  nearest_float n{x, x, judge::by_double};
  if (is_nan(x) || decide<double>(n, row, x, labels...)) return n;
  n.decided = judge::by_long_double;
  if (decide<long double>(n, row, x, labels...)) return n;
  n.decided = judge::by_mpfr;
  n.want = refer(row, x, labels...).want;
  return n;
}

// Does the enclosure by long double hold what MPFR has? Numbers too small for it count as 0.
template <class Row, class... Ts> bool encloses_truth(Row row, Ts... xs) {
  const auto where = enclose(row, xs...);
  const real value = truth(row, real(xs)...), least = real(std::numeric_limits<long double>::min());
  if (value.is_nan()) return is_nan(where.low);
  return !(value < real(where.low) - least) && !(real(where.high) + least < value);
}

}  // namespace xent::test
