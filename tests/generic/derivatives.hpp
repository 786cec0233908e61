#pragma once
// Functions differentiated by a number type against the derivatives that xent writes out.

#include <algorithm>
#include <cmath>
#include <limits>
#include <xent/xent.hpp>

#include "../support/catch.hpp"

namespace xent::test {

// `Number(value)` is a constant, `variable(value)` has slope 1, `value(n)` and `slope(n)` read.
template <class Number, class Variable, class Value, class Slope> struct differentiation {
  Variable variable;
  Value value;
  Slope slope;

  // A derivative is right to a few ulp of `scale`, by default of itself.
  void expect(const Number& got, double want_value, double want_slope, double scale = 0) const {
    const double few_ulp = 16 * std::numeric_limits<double>::epsilon();
    CHECK(std::abs(value(got) - want_value) <= few_ulp * std::max(scale, std::abs(want_value)));
    CHECK(std::abs(slope(got) - want_slope) <= few_ulp * std::max(scale, std::abs(want_slope)));
  }

  void check_at(double x) const {
    INFO("x = " << x);
    const Number n = variable(x);
    expect(sigmoid(n), sigmoid(x), sigmoid_grad(x));
    expect(softplus(n), softplus(x), softplus_grad(x));
    expect(log_sigmoid(n), log_sigmoid(x), log_sigmoid_grad(x));
    expect(log_add_exp(n, Number(0.75)), log_add_exp(x, 0.75), sigmoid(x - 0.75));
    expect(log_add_exp(n, Number(x)), log_add_exp(x, x), 0.5);
    expect(log_add_exp(Number(x), n), log_add_exp(x, x), 0.5);
    for (const double y : {0.0, 0.3, 1.0}) {
      check_losses(x, y);
      check_label(x, y);
    }
  }

  // By the label: the loss is (1 − y)·softplus(x) + y·softplus(−x), its gradient σ(x) − y.
  void check_label(double x, double y) const {
    INFO("by the label, x = " << x << ", y = " << y);
    const Number logit(x), label = variable(y);
    expect(bce_with_logits(logit, label), bce_with_logits(x, y), -x);
    expect(bce_with_logits_grad(logit, label), bce_with_logits_grad(x, y), -1, 1);
    expect(bce_with_logits_hess(logit, label), bce_with_logits_hess(x, y), 0);
  }

  // Soft labels have gradients whose terms, at most 1 and q in size, may cancel.
  void check_losses(double x, double y) const {
    INFO("y = " << y);
    const Number n = variable(x), label(y);
    const bool soft = 0 < y && y < 1;
    expect(bce_with_logits(n, label), bce_with_logits(x, y), bce_with_logits_grad(x, y), soft);
    expect(bce_with_logits_grad(n, label), bce_with_logits_grad(x, y), bce_with_logits_hess(x, y),
           soft);
    for (const double q : {0.5, 3.0}) {
      const Number weight(q);
      expect(bce_with_logits(n, label, weight), bce_with_logits(x, y, q),
             bce_with_logits_grad(x, y, q), soft ? q : 0);
      expect(bce_with_logits_grad(n, label, weight), bce_with_logits_grad(x, y, q),
             bce_with_logits_hess(x, y, q), soft ? q : 0);
    }
  }

  void check_probability(double p) const {
    INFO("p = " << p);
    const Number n = variable(p);
    expect(logit(n), logit(p), logit_grad(p), p == 0.5 ? 1 : 0);
    for (const double y : {0.0, 0.3, 1.0}) {
      const double terms = 0 < y && y < 1 ? 1 / (p * (1 - p)) : 0;
      expect(bce(n, Number(y)), bce(p, y), bce_grad(p, y), terms);
      expect(bce(Number(p), variable(y)), bce(p, y), -logit(p), p == 0.5 ? 1 : 0);
      expect(bce_grad(Number(p), variable(y)), bce_grad(p, y), -logit_grad(p), terms);
    }
  }

  void check_all() const {
    for (const double x :
         {-700.0, -100.0, -37.0, -17.0, -1.5, -1e-3, 0.0, 0.25, 2.0, 16.5, 40.0, 110.0, 650.0}) {
      check_at(x);
    }
    for (const double p : {1e-30, 1e-3, 0.2, 0.25, 0.4, 0.5 - 0x1p-30, 0.5 - 0x1p-54, 0.5,
                           0.5 + 0x1p-53, 0.6, 0.75, 0.9, 0x1.fffffp-1}) {
      check_probability(p);
    }
    CHECK(value(logit(variable(0.0))) == -std::numeric_limits<double>::infinity());
    CHECK(value(logit(variable(1.0))) == std::numeric_limits<double>::infinity());
    CHECK(value(bce(variable(0.0), Number(1))) == std::numeric_limits<double>::infinity());
    CHECK(value(bce(variable(1.0), Number(0))) == std::numeric_limits<double>::infinity());
    expect(bce(variable(0.0), Number(0)), 0, 1);
    expect(bce(variable(1.0), Number(1)), 0, -1);
  }
};

template <class Number, class Variable, class Value, class Slope>
void check_derivatives(Variable variable, Value value, Slope slope) {
  differentiation<Number, Variable, Value, Slope>{variable, value, slope}.check_all();
}

}  // namespace xent::test
