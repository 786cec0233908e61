// The examples of elementwise.hpp for functions of one variable, and of log_sum_exp.hpp.

#include <array>
#include <vector>
#include <xent/elementwise.hpp>
#include <xent/log_sum_exp.hpp>
#include <xent/sigmoid.hpp>
#include <xent/threads.hpp>

#include "check.hpp"

namespace snippets {
namespace {

void of_logits() {
  //! [sigmoid]
  std::vector<float> x{-100, 0, 2};
  std::vector<float> p(3);
  xent::sigmoid(x, p);
  check(p[1] == 0.5f);
  xent::sigmoid(x, x, xent::exact);  // in place, with the scalar function's bits
  check(x[2] == xent::sigmoid(2.0f));
  //! [sigmoid]
}

void of_a_c_array() {
  //! [log_sigmoid]
  double x[] = {-1000, 0}, out[2];
  xent::log_sigmoid(x, out);
  check(out[0] == -1000);
  //! [log_sigmoid]

  //! [softplus]
  xent::softplus(x, out);
  check(near(out[1], 0.6931));
  //! [softplus]

  //! [sigmoid_grad]
  xent::sigmoid_grad(x, out);
  check(out[1] == 0.25);
  //! [sigmoid_grad]

  //! [log_sigmoid_grad]
  xent::log_sigmoid_grad(x, out);
  check(out[0] == 1 && out[1] == 0.5);
  //! [log_sigmoid_grad]

  //! [softplus_grad]
  xent::softplus_grad(x, out);
  check(out[0] == 0 && out[1] == 0.5);
  //! [softplus_grad]
}

void of_probabilities() {
  //! [logit]
  const std::array<double, 3> p{0, 0.5, 0.9};
  std::array<double, 3> out;
  xent::logit(p, out);
  check(out[1] == 0 && near(out[2], 2.1972));
  //! [logit]

  //! [logit_grad]
  xent::logit_grad(p, out);
  check(out[1] == 4);
  //! [logit_grad]
}

void of_a_whole_range() {
  //! [log_sum_exp]
  const std::vector<float> x{1000, 1000, -5};
  check(near(xent::log_sum_exp(x), 1000.6931));
  check(xent::log_sum_exp(x, xent::threads(2)) == xent::log_sum_exp(x));
  //! [log_sum_exp]
}

}  // namespace

void arrays() {
  of_logits();
  of_a_c_array();
  of_probabilities();
  of_a_whole_range();
}

}  // namespace snippets
