// environment SETTING
//
// Every function on its golden points, one at a time and as arrays on every instruction set, and
// sums, with the floating-point unit set as the argument says: prints the worst errors in ulp, and
// fails where one is beyond what the setting allows. Compiled in many ways, it shows that none of
// them matters.

#include <algorithm>
#include <iostream>

#include "../arrays/rows.hpp"
#include "allowance.hpp"

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

template <class Row, class T> void check_row(Row row, setting s) {
  const auto points = read_golden<Row, T>(row);
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

void judge_sum(const char* what, std::string_view isa, double error, double most) {
  failures += !(error <= most);
  std::cout << what << ' ' << isa << ": " << error << " ulp"
            << (error <= most ? "\n" : ", BEYOND THE BOUND\n");
}

template <class T> long double log_sum_exp_in_long_double(const std::vector<T>& x) {
  const long double greatest = *std::max_element(x.begin(), x.end());
  long double sum = 0;
  for (const T element : x) sum += std::exp(static_cast<long double>(element) - greatest);
  return greatest + std::log(sum);
}

// Sums against those in long double, in ulp of their type.
template <class T> void check_sums(setting s) {
  std::vector<T> x, y;
  for (const auto& point : read_golden<rows::bce_with_logits, T>(rows::bce_with_logits{})) {
    if (!(std::abs(point.at[0]) < T(1e4))) continue;
    x.push_back(point.at[0]);
    y.push_back(point.at[1]);
  }
  std::vector<T> terms(x.size());
  on_each_isa([&](std::string_view isa) {
    double sum = 0;
    T log_sum = 0;
    call_under(s, [&] {
      xent::bce_with_logits(x, y, terms);
      sum = xent::bce_with_logits_sum(x, y);
      log_sum = xent::log_sum_exp(x);
    });
    long double want = 0;
    for (const T term : terms) want += static_cast<long double>(term);
    judge_sum("sum", isa, std::abs(ulps_apart(sum, static_cast<double>(want))), 4);
    judge_sum("log_sum_exp", isa,
              std::abs(ulps_apart(log_sum, static_cast<T>(log_sum_exp_in_long_double(x)))), 4);
  });
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view name = argc > 1 ? argv[1] : "nearest";
  const auto* const found = std::find(std::begin(setting_names), std::end(setting_names), name);
  if (found == std::end(setting_names)) return 2;
  const auto s = static_cast<setting>(found - std::begin(setting_names));
  for_each_function([&](auto row) {
    check_row<decltype(row), float>(row, s);
    check_row<decltype(row), double>(row, s);
  });
  check_sums<float>(s);
  check_sums<double>(s);
  std::cout << failures << " kinds of results are beyond their bound\n";
  return failures == 0 ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
