// The textbook forms and the stable ones side by side at extreme logits: stable is within its bound
// of the truth, naive fails as textbook.hpp says.

#include <cstddef>
#include <limits>
#include <span>
#include <stdexcept>
#include <vector>

#include "../support/bound.hpp"
#include "../support/catch.hpp"
#include "../support/golden_files.hpp"
#include "../support/samples.hpp"
#include "textbook.hpp"
#include "witness.hpp"

namespace {

using namespace xent::test;

template <class Row, class T>
golden_point<Row, T> point_at(const std::vector<golden_point<Row, T>>& points,
                              const arguments_of<Row, T>& xs) {
  const auto found = std::find_if(points.begin(), points.end(), [&](const auto& point) {
    return std::equal(xs.begin(), xs.end(), point.at.begin(), same<T>);
  });
  if (found == points.end()) throw std::runtime_error("no golden point for an extreme logit");
  return *found;
}

outcome expected(std::span<const expectation> table, double x, std::size_t label) {
  for (const auto& row : table) {
    if (row.from <= x && x <= row.to) return row.at[label];
  }
  throw std::runtime_error("no expectation for an extreme logit");
}

template <class Row, class T, class Naive>
void compare(Row row, std::span<const expectation> table, Naive naive) {
  const std::array labels{T(0), T(1), static_cast<T>(0.3)};
  const auto points = read_golden<Row, T>(row);
  for (const T x : extreme_logits<T>()) {
    for (std::size_t label = 0; label < (Row::arity == 1 ? 1 : labels.size()); ++label) {
      arguments_of<Row, T> xs{x};
      if constexpr (Row::arity == 2) xs[1] = labels[label];
      const auto truth = point_at(points, xs);
      const T stable = call<Row, T>(row, xs), textbook_says = std::apply(naive, xs);
      INFO(signature(row) << " at " << std::apply([](auto... v) { return hex(v...); }, xs));
      INFO("naive " << hex(textbook_says) << ", stable " << hex(stable) << ", truth "
                    << hex(truth.want));
      CHECK(judge(textbook_says, truth.want) == expected(table, static_cast<double>(x), label));
      witness<Row, T> seen;
      CHECK(seen.see(xs, stable, truth.want, truth.remainder, truth.shift) <=
            bound_at<Row, T>(row, xs).ulps + 0.0005);
    }
  }
}

}  // namespace

TEMPLATE_TEST_CASE("naive beside stable at extreme logits", "[naive]", float, double) {
  using T = TestType;
  using book = textbook<T>;
  compare<rows::sigmoid, T>({}, book::sigmoid, [](T x) { return xent::naive::sigmoid(x); });
  compare<rows::log_sigmoid, T>({}, book::log_sigmoid,
                                [](T x) { return xent::naive::log_sigmoid(x); });
  compare<rows::softplus, T>({}, book::softplus, [](T x) { return xent::naive::softplus(x); });
  compare<rows::bce_with_logits, T>({}, book::bce_with_logits,
                                    [](T x, T y) { return xent::naive::bce_with_logits(x, y); });
  compare<rows::bce_with_logits_grad, T>({}, book::bce_with_logits_grad, [](T x, T y) {
    return xent::naive::bce_with_logits_grad(x, y);
  });
}

// A probability that has reached 0 or 1, or is below ε/4.
TEMPLATE_TEST_CASE("naive bce beside stable", "[naive]", float, double) {
  const TestType zero = 0, one = 1, small = std::numeric_limits<TestType>::epsilon() / 8;
  CHECK(is_nan(xent::naive::bce(zero, zero)));
  CHECK(is_nan(xent::naive::bce(one, one)));
  CHECK(xent::naive::bce(small, zero) == 0);
  CHECK(same(xent::bce(zero, zero), zero));
  CHECK(same(xent::bce(one, one), zero));
  CHECK(same(xent::bce(small, zero), small));
  CHECK(std::isinf(xent::naive::bce(zero, one)));
  CHECK(std::isinf(xent::bce(zero, one)));
}
