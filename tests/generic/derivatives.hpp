#pragma once
// Functions differentiated by a number type against the derivatives that xent writes out: each
// function of the catalogue by its first argument, where it has a derivative there; log_add_exp;
// the losses by their label; and poles.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <xent/xent.hpp>

#include "../support/bound.hpp"
#include "../support/catch.hpp"
#include "../support/estimate.hpp"

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

  static std::vector<double> values_of(argument kind) {
    switch (kind) {
      case argument::real_line:
        return {-700, -100, -37, -17, -1.5, -1e-3, 0, 0.25, 2, 16.5, 40, 110, 650};
      case argument::probability:
        return {1e-30, 1e-3,          0.2, 0.25, 0.4, 0.5 - 0x1p-30, 0.5 - 0x1p-54,
                0.5,   0.5 + 0x1p-53, 0.6, 0.75, 0.9, 0x1.fffffp-1};
      case argument::label:
        return {0, 0.3, 1};
      default:
        return {0.5, 3};
    }
  }

  // Where terms may cancel, the larger one tells the scale.
  template <class Row, class Gradient>
  void check_derivative(const arguments_of<Row, double>& at) const {
    INFO(signature(Row{}) << " at " << std::apply([](auto... x) { return hex(x...); }, at));
    const Number got = [&]<std::size_t... K>(std::index_sequence<K...>) {
      return Row::call(K == 0 ? variable(at[K]) : Number(at[K])...);
    }
    (std::make_index_sequence<Row::arity>());
    const auto scale = std::max(estimated_at<Row, double>({}, at).larger,
                                estimated_at<Gradient, double>({}, at).larger);
    expect(got, call<Row, double>({}, at), call<Gradient, double>({}, at),
           is_hard<Row, double>({}, at) ? 0 : static_cast<double>(scale));
  }

  // At all combinations of arguments, those from the first-th on being open.
  template <class Row, class Gradient>
  void check_derivatives_from(std::size_t first, arguments_of<Row, double> at) const {
    if (first == Row::arity) return check_derivative<Row, Gradient>(at);
    for (const double x : values_of(Row::arguments[first])) {
      at[first] = x;
      check_derivatives_from<Row, Gradient>(first + 1, at);
    }
  }

  void check_catalogue() const {
    for_each_function([&]<class Row>(Row) {
      for_each_function([&]<class Gradient>(Gradient) {
        using wanted = typename Row::function::gradient;
        constexpr bool is_it = std::is_same_v<typename Gradient::function, wanted>;
        if constexpr (is_it && Gradient::arity == Row::arity)
          check_derivatives_from<Row, Gradient>(0, {});
      });
    });
  }

  void check_log_add_exp(double x) const {
    INFO("log_add_exp, x = " << x);
    const Number n = variable(x);
    expect(log_add_exp(n, Number(0.75)), log_add_exp(x, 0.75), sigmoid(x - 0.75));
    expect(log_add_exp(n, Number(x)), log_add_exp(x, x), 0.5);
    expect(log_add_exp(Number(x), n), log_add_exp(x, x), 0.5);
  }

  // The loss is (1 − y)·softplus(x) + y·softplus(−x), its gradient σ(x) − y.
  void check_label_of_logit(double x, double y) const {
    INFO("by the label, x = " << x << ", y = " << y);
    const Number logit(x), label = variable(y);
    expect(bce_with_logits(logit, label), bce_with_logits(x, y), -x);
    expect(bce_with_logits_grad(logit, label), bce_with_logits_grad(x, y), -1, 1);
    expect(bce_with_logits_hess(logit, label), bce_with_logits_hess(x, y), 0);
  }

  void check_label_of_probability(double p, double y) const {
    INFO("by the label, p = " << p << ", y = " << y);
    const Number probability(p), label = variable(y);
    const double terms = 0 < y && y < 1 ? 1 / (p * (1 - p)) : 0;
    expect(bce(probability, label), bce(p, y), -logit(p), p == 0.5 ? 1 : 0);
    expect(bce_grad(probability, label), bce_grad(p, y), -logit_grad(p), terms);
  }

  void check_all() const {
    check_catalogue();
    for (const double x : values_of(argument::real_line)) check_log_add_exp(x);
    for (const double y : values_of(argument::label)) {
      for (const double x : values_of(argument::real_line)) check_label_of_logit(x, y);
      for (const double p : values_of(argument::probability)) check_label_of_probability(p, y);
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
