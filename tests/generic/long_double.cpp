// long double: every function within 4 ulp of its own arithmetic, and its special values.

#include "decimal.hpp"
#include "next_to_half.hpp"

TEMPLATE_LIST_TEST_CASE("long double", "[generic]", xent::test::catalogue) {
  xent::test::check_decimals<TestType, long double>(
      {}, [](const std::string& text) { return std::strtold(text.c_str(), nullptr); },
      [](auto, const auto&) { return 0; });
}

TEMPLATE_LIST_TEST_CASE("special values of long double", "[generic]", xent::test::catalogue) {
  for (const auto& special : TestType::specials) {
    if (std::abs(special.at[0]) == 1e4) continue;  // e^−10000 is a number here
    xent::test::arguments_of<TestType, long double> xs{};
    for (std::size_t i = 0; i < xs.size(); ++i) xs[i] = static_cast<long double>(special.at[i]);
    const long double got = xent::test::call<TestType, long double>(TestType{}, xs);
    const auto want = static_cast<long double>(special.want);
    INFO(signature(TestType{}) << " at " << xs[0] << ", ...: got " << got << ", want " << want);
    CHECK(((got == want && std::signbit(got) == std::signbit(want)) ||
           (std::isnan(got) && std::isnan(want))));
  }
}

TEST_CASE("logit of long double next to 1/2", "[generic]") {
  xent::test::check_logit_next_to_half<long double>();
}
