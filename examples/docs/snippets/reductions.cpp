// The examples of reduce.hpp and loss_sum.hpp.

#include <cstring>
#include <span>
#include <vector>
#include <xent/reduce.hpp>
#include <xent/threads.hpp>

#include "check.hpp"

namespace snippets {
namespace {

//! [data]
const std::vector<float> x{-15, 0.3f, 17, -2}, y{0, 1, 1, 1};
//! [data]

void losses_alone() {
  //! [bce_sum]
  const std::vector<float> p{0.9f, 0.2f}, label{1, 0};
  check(near(xent::bce_sum(p, label), 0.10536 + 0.22314));
  //! [bce_sum]

  //! [bce_mean]
  check(near(xent::bce_mean(p, label), (0.10536 + 0.22314) / 2));
  //! [bce_mean]

  //! [bce_with_logits_sum]
  const double sum = xent::bce_with_logits_sum(x, y);
  check(near(sum, 2.6813));
  //! [bce_with_logits_sum]

  //! [bce_with_logits_mean]
  check(xent::bce_with_logits_mean(x, y) == sum / 4);
  check(xent::bce_with_logits_mean(x, y, xent::threads(2)) == sum / 4);
  //! [bce_with_logits_mean]
}

void with_derivatives() {
  //! [bce_with_logits_sum_and_grad]
  std::vector<float> grad(4), hess(4);
  xent::bce_with_logits_sum_and_grad(x, y, grad);
  check(near(grad[2], -4.1399e-8) && near(grad[3], -0.8808));
  //! [bce_with_logits_sum_and_grad]

  //! [bce_with_logits_mean_and_grad]
  const double mean = xent::bce_with_logits_mean_and_grad(x, y, grad);
  check(near(mean, 2.6813 / 4) && near(grad[3], -0.8808 / 4));
  //! [bce_with_logits_mean_and_grad]

  //! [bce_with_logits_sum_and_grad_hess]
  xent::bce_with_logits_sum_and_grad_hess(x, y, grad, hess, {.pos_weight = 2.0f});
  check(near(grad[3], 2 * -0.8808) && near(hess[3], 2 * 0.1050));
  //! [bce_with_logits_sum_and_grad_hess]

  //! [pairs]
  std::vector<float> pairs(2 * x.size());  // g₀ h₀ g₁ h₁ …
  xent::bce_with_logits_sum_and_grad_hess(x, y, pairs);
  check(near(pairs[6], -0.8808) && near(pairs[7], 0.1050));
  //! [pairs]
}

void exact_sums() {
  //! [loss_sum]
  xent::loss_sum total;
  total.add(1e300);
  total.add(1);
  total.add(-1e300);
  check(total.value() == 1);  // exact, not 0

  xent::loss_sum other;
  other.add(0.5);
  total.merge(other);
  check(total.value() == 1.5);
  //! [loss_sum]

  //! [limbs]
  const xent::loss_sum::limb_array limbs = total.limbs();  // write them, send them, add them up
  check(xent::loss_sum::from_limbs(limbs) == total);
  //! [limbs]
}

void in_pieces() {
  //! [block_size]
  std::vector<float> logits(5000), labels(5000);
  for (std::size_t i = 0; i < 5000; ++i) logits[i] = static_cast<float>(i) / 1000 - 2;
  const double whole = xent::bce_with_logits_sum(logits, labels);

  xent::loss_sum total;
  const std::size_t piece = 3 * xent::block_size;  // all pieces but the last: multiples of it
  for (std::size_t i = 0; i < 5000; i += piece) {
    const std::size_t n = std::min(piece, 5000 - i);
    xent::bce_with_logits_sum(std::span(logits).subspan(i, n), std::span(labels).subspan(i, n),
                              {.accumulator = &total});
  }
  check(total.value() == whole);  // the same bits
  //! [block_size]
}

}  // namespace

void reductions() {
  losses_alone();
  with_derivatives();
  exact_sums();
  in_pieces();
}

}  // namespace snippets
