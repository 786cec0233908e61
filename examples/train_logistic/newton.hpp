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

#include <xent/reduce.hpp>

#include "../common/csv.hpp"
#include "cholesky.hpp"

namespace example {

// Parameters are w, then b.
using parameters = std::vector<double>;

inline double dot(const parameters& a, const parameters& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

inline std::vector<double> logits(const table& data, const parameters& p) {
  std::vector<double> result(data.rows);
  for (std::size_t row = 0; row < data.rows; ++row) {
    const double* x = &data.values[row * data.features];
    result[row] = std::inner_product(x, x + data.features, p.begin(), p.back());
  }
  return result;
}

inline double accuracy(const table& data, const parameters& p) {
  const std::vector<double> x = logits(data, p);
  std::size_t right = 0;
  for (std::size_t row = 0; row < data.rows; ++row)
    right += (x[row] > 0) == (data.labels[row] == 1);
  return static_cast<double>(right) / static_cast<double>(data.rows);
}

inline double penalty(const parameters& p, double ridge) {
  return ridge / 2 * std::inner_product(p.begin(), p.end() - 1, p.begin(), 0.0);
}

inline double objective(const table& data, const parameters& p, double ridge) {
  return xent::bce_with_logits_mean(logits(data, p), data.labels) + penalty(p, ridge);
}

struct expansion {
  double objective;
  parameters gradient;
  symmetric_matrix hessian;
};

// From each row's derivatives by its logit, g and h: gradient += g·(x, 1), and
// hessian += h·(x, 1)(x, 1)ᵀ.
inline expansion expand(const table& data, const parameters& p, double ridge) {
  const double n = static_cast<double>(data.rows);
  std::vector<double> g = logits(data, p), h(data.rows);
  const double sum = xent::bce_with_logits_sum_and_grad_hess(g, data.labels, g, h);
  expansion e{sum / n + penalty(p, ridge), parameters(p.size()), symmetric_matrix(p.size())};
  parameters x(p.size(), 1);
  for (std::size_t row = 0; row < data.rows; ++row) {
    std::copy_n(&data.values[row * data.features], data.features, x.begin());
    for (std::size_t i = 0; i < p.size(); ++i) {
      e.gradient[i] += g[row] / n * x[i];
      for (std::size_t j = 0; j <= i; ++j) e.hessian(i, j) += h[row] / n * x[i] * x[j];
    }
  }
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    e.gradient[i] += ridge * p[i];
    e.hessian(i, i) += ridge;
  }
  return e;
}

// −H⁻¹g. Where all rows are saturated H may be singular in floating point: then H + damping·I.
// Nothing where that does not help, as when the features overflow.
inline std::optional<parameters> newton_step(const expansion& e) {
  for (double damping = 0; damping < 1e12; damping = std::max(1e-12, 10 * damping)) {
    symmetric_matrix h = e.hessian;
    for (std::size_t i = 0; i < h.size(); ++i) h(i, i) += damping;
    if (const auto factor = cholesky(h)) {
      parameters step = solve(*factor, e.gradient);
      for (double& s : step) s = -s;
      return step;
    }
  }
  return std::nullopt;
}

// The longest of p + step, p + step/2, p + step/4, … that decreases the objective by a fair part
// of what the slope promises (Armijo), so that no step can overshoot, separable classes or not.
inline std::optional<parameters> search(const table& data, const parameters& p, double before,
                                        const parameters& step, double slope, double ridge) {
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
    const expansion here = expand(data, p, ridge);
    report(iteration, here.objective, std::sqrt(dot(here.gradient, here.gradient)), p);
    const std::optional<parameters> step = newton_step(here);
    if (!step) return {p, here.objective, false};
    const double slope = dot(here.gradient, *step);
    if (-slope <= 1e-15 * here.objective) return {p, here.objective, true};
    const auto next = search(data, p, here.objective, *step, slope, ridge);
    if (!next || iteration == 100) return {p, here.objective, false};
    p = *next;
  }
}

}  // namespace example
