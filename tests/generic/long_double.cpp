// long double: every function within 4 ulp of its own arithmetic.

#include "decimal.hpp"

TEMPLATE_LIST_TEST_CASE("long double", "[generic]", xent::test::catalogue) {
  xent::test::check_decimals<TestType, long double>(
      {}, [](const std::string& text) { return std::strtold(text.c_str(), nullptr); },
      [](auto, const auto&) { return 0; });
}
