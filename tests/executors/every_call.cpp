#include "every_call.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <xent/xent.hpp>

#include "../support/message_of.hpp"
#include "../support/samples.hpp"

namespace xent::test {

namespace {

// Blocks for every thread, and a part of one.
constexpr std::size_t size_for_executors = 37 * block_size + 100;

template <class T> struct everything {
  std::vector<T> x, y, loss, grad, hess, pairs;
  std::vector<double> totals;

  everything() : loss(size_for_executors), grad(loss), hess(loss), pairs(2 * loss.size()) {
    random_source random(31);
    for (std::size_t i = 0; i < size_for_executors; ++i) {
      x.push_back(static_cast<T>(random.within(30)));
      y.push_back(static_cast<T>(random.unit()));
    }
  }

  template <class Executor> everything& with(const Executor& exec) {
    bce_with_logits(x, y, loss, {.pos_weight = T(3)}, exec);
    totals = {bce_with_logits_sum_and_grad_hess(x, y, grad, hess, exec),
              bce_with_logits_sum_and_grad_hess(x, y, pairs, exact, exec),
              bce_with_logits_mean(x, y, {.label_smoothing = T(0.1)}, exec),
              bce_sum(y, y, exec, exact), static_cast<double>(log_sum_exp(x, exec))};
    return *this;
  }

  bool operator==(const everything& other) const {
    const auto equal = [](const auto& a, const auto& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                        [](auto one, auto two) { return same(one, two); });
    };
    return equal(loss, other.loss) && equal(grad, other.grad) && equal(hess, other.hess) &&
           equal(pairs, other.pairs) && equal(totals, other.totals);
  }
};

}  // namespace

void check_same_results(const any_executor& exec) {
  CHECK(everything<float>().with(exec) == everything<float>().with(serial));
  CHECK(everything<double>().with(exec) == everything<double>().with(serial));
  std::vector<float> none;
  CHECK(bce_with_logits_sum(none, none, exec) == 0);
}

void check_failure_reaches_caller(const any_executor& exec) {
  for (const std::size_t at : {std::size_t{0}, size_for_executors / 2, size_for_executors - 1}) {
    everything<float> e;
    e.y[at] = 2;
    const std::string target = "target y[" + std::to_string(at) + "] = 2 is outside [0, 1]";
    CHECK(message_of<std::domain_error>([&] { bce_with_logits_sum(e.x, e.y, exec); }) ==
          "xent::bce_with_logits_sum: " + target);
    CHECK(message_of<std::domain_error>([&] { bce_with_logits(e.x, e.y, e.loss, exec); }) ==
          "xent::bce_with_logits: " + target);
  }
  everything<float> e;
  for (const std::size_t at : {5000u, 20000u, 30000u}) e.y[at] = -1;
  CHECK(message_of<std::domain_error>([&] {
          bce_with_logits_mean_and_grad(e.x, e.y, e.grad, exec);
        }) == "xent::bce_with_logits_mean_and_grad: target y[5000] = -1 is outside [0, 1]");
}

}  // namespace xent::test
