// No function raises the flags of invalid operations, divisions by zero or overflow at arguments
// next to where it changes case, while its result is finite: one at a time, over arrays in both
// grades on every instruction set, and the logarithm of a sum.

#include <cfenv>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../support/array_functions.hpp"
#include "../support/catch.hpp"
#include "../support/floating.hpp"
#include "../support/raised_flags.hpp"
#include "edge_points.hpp"

namespace {

using namespace xent::test;

template <class Row, class T> std::string text_of(const arguments_of<Row, T>& at) {
  return std::string(type_name<T>) + ' ' + signature(Row{}) + " at " +
         std::apply([](auto... x) { return hex(x...); }, at);
}

template <class Row, class T, class Grade>
void watch_arrays(Row row, Grade grade, const std::vector<arguments_of<Row, T>>& points,
                  flag_watch& watch) {
  columns<Row, T> ins;
  for (const auto& point : points) {
    for (std::size_t k = 0; k < ins.size(); ++k) ins[k].push_back(point[k]);
  }
  std::vector<T> out(points.size());
  on_each_isa([&](std::string_view isa) {
    const auto apply_to = [&](std::size_t at, std::size_t length) {
      spans_of<Row, T> spans;
      for (std::size_t k = 0; k < ins.size(); ++k) spans[k] = std::span(ins[k]).subspan(at, length);
      apply<Row, T>(row, grade, spans, std::span(out).first(length));
    };
    const auto from = [&](std::size_t at, std::size_t length) {
      watch([&] { apply_to(at, length); },
            [&] {
              std::size_t i = at;
              while (i + 1 < at + length && raised_by([&] { apply_to(i, 1); }) == 0) ++i;
              return std::string(isa) +
                     (std::is_same_v<Grade, xent::exact_grade> ? " exact " : " ") +
                     std::to_string(length) + " elements, " + text_of<Row, T>(points[i]);
            });
    };
    std::size_t at = 0;
    for (const std::size_t length : every_length()) {
      if (length > points.size()) break;
      if (at + length > points.size()) at = 0;
      from(at, length);
      at += length;
    }
    for (at = 0; at + 1 < points.size(); ++at) from(at, 1);
    from(0, points.size());
  });
}

template <class Row, class T> void watch_row(Row row, flag_watch& watch) {
  auto points = finite_points<Row, T>(row);
  std::erase_if(points, [&](const auto& at) { return !std::isfinite(call<Row, T>(row, at)); });
  T result;
  for (const auto& at : points) {
    watch([&] { result = call<Row, T>(row, at); }, [&] { return text_of<Row, T>(at); });
  }
  if constexpr (has_array<Row>()) {
    watch_arrays<Row, T>(row, xent::fast, points, watch);
    if (sizeof(T) == 4) watch_arrays<Row, T>(row, xent::exact, points, watch);
  }
}

// Each pair by itself, where the greatest element decides, and all up to each.
template <class T> void watch_log_sum_exp(flag_watch& watch) {
  const auto x = finite_edges<T>(argument::real_line);
  T result;
  on_each_isa([&](std::string_view isa) {
    const auto over = [&](std::span<const T> range) {
      watch([&] { result = xent::log_sum_exp(range); },
            [&] {
              return std::string(isa) + ' ' + type_name<T> + " log_sum_exp of " +
                     std::to_string(range.size()) + " from " + hex(range.front(), range.back());
            });
    };
    for (std::size_t i = 0; i < x.size(); ++i) {
      over(std::span(x).first(i + 1));
      for (const T other : x) over(std::vector<T>{x[i], other});
    }
  });
}

void watch_all(flag_watch& watch) {
  for_each_function([&](auto row) {
    watch_row<decltype(row), float>(row, watch);
    watch_row<decltype(row), double>(row, watch);
  });
  watch_log_sum_exp<float>(watch);
  watch_log_sum_exp<double>(watch);
}

}  // namespace

TEST_CASE("no function whose result is finite raises a flag") {
  flag_watch watch(false);
  watch_all(watch);
  CHECK(watch.failures() == 0);
}

TEST_CASE("an infinite gradient of a soft label divides by zero, but is no invalid operation") {
  const std::vector<float> p{0, 1}, y{0.5f, 0.25f};
  std::vector<float> out(2);
  on_each_isa([&](std::string_view) {
    CHECK(raised_by([&] { xent::bce_grad(p, y, out, xent::exact); }) == FE_DIVBYZERO);
    CHECK((out[0] < 0 && out[1] > 0 && std::isinf(out[0]) && std::isinf(out[1])));
  });
}

TEST_CASE("no function whose result is finite traps") {
  flag_watch watch(true);
  watch_all(watch);
}
