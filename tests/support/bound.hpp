#pragma once
// How an error is measured against a bound of the descriptors, for every suite alike.

#include <algorithm>
#include <cmath>
#include <limits>

#include <xent/detail/functions/descriptor.hpp>

namespace xent::test {

using bound = detail::ulp_bound;

// At most half an ulp: the nearest number. The suites ask for its very bits.
inline constexpr bound correctly_rounded{0.5};

// An error in ulp of the correctly rounded result as the bound counts it. `shift` is log₂ of
// ulp(larger term)/ulp(result).
template <class T> double measure(const bound& by, double error, int shift) {
  if (by.is_of_larger_term) return std::ldexp(std::abs(error), -shift);
  const double granted = std::ldexp(by.slack, shift + std::numeric_limits<T>::digits - 1);
  return std::max(0.0, std::abs(error) - granted);
}

}  // namespace xent::test
