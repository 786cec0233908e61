// What every function promises beside its value: its type, noexcept, and that errno is left alone.

#include <cerrno>
#include <cstddef>
#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../support/catch.hpp"
#include "../support/samples.hpp"

namespace {

using namespace xent::test;

template <class Row, class T, std::size_t... I>
constexpr bool keeps_type(std::index_sequence<I...>) {
  static_assert(std::is_same_v<decltype(Row::call(((void)I, T())...)), T>);
  static_assert(noexcept(Row::call(((void)I, T())...)));
  return true;
}

template <class Row, class T>
constexpr bool contract = keeps_type<Row, T>(std::make_index_sequence<Row::arguments.size()>{});

template <class... Rows> constexpr bool all_keep(std::tuple<Rows...>) {
  return ((contract<Rows, float> && contract<Rows, double> && contract<Rows, long double>)&&...);
}
static_assert(all_keep(catalogue{}));

// The first argument decides the type; labels and weights convert.
static_assert(std::is_same_v<decltype(xent::bce_with_logits(1.0f, 1)), float>);
static_assert(std::is_same_v<decltype(xent::bce_with_logits_grad(1.0f, 0.5, 2)), float>);
static_assert(std::is_same_v<decltype(xent::bce(0.5, 1)), double>);

template <class Row, class T> void check_errno(int before) {
  random_source random(1);
  errno = before;
  for (int i = 0; i < 2000; ++i) {
    auto xs = random_arguments<Row, double>(Row{}, random);
    if (i == 0) xs[0] = std::numeric_limits<double>::infinity();
    if (i == 1) xs[0] = -1;
    const auto converted = [](double x) { return static_cast<T>(x); };
    volatile T result = std::apply([&](auto... x) { return Row::call(converted(x)...); }, xs);
    (void)result;
  }
  CHECK(errno == before);
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("errno is left alone", "[contract]", xent::test::catalogue) {
  INFO(signature(TestType{}));
  for (const int before : {0, ENOENT}) {
    check_errno<TestType, float>(before);
    check_errno<TestType, double>(before);
    check_errno<TestType, long double>(before);
  }
}
