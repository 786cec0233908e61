// boost::multiprecision::cpp_bin_float_50: every function within 4 ulp of its own arithmetic. Its
// exp and log are not good to an ulp; what they miss by, told by cpp_bin_float_100, is granted.

#include <limits>
#include <string>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include "decimal.hpp"
#include "next_to_half.hpp"

namespace {

using namespace xent::test;
using boost::multiprecision::cpp_bin_float_100;
using boost::multiprecision::cpp_bin_float_50;

// Relative error of f at x, in ε.
template <class Function> double missed(Function f, const cpp_bin_float_50& x) {
  const cpp_bin_float_100 truth = f(cpp_bin_float_100(x));
  if (truth == 0) return 0;
  const cpp_bin_float_100 error = (cpp_bin_float_100(f(x)) - truth) / truth;
  return static_cast<double>(abs(error) / std::numeric_limits<cpp_bin_float_50>::epsilon());
}

constexpr auto exponential = [](const auto& x) { return decltype(x + x)(exp(x)); };
constexpr auto logarithm = [](const auto& x) { return decltype(x + x)(log(x)); };

// A relative error of ε may be 2 ulp.
template <class Row> double granted(Row, const arguments_of<Row, double>& at) {
  const cpp_bin_float_50 first = at[0];
  if constexpr (Row::arguments[0] == argument::probability) {
    return 2 * (missed(logarithm, first) + missed(logarithm, 1 - first));
  } else {
    const cpp_bin_float_50 gap = Row::arguments[Row::arity - 1] == argument::real_line
                                     ? first - (Row::arity == 1 ? 0.0 : at[Row::arity - 1])
                                     : first;
    return 2 * missed(exponential, -abs(gap));
  }
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("cpp_bin_float_50", "[generic]", catalogue) {
  check_decimals<TestType, cpp_bin_float_50>(
      {}, [](const std::string& text) { return cpp_bin_float_50(text); }, granted<TestType>);
}

TEST_CASE("logit of cpp_bin_float_50 next to 1/2", "[generic]") {
  check_logit_next_to_half<cpp_bin_float_50>();
}
