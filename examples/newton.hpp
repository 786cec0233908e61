#pragma once
// Logistic regression by Newton's method: minimises, over weights w and bias b,
//
//   mean of bce_with_logits(x·w + b, y)  +  (ridge/2)·‖w‖².

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <vector>

#include <xent/bce_with_logits.hpp>

#include "cholesky.hpp"
#include "csv.hpp"

namespace example {

// Parameters are w, then b.
using parameters = std::vector<double>;

inline double dot(const parameters& a, const parameters& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

inline double logit_of_row(const table& data, std::size_t row, const parameters& p) {
  const double* x = &data.values[row * data.features];
  return std::inner_product(x, x + data.features, p.begin(), p.back());
}

inline double accuracy(const table& data, const parameters& p) {
  std::size_t right = 0;
  for (std::size_t row = 0; row < data.rows; ++row) {
    right += (logit_of_row(data, row, p) > 0) == (data.labels[row] == 1);
  }
  return static_cast<double>(right) / static_cast<double>(data.rows);
}

inline double objective(const table& data, const parameters& p, double ridge) {
  double sum = 0;
  for (std::size_t row = 0; row < data.rows; ++row) {
    sum += xent::bce_with_logits(logit_of_row(data, row, p), data.labels[row]);
  }
  const double w_squared = std::inner_product(p.begin(), p.end() - 1, p.begin(), 0.0);
  return sum / static_cast<double>(data.rows) + ridge / 2 * w_squared;
}

struct derivatives {
  parameters gradient;
  symmetric_matrix hessian;
};

// Row by row: gradient += g·(x, 1), hessian += h·(x, 1)(x, 1)ᵀ.
inline derivatives differentiate(const table& data, const parameters& p, double ridge) {
  derivatives d{parameters(p.size()), symmetric_matrix(p.size())};
  const double n = static_cast<double>(data.rows);
  parameters x(p.size(), 1);
  for (std::size_t row = 0; row < data.rows; ++row) {
    std::copy_n(&data.values[row * data.features], data.features, x.begin());
    const double logit = dot(x, p);
    const double g = xent::bce_with_logits_grad(logit, data.labels[row]) / n;
    const double h = xent::bce_with_logits_hess(logit, data.labels[row]) / n;
    for (std::size_t i = 0; i < p.size(); ++i) {
      d.gradient[i] += g * x[i];
      for (std::size_t j = 0; j <= i; ++j) d.hessian(i, j) += h * x[i] * x[j];
    }
  }
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    d.gradient[i] += ridge * p[i];
    d.hessian(i, i) += ridge;
  }
  return d;
}

// −H⁻¹g. Where all rows are saturated H may be singular in floating point: then H + damping·I.
// Nothing where that does not help, as when the features overflow.
inline std::optional<parameters> newton_step(const derivatives& d) {
  for (double damping = 0; damping < 1e12; damping = std::max(1e-12, 10 * damping)) {
    symmetric_matrix h = d.hessian;
    for (std::size_t i = 0; i < h.size(); ++i) h(i, i) += damping;
    if (const auto factor = cholesky(h)) {
      parameters step = solve(*factor, d.gradient);
      for (double& s : step) s = -s;
      return step;
    }
  }
  return std::nullopt;
}

// The longest of p + step, p + step/2, p + step/4, … that decreases the objective by a fair part
// of what the slope promises (Armijo), so that no step can overshoot, separable classes or not.
inline std::optional<parameters> search(const table& data, const parameters& p,
                                        const parameters& step, double slope, double ridge) {
  const double before = objective(data, p, ridge);
  for (double length = 1; length > 1e-12; length /= 2) {
    parameters q = p;
    for (std::size_t i = 0; i < p.size(); ++i) q[i] += length * step[i];
    if (objective(data, q, ridge) <= before + 1e-4 * length * slope) return q;
  }
  return std::nullopt;
}

struct minimum {
  parameters at;
  double objective;
  bool converged;
};

// report(iteration, objective, gradient norm, parameters) before each step.
// Half of −slope is how far the objective still is from its minimum, to leading order.
template <class Report> minimum minimise_by_newton(const table& data, double ridge, Report report) {
  parameters p(data.features + 1);
  for (int iteration = 0;; ++iteration) {
    const double value = objective(data, p, ridge);
    const derivatives d = differentiate(data, p, ridge);
    report(iteration, value, std::sqrt(dot(d.gradient, d.gradient)), p);
    const std::optional<parameters> step = newton_step(d);
    if (!step) return {p, value, false};
    const double slope = dot(d.gradient, *step);
    if (-slope <= 1e-15 * value) return {p, value, true};
    const auto next = search(data, p, *step, slope, ridge);
    if (!next || iteration == 100) return {p, value, false};
    p = *next;
  }
}

}  // namespace example
