// long double: every function within 4 ulp of its own arithmetic, and its special values.

#include <cstdlib>
#include <string>

#include "decimal.hpp"
#include "next_to_half.hpp"
#include "special_values.hpp"

TEMPLATE_LIST_TEST_CASE("long double", "[generic]", xent::test::catalogue) {
  xent::test::check_decimals<TestType, long double>(
      {}, [](const std::string& text) { return std::strtold(text.c_str(), nullptr); },
      [](auto, const auto&) { return 0; });
}

TEMPLATE_LIST_TEST_CASE("special values of long double", "[generic]", xent::test::catalogue) {
  xent::test::check_special_values<TestType, long double>();
}

TEST_CASE("logit of long double next to 1/2", "[generic]") {
  xent::test::check_logit_next_to_half<long double>();
}

TEST_CASE("log_add_exp of long doubles far apart", "[generic]") {
  xent::test::check_log_add_exp_far_apart<long double>();
}
