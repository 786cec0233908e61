// Eigen's 16-bit types, which convert to float, but have exp, log and log1p of their own.
// (sixteen_bits.cpp measures their errors.)

#include <Eigen/Core>
#include <concepts>

#include "next_to_half.hpp"
#include "special_values.hpp"

namespace {

template <class T>
concept has_logarithms = requires(const T& x) {
  { exp(x) } -> std::same_as<T>;
  { log(x) } -> std::same_as<T>;
  { log1p(x) } -> std::same_as<T>;
};
static_assert(has_logarithms<Eigen::half> && has_logarithms<Eigen::bfloat16>);

}  // namespace

TEMPLATE_LIST_TEST_CASE("special values of 16-bit types", "[generic]", xent::test::catalogue) {
  xent::test::check_special_values<TestType, Eigen::half>();
  xent::test::check_special_values<TestType, Eigen::bfloat16>();
}

TEMPLATE_TEST_CASE("logit of 16-bit types next to 1/2", "[generic]", Eigen::half, Eigen::bfloat16) {
  xent::test::check_logit_next_to_half<TestType>();
}

TEMPLATE_TEST_CASE("log_add_exp of 16-bit numbers far apart", "[generic]", Eigen::half,
                   Eigen::bfloat16) {
  xent::test::check_log_add_exp_far_apart<TestType>();
}
