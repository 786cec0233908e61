// No function and no reduction raises the flags of invalid operations, divisions by zero or
// overflow whatever its options, while all that it returns is finite: every option alone and every
// two, in both grades, on every instruction set, at arguments next to where formulas change case,
// in ranges of every length that leaves lanes over.

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../support/catch.hpp"
#include "../support/raised_flags.hpp"
#include "option_choices.hpp"

namespace {

using namespace xent::test;

template <class T, class Grade>
void watch_call(const choice<T>& c, const option_call<T>& call, std::string_view isa,
                flag_watch& watch) {
  const auto points = points_for(call, c.o);
  std::size_t first = 0;
  for (const std::size_t size : every_length()) {
    const auto o = fitted(c.o, size);
    const elements<T> in(points, first, size, o, c.masked);
    std::vector<T> outs(4 * size);
    const std::span<T> out(outs);
    const call_arguments<T> a{
        in.at, in.y, o, out.first(size), out.subspan(size, size), out.subspan(2 * size)};
    watch([&] { call.run(a); },
          [&] {
            return std::string(isa) + ' ' + type_name<T> +
                   (std::is_same_v<Grade, xent::exact_grade> ? " exact " : " ") + call.name +
                   " of " + std::to_string(size) + " elements from " +
                   hex(in.at.front(), in.y.front()) + " to " + hex(in.at.back(), in.y.back()) +
                   ", " + c.name;
          });
    first += size;
  }
}

template <class T, class Grade> void watch_choice(const choice<T>& c, flag_watch& watch) {
  on_each_isa([&](std::string_view isa) {
    for (const auto& call : calls_of<T, Grade>(c.which)) watch_call<T, Grade>(c, call, isa, watch);
  });
}

template <class T, class Grade> void watch_all(flag_watch& watch) {
  for (const losses which : every_kind_of_loss) {
    for_each_choice<T>(which, [&](const choice<T>& c) { watch_choice<T, Grade>(c, watch); });
  }
}

// Elements of weight 0 or with an ignored target whose logit is no number, or has no finite result.
template <class T, class Grade> void watch_masked(flag_watch& watch) {
  using limits = std::numeric_limits<T>;
  for (const losses which : every_kind_of_loss) {
    for_each_choice<T>(which, [&](choice<T> c) {
      if (!c.o.weights.is_given && !c.o.ignored_target.is_given) return;
      for (const T x : {limits::quiet_NaN(), limits::infinity(), -limits::infinity(), T(0), T(1)}) {
        c.masked = x;
        watch_choice<T, Grade>(c, watch);
      }
    });
  }
}

}  // namespace

TEST_CASE("no call with options whose results are finite raises a flag") {
  flag_watch watch(false);
  watch_all<float, xent::fast_grade>(watch);
  watch_all<float, xent::exact_grade>(watch);
  watch_all<double, xent::fast_grade>(watch);
  CHECK(watch.failures() == 0);
}

TEST_CASE("no call with options whose results are finite traps") {
  flag_watch watch(true);
  watch_all<float, xent::fast_grade>(watch);
  watch_all<float, xent::exact_grade>(watch);
  watch_all<double, xent::fast_grade>(watch);
}

TEST_CASE("no element that is left out raises a flag") {
  flag_watch watch(false);
  watch_masked<float, xent::fast_grade>(watch);
  watch_masked<float, xent::exact_grade>(watch);
  watch_masked<double, xent::fast_grade>(watch);
  CHECK(watch.failures() == 0);
}
