// Eigen's vectors, maps and columns as ranges, with no cast.

#include <Eigen/Core>

#include <xent/xent.hpp>

#include "../catch.hpp"

TEST_CASE("Eigen vectors and maps") {
  Eigen::VectorXf x(5), y(5), out(5);
  x << -100, -1, 0, 2, 30;
  y << 0, 1, 1, 0, 1;
  xent::bce_with_logits(x, y, out, {.pos_weight = 2.0f}, xent::exact);
  for (Eigen::Index i = 0; i < 5; ++i) CHECK(out[i] == xent::bce_with_logits(x[i], y[i], 2.0f));

  double memory[6] = {1, 2, 3, 4, 5, 6};
  Eigen::Map<Eigen::VectorXd> map(memory, 6);
  Eigen::MatrixXd result(6, 2);
  xent::sigmoid(map, result.col(1));
  CHECK(result(2, 1) == xent::sigmoid(3.0));

  const Eigen::Map<const Eigen::VectorXd> fixed(memory, 6);
  CHECK(xent::log_sum_exp(fixed) == xent::log_sum_exp(memory));
  Eigen::ArrayXf grad(5);
  CHECK(xent::bce_with_logits_sum_and_grad(x, y, grad) == xent::bce_with_logits_sum(x, y));
}
