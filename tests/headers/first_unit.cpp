// Two translation units that include everything link into one program, and agree.

#include <xent/xent.hpp>

#include "../support/catch.hpp"
#include "two_units.hpp"

double loss_in_first_unit(double x, double y) { return xent::bce_with_logits(x, y); }

TEST_CASE("two translation units share the headers") {
  CHECK(loss_in_first_unit(-15.0, 0.0) == loss_in_second_unit(-15.0, 0.0));
  CHECK(loss_in_second_unit(-15.0, 0.0) > 0);
}
