// The examples of sigmoid.hpp.

#include <cmath>
#include <xent/sigmoid.hpp>

#include "check.hpp"

namespace snippets {
namespace {

void values() {
  //! [sigmoid]
  static_assert(xent::sigmoid(0.0) == 0.5);
  check(near(xent::sigmoid(-100.0), 3.7201e-44));  // 1/(1 + e¹⁰⁰), no overflow on the way
  check(xent::sigmoid(-100.0f) > 0);               // a subnormal float, rounded like any other
  //! [sigmoid]

  //! [log_sigmoid]
  check(near(xent::log_sigmoid(0.0), -0.6931));
  check(xent::log_sigmoid(-1000.0f) == -1000);  // where log(σ(x)) would be log(0)
  //! [log_sigmoid]

  //! [softplus]
  check(near(xent::softplus(0.0), 0.6931));
  check(xent::softplus(1000.0f) == 1000);          // where eˣ overflows
  check(near(xent::softplus(-50.0), 1.9287e-22));  // where 1 + eˣ is 1
  //! [softplus]

  //! [logit]
  check(xent::logit(0.5) == 0);
  check(near(xent::logit(1e-300), -690.7755));
  check(std::isnan(xent::logit(1.5)));
  //! [logit]

  //! [log_add_exp]
  check(near(xent::log_add_exp(1000.0, 1000.0), 1000.6931));  // log 2 more
  check(xent::log_add_exp(3.0, -HUGE_VAL) == 3);              // log(e³ + 0)
  //! [log_add_exp]
}

void derivatives() {
  //! [sigmoid_grad]
  static_assert(xent::sigmoid_grad(0.0) == 0.25);
  check(near(xent::sigmoid_grad(40.0), 4.2484e-18));  // where σ(x)·(1 − σ(x)) is 0
  //! [sigmoid_grad]

  //! [log_sigmoid_grad]
  check(xent::log_sigmoid_grad(0.0f) == 0.5f);
  check(near(xent::log_sigmoid_grad(40.0), 4.2484e-18));  // where 1 − σ(x) is 0
  //! [log_sigmoid_grad]

  //! [softplus_grad]
  check(xent::softplus_grad(2.0f) == xent::sigmoid(2.0f));
  //! [softplus_grad]

  //! [logit_grad]
  check(xent::logit_grad(0.5) == 4);
  check(std::isinf(xent::logit_grad(0.0)));
  //! [logit_grad]
}

}  // namespace

void scalars() {
  values();
  derivatives();
}

}  // namespace snippets
