// Every array function and every sum, with each option and kind of executor, over lengths that end
// in all ways: for a tool that watches every read.

#include <cstddef>
#include <iostream>
#include <vector>

#include <xent/threads.hpp>

#include "../support/random_columns.hpp"

namespace {

using namespace xent::test;

int positive = 0;

// A decision, so that a result that comes from memory never written is seen.
template <class Number> void look_at(Number result) { positive += result > 0; }
template <class T> void look_at(const std::vector<T>& results) {
  for (const T result : results) look_at(result);
}

// Vectors are memory of their own size, so that a read beyond their end is seen.
template <class Row, class T, class Grade> void run(Row row, Grade grade, std::size_t size) {
  look_at(apply<Row, T>(row, grade, random_columns<Row, T>(row, size, size)));
}

// All calls that take these options, with a grade and an executor.
template <class T, class... How>
void run_losses(std::size_t size, const xent::options<T>& options, const How&... how) {
  const auto [x, y] = random_columns<rows::bce_with_logits, T>({}, size, size);
  std::vector<T> grad(size), hess(size), pairs(2 * size);
  for_each_array_function([&, &x = x, &y = y]<class Row>(Row) {
    constexpr bool is_of_logits = Row::arguments[0] == argument::real_line;
    if constexpr (is_of_logits && has_label<Row> && !is_weighted<Row>) {
      xent::options<T> accepted = options;
      if (!Row::function::arguments::has_pos_weight) accepted.pos_weight = T(1);
      std::vector<T> out(size);
      Row::call(x, y, out, accepted, how...);
      look_at(out);
    }
  });
  look_at(xent::bce_with_logits_sum(x, y, options, how...));
  look_at(xent::bce_with_logits_mean_and_grad(x, y, grad, options, how...));
  look_at(grad);
  look_at(xent::bce_with_logits_sum_and_grad_hess(x, y, grad, hess, options, how...));
  look_at(grad);
  look_at(hess);
  look_at(xent::bce_with_logits_sum_and_grad_hess(x, y, pairs, options, how...));
  look_at(pairs);
}

template <class T> void run_options(std::size_t size) {
  const std::vector<T> weights(size, T(0.5)), of_each_class(size, T(2));
  run_losses<T>(size, {.weights = weights, .denominator = xent::denominator::weight_sum});
  run_losses<T>(size, {.pos_weight = of_each_class, .label_smoothing = T(0.1)}, xent::exact);
  run_losses<T>(size, {.ignored_target = T(1), .targets = xent::targets::unchecked});
  xent::loss_sum total;
  run_losses<T>(size, {.weights = weights, .pos_weight = 2, .accumulator = &total});
  look_at(xent::loss_sum::from_limbs(total.limbs()).value());

  const auto [p, y] = random_columns<rows::bce, T>({}, size, size);
  const xent::options<T> clamped{.weights = weights, .clamp = xent::clamp::pytorch};
  std::vector<T> out(size);
  xent::bce(p, y, out, clamped);
  look_at(out);
  xent::bce_grad(p, y, out, clamped);
  look_at(out);
  look_at(xent::bce_mean(p, y, clamped));
  look_at(xent::log_sum_exp(p));
}

void run_executors(std::size_t size) {
  const auto backwards = [](std::size_t n, auto body) {
    while (n-- > 0) body(n);
  };
  const std::vector<float> weights(size, 0.5f), x(size, -3.0f);
  run_losses<float>(size, {.weights = weights}, xent::threads(3));
  run_losses<float>(size, {}, backwards, xent::exact);
  look_at(xent::log_sum_exp(x, xent::threads(2)));
}

}  // namespace

int main() {
  for (const std::size_t size : {1u, 31u, 33u, 290u, 1030u}) {
    for_each_array_function([size](auto row) {
      run<decltype(row), float>(row, xent::fast, size);
      run<decltype(row), float>(row, xent::exact, size);
      run<decltype(row), double>(row, xent::fast, size);
    });
    run_options<float>(size);
    run_options<double>(size);
  }
  for (const std::size_t size : {1u, 3000u}) run_executors(size);
  std::cout << xent::active_isa() << ' ' << positive << " results are positive\n";
  return positive > 0 ? 0 : 1;
}
