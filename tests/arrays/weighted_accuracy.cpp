// Soft labels with a pos_weight of every size: the fast grade's bound on random points, against
// long double. Golden points are too few here: errors of the two terms seldom add up.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <xent/elementwise.hpp>

#include "../support/bound.hpp"
#include "../support/catch.hpp"
#include "../support/floating.hpp"
#include "../support/samples.hpp"
#include "weighted_terms.hpp"

namespace {

using namespace xent::test;

struct weighted_points {
  std::vector<float> x, y, q;

  explicit weighted_points(std::size_t count) {
    random_source random(41);
    for (std::size_t i = 0; i < count; ++i) {
      const double size = i % 2 == 0 ? std::exp2(-24 * random.unit()) : 100 * random.unit();
      x.push_back(static_cast<float>(i % 4 < 2 ? size : -size));
      y.push_back(static_cast<float>(i % 5 == 0   ? static_cast<double>(random.below(2))
                                     : i % 5 == 1 ? std::exp2(-30 * random.unit())
                                                  : random.unit()));
      q.push_back(static_cast<float>(std::exp2(random.within(i % 16 == 0 ? 30 : 6))));
      if (i % 8 == 7) make_product_almost_subnormal(random);
    }
  }

 private:
  // And log(1 + e^x) nothing beside it.
  void make_product_almost_subnormal(random_source& random) {
    x.back() = static_cast<float>(-(85 + 40 * random.unit()));
    y.back() = static_cast<float>(std::exp2(-125.9 + 4 * random.unit()) / q.back());
  }
};

// Beyond what is granted, in ulp of the sum of the terms, or of the larger one where their signs
// differ.
double error_of(float got, const weighted_terms& truth, double granted) {
  const long double sum = truth.of_zero + truth.of_one;
  const bool cancels = truth.of_one < 0;
  const long double size =
      cancels ? std::max(truth.of_zero, std::fabs(truth.of_one)) : std::fabs(sum);
  const long double error =
      std::max(0.0L, std::fabs(static_cast<long double>(got) - sum) - granted);
  return static_cast<double>(std::ldexp(error, -ulp_exponent(static_cast<float>(size))));
}

template <class Function, class Truth>
double worst_error(const weighted_points& at, Function function, Truth truth) {
  std::vector<float> out(at.x.size());
  function(at.x, at.y, out, xent::options<float>{.pos_weight = at.q});
  double worst = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const weighted_terms is = truth(at.x[i], at.y[i], at.q[i]);
    const double granted = granted_to_pos_weight<rows::weighted_bce_with_logits, float>(
        {}, {at.x[i], at.y[i], at.q[i]});
    worst = std::max(worst, error_of(out[i], is, granted));
  }
  return worst;
}

}  // namespace

TEST_CASE("soft labels and pos_weight keep the fast grade's bound", "[accuracy]") {
  const weighted_points at(std::size_t{1} << 19);
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    CHECK(worst_error(
              at, [](auto&&... a) { xent::bce_with_logits(a...); }, loss_terms) <= 2.5);
    CHECK(worst_error(
              at, [](auto&&... a) { xent::bce_with_logits_grad(a...); }, grad_terms) <= 2.5);
    CHECK(worst_error(
              at, [](auto&&... a) { xent::bce_with_logits_hess(a...); }, hess_terms) <= 2.5);
  }
}
