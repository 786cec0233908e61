#pragma once
// logit next to ½. With d = 2p − 1, which is exact there, it is 2·atanh d = 2d + 2d³/3 + …, and 2d
// alone is right to less than an ulp.

#include <cmath>
#include <limits>
#include <xent/xent.hpp>

#include "../support/catch.hpp"

namespace xent::test {

// Within 4 ulp at the first numbers below ½, which are 2⁻ᵈⁱᵍⁱᵗˢ⁻¹ apart, and above it.
template <class T> void check_logit_next_to_half() {
  const auto scaled = [](double x, int exponent) { return T(std::ldexp(x, exponent)); };
  const int digits = std::numeric_limits<T>::digits;
  for (const double distance : {-2.5, -1.5, -1.0, -0.5, 1.0, 2.0, 3.0}) {
    const T got = logit(T(T(0.5) + scaled(distance, -digits)));
    const T want = scaled(4 * distance, -digits), error(got - want);
    const T four_ulp = scaled(16 * std::abs(distance), -2 * digits);
    INFO("1/2 + " << distance << " * 2^-" << digits << ": got " << got << ", want " << want);
    CHECK((T(-four_ulp) < error && error < four_ulp));
  }
}

}  // namespace xent::test
