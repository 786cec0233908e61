#pragma once
// What "within so many ulp" means, for every suite alike.

#include <algorithm>
#include <cmath>
#include <limits>

namespace xent::test {

// An error e, in ulp of the correctly rounded result, is judged as `ulps`:
//   |e|                             as a rule;
//   |e|·ulp(result)/ulp(larger)     where the ulp is that of the larger term;
//   |e| − slack·larger/ulp(result)  where a share of the larger term is granted besides.
struct bound {
  double ulps;
  bool of_larger_term = false;
  double slack = 0;

  // `shift` is log₂ of ulp(larger)/ulp(result).
  template <class T> double measure(double error, int shift) const {
    if (of_larger_term) return std::ldexp(std::abs(error), -shift);
    const double granted = std::ldexp(slack, shift + std::numeric_limits<T>::digits - 1);
    return std::max(0.0, std::abs(error) - granted);
  }
};

// At most half an ulp: the nearest number. The suites ask for its very bits.
inline constexpr bound correctly_rounded{0.5};

// `hard` where the result depends on one variable only, that is also at labels 0 and 1 with
// pos_weight 1; `soft` elsewhere.
struct promise {
  bound hard, soft;
};

}  // namespace xent::test
