#pragma once
// The catalogue's special values, for types other than float and double.

#include <algorithm>
#include <cmath>
#include <limits>

#include "../support/catalogue.hpp"
#include "../support/catch.hpp"
#include "../support/floating.hpp"

namespace xent::test {

// At the arguments that T has.
template <class Row, class T> void check_special_values() {
  const auto is_exact = [](double x) { return is_nan(x) || static_cast<double>(T(x)) == x; };
  const bool is_wide =
      std::numeric_limits<T>::max_exponent > std::numeric_limits<double>::max_exponent;
  for (const auto& special : Row::specials) {
    if (!std::all_of(special.at.begin(), special.at.end(), is_exact)) continue;
    if (is_wide && std::abs(special.at[0]) == 1e4) continue;  // e^−10000 is a number here
    const T result = std::apply([](auto... x) { return Row::call(T(x)...); }, special.at);
    const double got = static_cast<double>(result), want = static_cast<double>(T(special.want));
    INFO(signature(Row{}) << " at " << std::apply([](auto... x) { return hex(x...); }, special.at)
                          << ": got " << got << ", want " << want);
    CHECK(((got == want && std::signbit(got) == std::signbit(want)) ||
           (std::isnan(got) && std::isnan(want))));
  }
}

// One argument counts alone where the other is far below, even at the ends of T's range.
template <class T> void check_log_add_exp_far_apart() {
  using limits = std::numeric_limits<T>;
  const T most = limits::max(), step(most * T(std::ldexp(1.0, -limits::digits - 2)));
  for (int k = 0; k < 16; ++k) {
    const T larger(-T(T(most * T(0.125)) + T(step * T(k))));
    CHECK(log_add_exp(larger, T(-most)) == larger);
    CHECK(log_add_exp(T(-most), larger) == larger);
  }
}

}  // namespace xent::test
