// Compiled where multiply-add is fused: arrays of double have the scalar functions' bits, on every
// instruction set of the machine.

#include <cstddef>
#include <vector>

#include <xent/elementwise.hpp>

#include "../support/catch.hpp"
#include "../support/samples.hpp"

using namespace xent::test;

TEST_CASE("doubles have the scalars' bits wherever multiply-add is fused") {
  random_source random(41);
  std::vector<double> x(1000), y(x.size()), loss(x.size()), slope(x.size());
  for (double& v : x) v = random.within(40);
  for (double& v : y) v = random.unit();
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    xent::bce_with_logits(x, y, loss);
    xent::bce_with_logits_grad(x, y, slope);
    std::size_t unlike = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const bool alike = same(loss[i], xent::bce_with_logits(x[i], y[i])) &&
                         same(slope[i], xent::bce_with_logits_grad(x[i], y[i]));
      unlike += !alike;
    }
    INFO(isa);
    CHECK(unlike == 0);
  }
  xent::set_isa(xent::available_isas().back());
}
