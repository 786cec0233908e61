// The examples of options.hpp, grade.hpp, executor.hpp, isa.hpp and version.hpp.

#include <cmath>
#include <vector>
#include <xent/sigmoid.hpp>
#include <xent/threads.hpp>
#include <xent/xent.hpp>

#include "check.hpp"

namespace snippets {
namespace {

//! [data]
const std::vector<float> x{-15, 0.3f, 17, -2}, y{0, 1, 1, 1};
//! [data]

void options() {
  //! [options]
  const std::vector<float> w{1, 0, 2, 1};
  const double mean = xent::bce_with_logits_mean(
      x, y, {.weights = w, .label_smoothing = 0.1f, .denominator = xent::denominator::weight_sum});
  check(mean > 0);
  //! [options]

  //! [weights]
  check(near(xent::bce_with_logits_sum(x, y, {.weights = w}), 2.1269));  // without element 1
  //! [weights]

  //! [pos_weight]
  // Rows of two classes: the weights cycle.
  const std::vector<float> q{1, 3};
  check(near(xent::bce_with_logits_sum(x, y, {.pos_weight = q}), 3 * 2.6813));
  //! [pos_weight]

  //! [label_smoothing]
  // 0 becomes 0.05, 1 becomes 0.95.
  check(near(xent::bce_with_logits_sum(x, y, {.label_smoothing = 0.1f}), 4.1963));
  //! [label_smoothing]

  //! [ignored_target]
  const std::vector<float> some{0, -1, 1, 1};  // no target for element 1
  check(near(xent::bce_with_logits_mean(x, some, {.ignored_target = -1.0f}), 2.1269 / 3));
  //! [ignored_target]

  //! [clamp]
  const std::vector<float> p{0}, one{1};
  check(std::isinf(xent::bce_sum(p, one)));
  check(xent::bce_sum(p, one, {.clamp = xent::clamp::pytorch}) == 100);
  //! [clamp]

  //! [denominator]
  check(near(xent::bce_with_logits_mean(
                 x, y, {.weights = w, .denominator = xent::denominator::weight_sum}),
             2.1269 / 4));
  //! [denominator]

  //! [targets]
  check(near(xent::bce_with_logits_sum(x, y, {.targets = xent::targets::unchecked}), 2.6813));
  //! [targets]

  //! [accumulator]
  xent::loss_sum total;
  const double first = xent::bce_with_logits_sum(x, y, {.accumulator = &total});
  xent::bce_with_logits_sum(x, y, {.accumulator = &total});
  check(total.value() == 2 * first);
  //! [accumulator]
}

void grades() {
  //! [grades]
  std::vector<float> p(4);
  xent::sigmoid(x, p);               // fast: within 2.5 ulp
  xent::sigmoid(x, p, xent::exact);  // correctly rounded
  check(p[1] == xent::sigmoid(0.3f));
  //! [grades]
}

void executors() {
  //! [executors]
  const auto backwards = [](std::size_t n_blocks, auto body) {
    for (std::size_t i = n_blocks; i-- > 0;) body(i);
  };
  static_assert(xent::executor<decltype(backwards)>);
  const double sum = xent::bce_with_logits_sum(x, y, xent::serial);
  check(xent::bce_with_logits_sum(x, y, xent::threads(4)) == sum);
  check(xent::bce_with_logits_sum(x, y, backwards) == sum);
  //! [executors]
}

void instruction_sets() {
  //! [isa]
  const auto best = xent::active_isa();
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    check(xent::active_isa() == isa);
  }
  xent::set_isa(best);
  //! [isa]
}

//! [version]
#if XENT_VERSION_MAJOR == 0 && XENT_VERSION_MINOR < 1
#error "xent 0.1 or newer is needed"
#endif
//! [version]

}  // namespace

void settings() {
  options();
  grades();
  executors();
  instruction_sets();
}

}  // namespace snippets
