// environment SETTING [COUNT]
//
// Every function on its golden points, and on so many random ones, one at a time and as arrays on
// every instruction set, and sums, with the floating-point unit set as the argument says: prints
// the worst errors in ulp, and fails where one is beyond what the setting allows. Compiled in many
// ways, it shows that none of them matters.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <iterator>
#include <string_view>
#include <vector>

#include "../support/array_functions.hpp"
#include "../support/bound.hpp"
#include "allowance.hpp"
#include "points.hpp"
#include "sums.hpp"

namespace {

using namespace xent::test;

constexpr double resolution = 0.0005;  // of the golden files
int failures = 0;

template <class Row, class T> using points_of = std::vector<golden_point<Row, T>>;

template <class Row, class T>
void judge(setting s, way w, std::string_view isa, const points_of<Row, T>& points,
           const std::vector<T>& results) {
  double worst = 0;
  std::size_t at = 0, missed = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_served(s, w, points[i])) continue;
    const double error = error_of(s, w, points[i], results[i]);
    if (!(error <= allowed<Row, T>(s, w, points[i].at).ulps + resolution)) ++missed;
    if (!(error <= worst)) {
      worst = error;
      at = i;
    }
  }
  failures += missed != 0;
  std::cout << way_names[static_cast<int>(w)] << ' ' << isa << ' ' << type_name<T> << ' '
            << signature(Row{}) << ": worst " << worst << " ulp at ("
            << std::apply([](auto... x) { return hex(x...); }, points[at].at) << "): got "
            << hex(results[at]) << ", want " << hex(points[at].want)
            << (missed != 0 ? ", BEYOND THE BOUND\n" : "\n");
}

template <class Row, class T> columns<Row, T> columns_of(const points_of<Row, T>& points) {
  columns<Row, T> ins;
  for (const auto& point : points) {
    for (std::size_t k = 0; k < ins.size(); ++k) ins[k].push_back(point.at[k]);
  }
  return ins;
}

template <class Row, class T> void check_row(Row row, setting s, std::size_t random_count) {
  const auto points = golden_and_random<Row, T>(row, random_count);
  std::vector<T> results(points.size());
  call_under(s, [&] {
    for (std::size_t i = 0; i < points.size(); ++i) results[i] = call<Row, T>(row, points[i].at);
  });
  judge<Row, T>(s, way::scalar, "", points, results);
  if constexpr (has_array<Row>()) {
    const auto ins = columns_of<Row, T>(points);
    on_each_isa([&](std::string_view isa) {
      call_under(s, [&] { results = apply<Row, T>(row, xent::fast, ins); });
      judge<Row, T>(s, way::fast, isa, points, results);
      if (sizeof(T) == 8) return;
      call_under(s, [&] { results = apply<Row, T>(row, xent::exact, ins); });
      judge<Row, T>(s, way::exact, isa, points, results);
    });
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view name = argc > 1 ? argv[1] : "nearest";
  const auto* const found = std::find(std::begin(setting_names), std::end(setting_names), name);
  if (found == std::end(setting_names)) return 2;
  const auto s = static_cast<setting>(found - std::begin(setting_names));
  const std::size_t random_count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 0;
  for_each_function([&](auto row) {
    check_row<decltype(row), float>(row, s, random_count);
    check_row<decltype(row), double>(row, s, random_count);
  });
  failures += sums_checker<float>(s).failures();
  failures += sums_checker<double>(s).failures();
  std::cout << failures << " kinds of results are beyond their bound\n";
  return failures == 0 ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
