// Eigen's 16-bit types, which know exp, log and log1p. (sixteen_bits.cpp sweeps them.)

#include <Eigen/Core>

#include "next_to_half.hpp"

TEMPLATE_TEST_CASE("logit of 16-bit types next to 1/2", "[generic]", Eigen::half, Eigen::bfloat16) {
  xent::test::check_logit_next_to_half<TestType>();
}
