// Gradients against central differences of the loss, hessians against those of the gradient, both
// in MPFR, where a step of 2⁻¹⁰⁰ leaves an error of 2⁻²⁰⁰.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <xent/reduce.hpp>

#include "../support/bound.hpp"
#include "../support/catch.hpp"
#include "../support/reference.hpp"
#include "example.hpp"

namespace {

using namespace xent::test;
using gradient = rows::weighted_bce_with_logits_grad;

// A power of two: the mean's 1/n is exact.
constexpr std::size_t count = 512;
constexpr double labels[] = {0, 1, 0.3, 0x1p-20, 1 - 0x1p-20};
constexpr double pos_weights[] = {1, 0.25, 7.5, 1e6};

template <class Row> real central_difference(Row row, double x, double y, double q) {
  const real step = real(1).scaled(-100);
  return (truth(row, real(x) + step, real(y), real(q)) -
          truth(row, real(x) - step, real(y), real(q))) /
         (step + step);
}

// The larger of the gradient's terms: what its error is measured by.
double larger_term_of_gradient(double x, double y, double q) {
  return std::max((1 - y) * xent::sigmoid(x), q * y * xent::sigmoid(-x));
}

template <class T> double ulp(double of) {
  return std::ldexp(1.0, ulp_exponent(static_cast<T>(of)));
}

// Is got want·factor, off by no more than what `promised` says of `want`, with its larger term, and
// half an ulp of the product?
template <class T>
bool is_promised(T got, const real& want, double factor, double larger, bound promised) {
  const double near = want.to_double(), product = factor * near;
  const double before = promised.ulps * ulp<T>(promised.is_of_larger_term ? larger : near);
  const double granted = factor * (before + promised.slack * larger) + ulp<T>(product) / 2;
  return std::abs((real(got) - want * real(factor)).to_double()) <= granted;
}

template <class T> struct checked_example {
  // float: further out e⁻ᵃ is subnormal. double: further out it drowns in the 512 bits of a
  // gradient.
  static constexpr double most = sizeof(T) == 4 ? 80 : 200;
  std::vector<T> x, w, y = std::vector<T>(count), grad = y, hess = y, mean_grad = y;
  double y_of_all, q;

  explicit checked_example(double label, double pos_weight) : y_of_all(label), q(pos_weight) {
    random_source random(21);
    for (std::size_t i = 0; i < count; ++i) {
      x.push_back(static_cast<T>(random.within(i % 3 == 0 ? most : 8)));
      w.push_back(static_cast<T>(0.5 + random.unit()));
    }
    std::fill(y.begin(), y.end(), static_cast<T>(label));
    y_of_all = static_cast<double>(y[0]);
    q = static_cast<double>(static_cast<T>(pos_weight));
  }

  template <class Grade> void check(Grade grade, bound promised) {
    const xent::options<T> options{.weights = w, .pos_weight = static_cast<T>(q)};
    xent::bce_with_logits_sum_and_grad_hess(x, y, grad, hess, options, grade);
    xent::bce_with_logits_mean_and_grad(x, y, mean_grad, options, grade);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i) wrong += !is_right_at(i, promised);
    INFO("label " << y_of_all << ", pos_weight " << q);
    CHECK(wrong == 0);
  }

 private:
  bool is_right_at(std::size_t i, bound promised) const {
    const auto at = static_cast<double>(x[i]), weight = static_cast<double>(w[i]);
    const real slope = central_difference(rows::weighted_bce_with_logits{}, at, y_of_all, q);
    const real curvature =
        central_difference(rows::weighted_bce_with_logits_grad{}, at, y_of_all, q);
    const double larger = larger_term_of_gradient(at, y_of_all, q);
    return is_promised(grad[i], slope, weight, larger, promised) &&
           is_promised(mean_grad[i], slope, weight / count, larger, promised) &&
           is_promised(hess[i], curvature, weight, 0, {promised.ulps});
  }
};

template <class T, class Grade> void check_all(Grade grade, bound promised) {
  for (const double y : labels) {
    for (const double q : pos_weights) checked_example<T>(y, q).check(grade, promised);
  }
}

}  // namespace

TEST_CASE("gradients and hessians are the derivatives: float, fast") {
  check_all<float>(xent::fast, gradient::error.of_fast_float.soft);
}
TEST_CASE("gradients and hessians are the derivatives: float, exact") {
  check_all<float>(xent::exact, gradient::error.of_float.soft);
}
TEST_CASE("gradients and hessians are the derivatives: double") {
  check_all<double>(xent::fast, gradient::error.of_double.soft);
}
