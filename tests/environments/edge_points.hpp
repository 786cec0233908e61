#pragma once
// Arguments next to where the formulas and their loops change case, with every combination of them:
// finite ones only.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <vector>

#include "../support/catalogue.hpp"

namespace xent::test {

template <class T> std::vector<T> finite_edges(argument kind) {
  using limits = std::numeric_limits<T>;
  constexpr T least = limits::denorm_min(), normal = limits::min(), most = limits::max();
  const T below_one = 1 - limits::epsilon() / 2;
  const auto rounded = [](std::initializer_list<double> xs) {
    std::vector<T> all;
    for (const double x : xs) all.push_back(static_cast<T>(x));
    return all;
  };
  std::vector<T> all;
  switch (kind) {
    case argument::probability:
      all =
          rounded({0, -0.0, 1e-30, 1e-12, 1.1e-12, 0x1p-53, 0x1p-24, 0.25, 1.0 / 3, 0.5, 0.75, 1});
      all.insert(all.end(), {least, normal, below_one, std::nextafter(T(0.5), T(0)),
                             std::nextafter(T(0.5), T(1)), static_cast<T>(1 - 1e-12L)});
      return all;
    case argument::label:
      all = rounded({0, -0.0, 1, 0.5, 0.25, 0x1p-24});
      all.insert(all.end(), {least, normal, below_one});
      return all;
    case argument::pos_weight:
      all = rounded({0, 0x1p-25, 0x1p-24, 1e-3, 1, 3, 0x1p24, 1e19, 1e30});
      all.insert(all.end(), {least, normal, most / 4, most});
      return all;
    case argument::real_line:
      break;
  }
  // By size, so that there are whole blocks of small ones.
  all = {0, least, normal, limits::epsilon()};
  for (const double x : {0.3,   1.0,   16.6,   17.0,  17.5,   20.0,   37.0,   52.9,  53.0,  53.1,
                         79.9,  80.0,  80.1,   87.3,  88.0,   88.7,   103.9,  104.0, 128.0, 148.0,
                         148.1, 619.9, 620.0,  620.1, 639.9,  640.0,  640.1,  708.4, 709.8, 710.0,
                         745.1, 746.0, 1060.0, 1e3,   2047.0, 2048.0, 2049.0, 1e4,   1e30}) {
    all.push_back(static_cast<T>(x));
  }
  all.push_back(most);
  for (std::size_t i = 0, count = all.size(); i < count; ++i) all.push_back(-all[i]);
  std::sort(all.begin(), all.end(), [](T a, T b) {
    return std::abs(a) != std::abs(b) ? std::abs(a) < std::abs(b)
                                      : std::signbit(a) < std::signbit(b);
  });
  return all;
}

// All combinations of a function's arguments, the first of them in its order.
template <class Row, class T> std::vector<arguments_of<Row, T>> finite_points(Row) {
  std::vector<arguments_of<Row, T>> points{{}};
  for (std::size_t k = 0; k < Row::arguments.size(); ++k) {
    std::vector<arguments_of<Row, T>> more;
    for (auto point : points) {
      for (const T x : finite_edges<T>(Row::arguments[k])) {
        point[k] = x;
        more.push_back(point);
      }
    }
    points = std::move(more);
  }
  return points;
}

// Lengths of ranges by which every remainder of every loop is met.
inline std::vector<std::size_t> every_length() {
  std::vector<std::size_t> all;
  for (std::size_t length = 1; length <= 70; ++length) all.push_back(length);
  all.insert(all.end(), {1023, 1024, 1025, 1026});
  return all;
}

}  // namespace xent::test
