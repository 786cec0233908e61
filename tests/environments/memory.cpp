// Every array function and every sum once, with all options, over lengths that end in all ways: for
// a tool that watches every read.

#include <iostream>

#include "../arrays/columns.hpp"

namespace {

using namespace xent::test;

double total = 0;

// In memory of its own size, so that a read beyond its end is seen; the results decide something,
// so that one from memory never written is.
template <class Row, class T, class Grade> void run(Row row, Grade grade, std::size_t size) {
  const auto ins = random_columns<Row, T>(row, size, size);
  for (const T result : apply<Row, T>(row, grade, ins)) total += result > 0 ? 1 : 0;
}

template <class T> void run_sums(std::size_t size) {
  const auto ins = random_columns<rows::bce_with_logits, T>(rows::bce_with_logits{}, size, size);
  std::vector<T> grad(size), hess(size), pairs(2 * size);
  const std::vector<T> w(size, T(0.5));
  const xent::options<T> options{.weights = w, .pos_weight = 2, .label_smoothing = T(0.1)};
  const auto& [x, y] = ins;
  total += xent::bce_with_logits_sum_and_grad_hess(x, y, grad, hess, options);
  total += xent::bce_with_logits_sum_and_grad_hess(x, y, pairs, options, xent::threads(2));
  total += xent::bce_with_logits_mean_and_grad(x, y, grad, options, xent::exact);
  total += xent::bce_mean(y, y, {.weights = w}) + static_cast<double>(xent::log_sum_exp(x));
  for (const auto* results : {&grad, &hess, &pairs}) {
    for (const T result : *results) total += result > 0 ? 1 : 0;
  }
}

}  // namespace

int main() {
  for (const std::size_t size : {1u, 31u, 33u, 290u, 1030u}) {
    for_each_array_function([size](auto row) {
      run<decltype(row), float>(row, xent::fast, size);
      run<decltype(row), float>(row, xent::exact, size);
      run<decltype(row), double>(row, xent::fast, size);
    });
    run_sums<float>(size);
    run_sums<double>(size);
  }
  std::cout << xent::active_isa() << ' ' << total << '\n';
  return total > 0 ? 0 : 1;
}
