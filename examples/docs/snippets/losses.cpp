// The examples of bce.hpp, bce_with_logits.hpp and naive.hpp.

#include <cmath>
#include <xent/bce.hpp>
#include <xent/bce_with_logits.hpp>
#include <xent/naive.hpp>

#include "check.hpp"

namespace snippets {
namespace {

void of_probabilities() {
  //! [bce]
  check(near(xent::bce(0.9, 1.0), 0.10536));  // −log 0.9
  check(xent::bce(1.0f, 1) == 0);             // 0·log 0 is 0
  check(std::isinf(xent::bce(0.0f, 1)));      // sure, and wrong
  check(near(xent::bce(1e-30f, 0), 1e-30));   // where 1 − p is 1
  //! [bce]

  //! [bce_grad]
  check(near(xent::bce_grad(0.9, 1.0), -1.1111));  // −1/p
  check(xent::bce_grad(0.5, 0.5) == 0);            // least where p is the label
  //! [bce_grad]
}

void of_logits() {
  //! [bce_with_logits]
  check(near(xent::bce_with_logits(0.0, 1.0), 0.6931));      // log 2
  check(xent::bce_with_logits(100.0f, 0) == 100);            // sure, and wrong: finite
  check(near(xent::bce_with_logits(-15.0f, 0), 3.0590e-7));  // sure, and right: not 0
  check(xent::bce_with_logits(3.0f, 1) == xent::bce_with_logits(-3.0f, 0));
  //! [bce_with_logits]

  //! [bce_with_logits pos_weight]
  // Missing a positive costs three times as much; negatives cost what they did.
  check(near(xent::bce_with_logits(0.0, 1.0, 3.0), 3 * 0.6931));
  check(xent::bce_with_logits(0.7f, 0, 3) == xent::bce_with_logits(0.7f, 0));
  //! [bce_with_logits pos_weight]

  //! [bce_with_logits_grad]
  check(xent::bce_with_logits_grad(0.0, 1.0) == -0.5);              // σ(0) − 1
  check(near(xent::bce_with_logits_grad(40.0, 1.0), -4.2484e-18));  // where σ(x) − 1 is 0
  //! [bce_with_logits_grad]

  //! [bce_with_logits_grad pos_weight]
  check(xent::bce_with_logits_grad(0.0, 1.0, 3.0) == -1.5);
  //! [bce_with_logits_grad pos_weight]

  //! [bce_with_logits_hess]
  check(xent::bce_with_logits_hess(0.0, 1.0) == 0.25);
  check(xent::bce_with_logits_hess(2.0f, 0) == xent::bce_with_logits_hess(2.0f, 1));
  //! [bce_with_logits_hess]

  //! [bce_with_logits_hess pos_weight]
  check(xent::bce_with_logits_hess(0.0, 1.0, 3.0) == 0.75);
  //! [bce_with_logits_hess pos_weight]
}

void as_in_a_textbook() {
  //! [naive]
  check(xent::naive::sigmoid(17.0f) == 1);
  check(xent::naive::log_sigmoid(-100.0f) == -HUGE_VALF);
  check(xent::naive::softplus(100.0f) == HUGE_VALF);
  check(std::isnan(xent::naive::bce(1.0f, 1)));  // 0·log 0
  check(std::isnan(xent::naive::bce_with_logits(17.0f, 1)));
  check(xent::naive::bce_with_logits_grad(17.0f, 1) == 0);  // nothing left to learn from
  check(near(xent::bce_with_logits_grad(17.0f, 1), -4.1399e-8));
  //! [naive]
}

}  // namespace

void losses() {
  of_probabilities();
  of_logits();
  as_in_a_textbook();
}

}  // namespace snippets
