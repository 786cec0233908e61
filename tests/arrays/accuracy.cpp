// The array functions on the golden points, on every instruction set and in both grades: fast
// within its bound, exact (float) with the scalar functions' bits, double within the scalars'
// bound.

#include <cmath>
#include <cstddef>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "../support/array_functions.hpp"
#include "../support/bound.hpp"
#include "../support/catch.hpp"
#include "../support/golden_files.hpp"

namespace {

using namespace xent::test;

template <class Row, class T>
columns<Row, T> columns_of(const std::vector<golden_point<Row, T>>& points) {
  columns<Row, T> ins;
  for (const auto& point : points) {
    for (std::size_t k = 0; k < ins.size(); ++k) ins[k].push_back(point.at[k]);
  }
  return ins;
}

template <class Row, class T>
void check_within(std::string_view isa, const char* grade,
                  const std::vector<golden_point<Row, T>>& points, const std::vector<T>& results) {
  double worst = 0;
  std::size_t worst_at = 0, missed = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& point = points[i];
    const bound promised = fast_bound_at<Row, T>(Row{}, point.at);
    const double apart = beyond_granted<Row, T>(
        Row{}, point.at, ulps_apart(results[i], point.want) - point.remainder, point.want);
    const double error = measure<T>(promised, apart, point.shift);
    const bool right = is_nan(point.want) ? is_nan(results[i]) : error <= promised.ulps + 0.0005;
    if (!right) ++missed;
    if (!(error <= worst)) {
      worst = error;
      worst_at = i;
    }
  }
  const std::string at = std::apply([](auto... x) { return hex(x...); }, points[worst_at].at);
  std::cout << isa << ' ' << grade << ' ' << type_name<T> << ' ' << signature(Row{}) << ": worst "
            << worst << " ulp at (" << at << "): got " << hex(results[worst_at]) << ", want "
            << hex(points[worst_at].want) << '\n';
  INFO(isa << ' ' << grade << ' ' << type_name<T> << ' ' << signature(Row{}));
  CHECK(missed == 0);
}

// The fast grade multiplies y·q in float: where that is subnormal its bound does not hold.
template <class Row> bool is_served_fast(const arguments_of<Row, float>& xs) {
  if constexpr (is_weighted<Row>) {
    return xs[1] * xs[2] >= std::numeric_limits<float>::min() || !(xs[1] > 0 && xs[2] > 0);
  } else {
    return true;
  }
}

template <class Row>
std::vector<golden_point<Row, float>> served_fast(std::vector<golden_point<Row, float>> points) {
  std::erase_if(points, [](const auto& point) { return !is_served_fast<Row>(point.at); });
  return points;
}

template <class Row> void check_row(std::string_view isa) {
  const Row row;
  const auto floats = read_golden<Row, float>(row);
  const auto float_columns = columns_of<Row, float>(floats);
  const auto fast_points = served_fast<Row>(floats);
  check_within<Row, float>(isa, "fast", fast_points,
                           apply<Row, float>(row, xent::fast, columns_of<Row, float>(fast_points)));
  const auto exact = apply<Row, float>(row, xent::exact, float_columns);
  std::size_t different = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    if (!same(exact[i], call<Row, float>(row, floats[i].at))) ++different;
  }
  INFO(isa << " exact " << signature(row));
  CHECK(different == 0);

  const auto doubles = read_golden<Row, double>(row);
  check_within<Row, double>(isa, "", doubles,
                            apply<Row, double>(row, xent::fast, columns_of<Row, double>(doubles)));
}

// Special values, and NaN for the first argument; other NaN are refused.
template <class Row, class T, class Grade> void check_specials(std::string_view isa, Grade grade) {
  columns<Row, T> ins;
  std::vector<T> wanted;
  const auto add = [&](const arguments_of<Row, T>& xs) {
    for (std::size_t k = 0; k < ins.size(); ++k) ins[k].push_back(xs[k]);
    wanted.push_back(call<Row, T>(Row{}, xs));
  };
  for (const auto& special : Row::specials) {
    arguments_of<Row, T> xs;
    for (std::size_t k = 0; k < xs.size(); ++k) xs[k] = static_cast<T>(special.at[k]);
    // The limits that scalars give are refused by arrays.
    if (xs.size() == 3 && std::isinf(xs[xs.size() - 1])) continue;
    if constexpr (std::is_same_v<T, float> && std::is_same_v<Grade, xent::fast_grade>) {
      if (!is_served_fast<Row>(xs)) continue;
    }
    add(xs);
    xs[0] = std::numeric_limits<T>::quiet_NaN();
    add(xs);
  }
  const std::vector<T> got = apply<Row, T>(Row{}, grade, ins);
  for (std::size_t i = 0; i < got.size(); ++i) {
    INFO(isa << ' ' << type_name<T> << ' ' << signature(Row{}) << ", special " << i << ": got "
             << hex(got[i]) << ", want " << hex(wanted[i]));
    CHECK((same(got[i], wanted[i]) || (is_nan(got[i]) && is_nan(wanted[i]))));
  }
}

}  // namespace

TEST_CASE("arrays at special values have the scalar functions' bits", "[accuracy]") {
  on_each_isa([](std::string_view isa) {
    for_each_array_function([&](auto row) {
      check_specials<decltype(row), float>(isa, xent::fast);
      check_specials<decltype(row), float>(isa, xent::exact);
      check_specials<decltype(row), double>(isa, xent::fast);
    });
  });
}

TEST_CASE("arrays on the golden points", "[accuracy]") {
  on_each_isa([](std::string_view isa) {
    for_each_array_function([&](auto row) { check_row<decltype(row)>(isa); });
  });
}
