// The examples of elementwise.hpp for losses.

#include <cmath>
#include <stdexcept>
#include <vector>
#include <xent/bce_with_logits.hpp>
#include <xent/elementwise.hpp>
#include <xent/threads.hpp>

#include "check.hpp"

namespace snippets {
namespace {

void of_probabilities() {
  //! [bce]
  const std::vector<float> p{0, 0.9f, 1}, y{0, 1, 0};
  std::vector<float> loss(3);
  xent::bce(p, y, loss);
  check(loss[0] == 0 && near(loss[1], 0.10536) && std::isinf(loss[2]));
  xent::bce(p, y, loss, {.clamp = xent::clamp::pytorch});
  check(loss[2] == 100);
  //! [bce]

  //! [bce_grad]
  std::vector<float> grad(3);
  xent::bce_grad(p, y, grad);
  check(near(grad[1], -1.1111));
  //! [bce_grad]
}

void of_logits() {
  //! [bce_with_logits]
  const std::vector<float> x{-15, 0.3f, 17}, y{0, 1, 1};
  std::vector<float> loss(3);
  xent::bce_with_logits(x, y, loss);
  check(near(loss[0], 3.0590e-7));
  xent::bce_with_logits(x, y, loss, {.pos_weight = 3.0f}, xent::exact, xent::threads(2));
  check(loss[1] == xent::bce_with_logits(0.3f, 1, 3));
  //! [bce_with_logits]

  //! [bce_with_logits_grad]
  std::vector<float> grad(3);
  xent::bce_with_logits_grad(x, y, grad);
  check(near(grad[2], -4.1399e-8));
  //! [bce_with_logits_grad]

  //! [bce_with_logits_hess]
  std::vector<float> hess(3);
  xent::bce_with_logits_hess(x, y, hess, xent::exact);
  check(hess[1] == xent::bce_with_logits_hess(0.3f, 1));
  //! [bce_with_logits_hess]
}

void errors() {
  //! [errors]
  const std::vector<float> x{1, 2, 3}, y{0, 1, 2};
  std::vector<float> loss(3), short_one(2);
  try {
    xent::bce_with_logits(x, y, loss);
    check(false);
  } catch (const std::domain_error&) {  // names the function, element 2 and the value 2
  }
  try {
    xent::bce_with_logits(x, y, short_one);
    check(false);
  } catch (const std::invalid_argument&) {
  }
  //! [errors]
}

}  // namespace

void array_losses() {
  of_probabilities();
  of_logits();
  errors();
}

}  // namespace snippets
