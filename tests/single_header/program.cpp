// A user's program with the one file alone: scalars, arrays, a reduction on threads.

#include "xent.hpp"
// Twice does no harm.
#include "xent.hpp"

#include <cstdio>
#include <exception>

#include "second_unit.hpp"

int main() try {
  const std::vector<float> x{-15, 0.3f, 17}, y{0, 1, 1};
  std::vector<float> loss(3), grad(3);
  xent::bce_with_logits(x, y, loss, xent::exact);
  const double mean =
      xent::bce_with_logits_mean_and_grad(x, y, grad, xent::exact, xent::threads(2));

  bool right = (double(loss[0]) + double(loss[1]) + double(loss[2])) / 3 == mean;
  for (std::size_t i = 0; i < 3; ++i) right = right && loss[i] == loss_in_second_unit(x[i], y[i]);
  right = right && 3.0e-7f < loss[0] && loss[0] < 3.1e-7f && grad[2] < 0;
  std::printf("mean loss %g: %s\n", mean, right ? "right" : "wrong");
  return right ? 0 : 1;
} catch (const std::exception& error) {
  std::printf("%s\n", error.what());
  return 1;
}
