#pragma once
// Features of a table on one scale.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <vector>

#include "csv.hpp"

namespace example {

// Every feature less its mean, over its population standard deviation. A constant feature becomes
// 0: its weight then stays 0, and the bias does its work. Sums are of x over the power of two next
// to the largest |x|, so that no square overflows or vanishes.
inline table standardised(table data) {
  const double n = static_cast<double>(data.rows);
  for (std::size_t feature = 0; feature < data.features; ++feature) {
    const auto each = [&](auto visit) {
      for (std::size_t row = 0; row < data.rows; ++row) {
        visit(data.values[row * data.features + feature]);
      }
    };
    const double first = data.values[feature];
    bool constant = true;
    double largest = 0, sum = 0, squares = 0;
    each([&](double x) { constant = constant && x == first; });
    each([&](double x) { largest = std::max(largest, std::fabs(x)); });
    const int exponent = constant ? 0 : std::ilogb(largest);
    each([&](double& x) { x = std::ldexp(x, -exponent); });
    each([&](double x) { sum += x; });
    each([&](double x) { squares += (x - sum / n) * (x - sum / n); });
    each([&](double& x) { x = constant ? 0 : (x - sum / n) / std::sqrt(squares / n); });
    if (constant) std::printf("feature %zu is constant: its weight stays 0\n", feature + 1);
  }
  return data;
}

}  // namespace example
