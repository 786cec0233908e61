// Eigen's AutoDiffScalar, which knows exp and log but no log1p.

#include <Eigen/Core>
#include <unsupported/Eigen/AutoDiff>

#include "derivatives.hpp"

using scalar = Eigen::AutoDiffScalar<Eigen::Vector2d>;

TEST_CASE("derivatives by Eigen's AutoDiffScalar", "[generic]") {
  xent::test::check_derivatives<scalar>([](double x) { return scalar(x, 2, 1); },
                                        [](const scalar& n) { return n.value(); },
                                        [](const scalar& n) {
                                          CHECK(n.derivatives()(0) == 0);
                                          return n.derivatives()(1);
                                        });
}
