#pragma once
// The lesson of train_logistic: plain gradient descent in float on features as they come, once with
// the loss and gradient of the textbook and once with those of xent.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <limits>
#include <numeric>
#include <vector>

#include <xent/naive.hpp>
#include <xent/reduce.hpp>

#include "../common/csv.hpp"

namespace example {

// The mean loss, and in grad its gradient by the logits x.
struct textbook_form {
  static double mean_and_grad(const std::vector<float>& x, const std::vector<float>& y,
                              std::vector<float>& grad) {
    const float n = static_cast<float>(x.size());
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      sum += double{xent::naive::bce_with_logits(x[i], y[i])};
      grad[i] = xent::naive::bce_with_logits_grad(x[i], y[i]) / n;
    }
    return sum / double{n};
  }
};

struct stable_form {
  static double mean_and_grad(const std::vector<float>& x, const std::vector<float>& y,
                              std::vector<float>& grad) {
    return xent::bce_with_logits_mean_and_grad(x, y, grad);
  }
};

// Before each step, and after the last: mean loss, accuracy, and the largest |logit|.
struct history {
  std::vector<double> loss;
  std::vector<float> accuracy, largest_logit;

  // The first step at which the loss is not finite; where there is none, the number of entries.
  std::size_t first_not_finite() const {
    std::size_t step = 0;
    while (step < loss.size() && std::isfinite(loss[step])) ++step;
    return step;
  }
};

template <class Form> history descend(const table& data, float rate, std::size_t steps) {
  const std::vector<float> values(data.values.begin(), data.values.end());
  const std::vector<float> y(data.labels.begin(), data.labels.end());
  std::vector<float> w(data.features), x(data.rows), gradient(data.rows);
  float b = 0;
  history past;
  for (std::size_t step = 0; step <= steps; ++step) {
    float right = 0, largest = 0;
    for (std::size_t row = 0; row < data.rows; ++row) {
      x[row] = std::inner_product(w.begin(), w.end(), &values[row * data.features], b);
      largest = std::max(largest, std::fabs(x[row]));
      right += (x[row] > 0) == (y[row] == 1) ? 1.0f : 0.0f;
    }
    past.loss.push_back(Form::mean_and_grad(x, y, gradient));
    past.accuracy.push_back(right / static_cast<float>(data.rows));
    past.largest_logit.push_back(largest);
    for (std::size_t row = 0; row < data.rows; ++row) {
      const float move = rate * gradient[row];
      b -= move;
      for (std::size_t i = 0; i < w.size(); ++i) w[i] -= move * values[row * data.features + i];
    }
  }
  return past;
}

// Some C libraries print the sign of a NaN, which means nothing.
inline double shown(double loss) { return std::isnan(loss) ? std::fabs(loss) : loss; }

inline void print_side_by_side(const history& textbook, const history& stable) {
  std::printf("%6s  %24s  %24s\n", "", "log of the sigmoid", "bce_with_logits");
  std::printf("%6s  %13s %10s  %13s %10s\n", "step", "mean loss", "accuracy", "mean loss",
              "accuracy");
  for (const std::size_t step : {0u, 1u, 2u, 3u, 4u, 5u, 10u, 20u, 50u, 100u, 200u, 500u, 1000u}) {
    std::printf("%6zu  %13.6g %10.4f  %13.6g %10.4f\n", step, shown(textbook.loss[step]),
                double{textbook.accuracy[step]}, shown(stable.loss[step]),
                double{stable.accuracy[step]});
  }
}

inline void sum_up(const char* name, const history& past) {
  const std::size_t step = past.first_not_finite();
  if (step == past.loss.size()) {
    std::printf("%s: finite at every step.\n", name);
  } else {
    std::printf("%s: %g at step %zu, where logits reach %.4g.\n", name, shown(past.loss[step]),
                step, double{past.largest_logit[step]});
  }
}

inline void teach(const table& data) {
  for (const double x : data.values) {
    if (std::fabs(x) > double{std::numeric_limits<float>::max()}) {
      std::printf("\nNo gradient descent in float: the feature value %g is too large.\n", x);
      return;
    }
  }
  constexpr float rate = 0.01f;
  constexpr std::size_t steps = 1000;
  const history textbook = descend<textbook_form>(data, rate, steps);
  const history stable = descend<stable_form>(data, rate, steps);

  std::printf("\nGradient descent on the features as they come, float, step size 0.01\n\n");
  print_side_by_side(textbook, stable);
  std::printf("\n");
  sum_up("log of the sigmoid", textbook);
  sum_up("bce_with_logits", stable);
  if (textbook.first_not_finite() > steps || stable.first_not_finite() <= steps) return;
  std::printf("%s", R"(
In float the sigmoid is 1 from a logit of 17 on and 0 below -89. Then one of the two logarithms is
-inf, and times a label weight of 0 it is NaN. The gradient, sigmoid - label, is still finite, so
both runs move on alike; but only the stable loss can show how, and so that the step is too long
for features of this size, or that they should be standardised.
)");
}

}  // namespace example
