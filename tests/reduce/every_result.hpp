#pragma once
// Arguments that fit the options of a call, and all that the calls with these options return:
// reductions and functions element by element.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <xent/xent.hpp>

#include "../support/option_table.hpp"

namespace xent::test {

// Logits or probabilities and targets; elements that the options leave out have a NaN for logit,
// those of weight 0 also for label.
template <class T> struct option_arguments {
  static constexpr std::size_t size = option_ranges<T>::size;
  std::vector<T> at, y;

  option_arguments(losses which, const options<T>& o) {
    random_source random(42);
    for (std::size_t i = 0; i < size; ++i) {
      const double logit = random.within(i % 9 == 0 ? 30 : 5), probability = random.unit();
      at.push_back(static_cast<T>(which == losses::of_logits ? logit : probability));
      // A fraction of 2¹⁰ in every third place, and p = 0 and 1 for clamps.
      y.push_back(static_cast<T>(random.below(1025)) / 1024);
      if (i % 3 != 0) y[i] = static_cast<T>(random.below(2));
      if (o.clamp == clamp::pytorch && i % 10 < 2) at[i] = static_cast<T>(i % 2);
      if (o.ignored_target.is_given && is_ignored(i)) y[i] = o.ignored_target.value;
      if (is_left_out(o, i)) at[i] = std::numeric_limits<T>::quiet_NaN();
      if (is_weightless(o, i)) y[i] = at[i];
    }
  }
  static bool is_ignored(std::size_t i) { return i % 5 == 2; }

 private:
  static bool is_weightless(const options<T>& o, std::size_t i) {
    return o.weights.is_given && o.weights.data[i] == 0;
  }
  static bool is_left_out(const options<T>& o, std::size_t i) {
    return is_weightless(o, i) || (o.ignored_target.is_given && is_ignored(i));
  }
};

template <class T> struct every_result {
  double sum, mean, accumulated;
  std::vector<T> loss, grad, hess, sum_grad, sum_hess, mean_grad, pairs;

  bool operator==(const every_result& other) const {
    const auto equal = [](const auto& a, const auto& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(), same<T>);
    };
    return same(sum, other.sum) && same(mean, other.mean) && same(accumulated, other.accumulated) &&
           equal(loss, other.loss) && equal(grad, other.grad) && equal(hess, other.hess) &&
           equal(sum_grad, other.sum_grad) && equal(sum_hess, other.sum_hess) &&
           equal(mean_grad, other.mean_grad) && equal(pairs, other.pairs);
  }
};

// What the call gives; what it adds to the options' accumulator goes to `accumulated`.
template <class T, class Call>
double with_accumulator(options<T>& o, double& accumulated, Call call) {
  loss_sum total;
  o.accumulator = &total;
  const double sum = call();
  accumulated = total.value();
  return sum;
}

template <class T, class Grade>
every_result<T> of_logits(const option_arguments<T>& a, options<T> o, Grade grade) {
  every_result<T> r{};
  for (auto* out : {&r.loss, &r.grad, &r.hess, &r.sum_grad, &r.sum_hess, &r.mean_grad})
    out->resize(a.size);
  r.pairs.resize(2 * a.size);
  bce_with_logits(a.at, a.y, r.loss, o, grade);
  bce_with_logits_grad(a.at, a.y, r.grad, o, grade);
  bce_with_logits_hess(a.at, a.y, r.hess, o, grade);
  bce_with_logits_sum_and_grad_hess(a.at, a.y, r.sum_grad, r.sum_hess, o, grade);
  bce_with_logits_sum_and_grad_hess(a.at, a.y, r.pairs, o, grade);
  r.mean = bce_with_logits_mean_and_grad(a.at, a.y, r.mean_grad, o, grade);
  r.sum =
      with_accumulator(o, r.accumulated, [&] { return bce_with_logits_sum(a.at, a.y, o, grade); });
  return r;
}

template <class T, class Grade>
every_result<T> of_probabilities(const option_arguments<T>& a, options<T> o, Grade grade) {
  every_result<T> r{};
  for (auto* out : {&r.loss, &r.grad}) out->resize(a.size);
  bce(a.at, a.y, r.loss, o, grade);
  bce_grad(a.at, a.y, r.grad, o, grade);
  r.mean = bce_mean(a.at, a.y, o, grade);
  r.sum = with_accumulator(o, r.accumulated, [&] { return bce_sum(a.at, a.y, o, grade); });
  return r;
}

template <class T, class Grade>
every_result<T> results_of(losses which, const option_arguments<T>& a, const options<T>& o,
                           Grade grade) {
  return which == losses::of_logits ? of_logits(a, o, grade) : of_probabilities(a, o, grade);
}

}  // namespace xent::test
