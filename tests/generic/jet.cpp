// The dual numbers of Ceres Solver.

#include <ceres/jet.h>

#include "derivatives.hpp"

using jet = ceres::Jet<double, 2>;

TEST_CASE("derivatives by Ceres' Jet", "[generic]") {
  xent::test::check_derivatives<jet>([](double x) { return jet(x, 1); },
                                     [](const jet& n) { return n.a; },
                                     [](const jet& n) {
                                       CHECK(n.v[0] == 0);
                                       return n.v[1];
                                     });
}
