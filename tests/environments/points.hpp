#pragma once
// The points at which settings are tried: the golden ones, weights whose results are next to the
// smallest normal number, and random ones; of all but the first, long double tells the truth.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "../support/estimate.hpp"
#include "../support/golden_files.hpp"
#include "../support/samples.hpp"

namespace xent::test {

template <class Row, class T>
golden_point<Row, T> point_by_long_double(Row row, const arguments_of<Row, T>& at) {
  const auto truth = estimated_at<Row, T>(row, at);
  golden_point<Row, T> point{at, static_cast<T>(truth.value), 0, 0};
  const int ulp = ulp_exponent(point.want);
  if (std::isfinite(point.want)) {
    const long double rest = truth.value - static_cast<long double>(point.want);
    point.remainder = static_cast<double>(std::ldexp(rest, -ulp));
    point.shift = std::max(0, ulp_exponent(static_cast<T>(truth.larger)) - ulp);
  }
  return point;
}

// Among 10⁶ of them and more, those with the worst results where products are left subnormal: 4.3
// and 4.5 ulp rounding up and down, 2.52 (of 2.5) to nearest; 4.6 down, 4.7 to 0.
template <class T> std::vector<std::array<T, 3>> worst_almost_subnormal() {
  if constexpr (sizeof(T) == 4) {
    return {{0x1.18913ep+1f, 1, 0x1.353e1ap-122f},
            {-0x1.44c182p+1f, 1, 0x1.aae5d8p-122f},
            {-0x1.1418fap-8f, 1, 0x1.5c326cp-123f}};
  } else {
    return {{0x1.fe2610702038bp+4, 1, 0x1.f3d743d427d04p-976},
            {0x1.32272a8a2d4ebp+4, 1, 0x1.7c1ebbd2ec18ap-994}};
  }
}

template <class Row, class T>
std::vector<golden_point<Row, T>> golden_and_random(Row row, std::size_t random_count) {
  auto points = read_golden<Row, T>(row);
  random_source random(1);
  if constexpr (is_weighted<Row>) {
    auto weighted = worst_almost_subnormal<T>();
    for (int i = 0; i < 4000; ++i) weighted.push_back(almost_subnormal<T>(random));
    for (const auto& at : weighted) points.push_back(point_by_long_double<Row, T>(row, at));
  }
  for (std::size_t i = 0; i < random_count; ++i)
    points.push_back(point_by_long_double<Row, T>(row, random_arguments<Row, T>(row, random)));
  return points;
}

}  // namespace xent::test
