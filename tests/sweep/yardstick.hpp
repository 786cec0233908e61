#pragma once
// How far a result is from an estimate of the truth, as a bound measures it.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "../support/bound.hpp"
#include "../support/estimate.hpp"
#include "../support/floating.hpp"
#include "../support/row.hpp"

namespace xent::test {

// The type whose estimates are good for T's results: 2⁻⁷ ulp or better.
template <class T> using wider = std::conditional_t<sizeof(T) == 4, double, long double>;

// 2^n, |n| ≤ 2044.
template <class R> R power_of_two(int n) {
  const auto power = [](int k) { return from_bits<double>(std::uint64_t(1023 + k) << 52); };
  return R(power(n / 2)) * R(power(n - n / 2));
}

template <class T> class yardstick {
  using R = wider<T>;

 public:
  yardstick() = default;
  // `granted` is an absolute error that is allowed besides.
  yardstick(const estimate<R>& truth, const bound& promised, double granted = 0)
      : value_(truth.value), want_(static_cast<T>(truth.value)) {
    const int larger = ulp_exponent(static_cast<T>(truth.larger));
    const int shift = std::max(0, larger - ulp_exponent(want_));
    per_ulp_ = power_of_two<R>(-ulp_exponent(want_) - (promised.is_of_larger_term ? shift : 0));
    granted_ = std::ldexp(promised.slack, shift + std::numeric_limits<T>::digits - 1) +
               static_cast<double>(R(granted) * per_ulp_);
  }

  double measure(T got) const {
    if (!std::isfinite(want_)) return same(got, want_) ? 0 : infinity;
    if (!std::isfinite(got)) return infinity;
    const R error = std::abs(R(got) - value_) * per_ulp_;
    return std::max(0.0, static_cast<double>(error) - granted_);
  }

 private:
  R value_, per_ulp_;
  double granted_;
  T want_;
};

}  // namespace xent::test
