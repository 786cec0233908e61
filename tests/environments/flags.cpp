// flags
//
// No function raises the flags of invalid operations, divisions by zero or overflow where its
// arguments and its result are finite: on the golden points and with large pos_weights, one at a
// time, in arrays of each length that leaves lanes over, and in sums, on every instruction set.

#include <cstddef>
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../support/array_functions.hpp"
#include "../support/raised_flags.hpp"
#include "points.hpp"

namespace {

using namespace xent::test;

int failures = 0;

void report(int flags, const std::string& what) {
  if (flags == 0) return;
  if (++failures > 40) return;
  std::cout << what << ':' << names_of(flags) << '\n';
}

template <class Row, class T> bool is_ordinary(const golden_point<Row, T>& point) {
  for (const T x : point.at) {
    if (!std::isfinite(x)) return false;
  }
  return std::isfinite(point.want);
}

// The golden points, and others whose pos_weight is as large as results are promised for.
template <class Row, class T> std::vector<golden_point<Row, T>> points_of(Row row) {
  auto points = read_golden<Row, T>(row);
  random_source random(2);
  for (int i = 0; is_weighted<Row> && i < 2000; ++i) {
    auto at = random_arguments<Row, T>(row, random);
    at.back() = static_cast<T>(random.log_uniform(31, sizeof(T) == 4 ? 63 : 451));
    points.push_back(point_by_long_double<Row, T>(row, at));
  }
  std::erase_if(points, [](const auto& point) { return !is_ordinary(point); });
  return points;
}

template <class Row, class T> std::string text_of(const golden_point<Row, T>& point) {
  return std::string(type_name<T>) + ' ' + signature(Row{}) + " at " +
         std::apply([](auto... x) { return hex(x...); }, point.at);
}

// All points at once, and 1 to 40 of them: enough for every remainder of every vector.
template <class Row, class T, class Grade>
void check_arrays(Row row, Grade grade, const std::vector<golden_point<Row, T>>& points) {
  columns<Row, T> ins;
  for (const auto& point : points) {
    for (std::size_t k = 0; k < ins.size(); ++k) ins[k].push_back(point.at[k]);
  }
  on_each_isa([&](std::string_view isa) {
    std::vector<T> out(points.size());
    const auto check = [&](std::size_t at, std::size_t length) {
      spans_of<Row, T> spans;
      for (std::size_t k = 0; k < ins.size(); ++k) spans[k] = std::span(ins[k]).subspan(at, length);
      const int flags =
          raised_by([&] { apply<Row, T>(row, grade, spans, std::span(out).first(length)); });
      report(flags,
             std::string(isa) + ": " + std::to_string(length) + " from " + text_of(points[at]));
    };
    check(0, points.size());
    for (std::size_t at = 0, length = 1; at + length <= points.size();
         at += length, length = length % 40 + 1) {
      check(at, length);
    }
  });
}

template <class Row, class T> void check_row(Row row) {
  const auto points = points_of<Row, T>(row);
  T result;
  for (const auto& point : points) {
    report(raised_by([&] { result = call<Row, T>(row, point.at); }), text_of(point));
  }
  if constexpr (has_array<Row>()) {
    check_arrays<Row, T>(row, xent::fast, points);
    if (sizeof(T) == 4) check_arrays<Row, T>(row, xent::exact, points);
  }
}

template <class T> void check_sums() {
  std::vector<T> x, y, grad;
  for (std::size_t i = 0; i < 1300; ++i) {
    x.push_back(static_cast<T>(static_cast<double>(i) / 8 - 80));
    y.push_back(static_cast<T>(i % 3) / 2);
  }
  grad = x;
  const xent::options<T> options{.weights = y, .pos_weight = 3, .label_smoothing = T(0.1)};
  on_each_isa([&](std::string_view isa) {
    const int flags = raised_by([&] {
      xent::bce_with_logits_mean_and_grad(x, y, grad, options);
      xent::bce_sum(y, y);
      xent::log_sum_exp(x);
    });
    report(flags, std::string(isa) + ": sums of " + type_name<T>);
  });
}

}  // namespace

int main() try {
  for_each_function([](auto row) {
    check_row<decltype(row), float>(row);
    check_row<decltype(row), double>(row);
  });
  check_sums<float>();
  check_sums<double>();
  std::cout << failures << " calls raised a flag\n";
  return failures == 0 ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
