#pragma once
// The 60-digit golden values, for types with more digits than double.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "../support/catch.hpp"
#include "../support/golden_files.hpp"

namespace xent::test {

template <class Row> struct decimal_point {
  arguments_of<Row, double> at{};
  std::string value, larger_term;
};

template <class Row> std::vector<decimal_point<Row>> read_decimals(Row row) {
  auto file = open_golden("decimal.txt");
  std::vector<decimal_point<Row>> points;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string name, bits;
    std::size_t arity = 0;
    fields >> name >> arity;
    if (name != row.function_name || arity != row.arity) continue;
    decimal_point<Row> point;
    for (double& x : point.at) {
      fields >> bits;
      x = parse_bits<double>(bits);
    }
    fields >> point.value >> point.larger_term;
    points.push_back(point);
  }
  return points;
}

// Every function within 4 ulp in the arithmetic of T; an ulp of the larger term where one is named.
// `granted(row, arguments)` are the ulp that the exp and log of T itself miss by.
template <class Row, class T, class Parse, class Granted>
void check_decimals(Row row, Parse parse, Granted granted) {
  using std::abs, std::ilogb, std::ldexp;
  const auto points = read_decimals(row);
  REQUIRE(points.size() == 32);
  for (const auto& point : points) {
    const T got = std::apply([](auto... x) { return Row::call(T(x)...); }, point.at);
    const T want = parse(point.value), larger = parse(point.larger_term);
    // Where T has no exponents beyond double's, as long double on some machines, results may be
    // subnormal or infinite.
    const T subnormal = std::numeric_limits<T>::denorm_min();
    const T ulp = std::max(
        T(ldexp(std::numeric_limits<T>::epsilon(), static_cast<int>(ilogb(larger)))), subnormal);
    INFO(signature(row) << " at " << std::apply([](auto... x) { return hex(x...); }, point.at));
    INFO("got " << got << ", want " << point.value << ", off by " << T((got - want) / ulp)
                << " ulp");
    CHECK((got == want || abs(T(got - want)) <= (4 + granted(row, point.at)) * ulp));
  }
}

}  // namespace xent::test
