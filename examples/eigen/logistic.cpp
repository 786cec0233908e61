// Logistic regression with Eigen: its vectors go to xent's functions as they are, and its numbers
// that differentiate themselves go through them.
//
// By hand, from the top of the tree:
//   g++ -std=c++20 -O2 -I include -I /usr/include/eigen3 examples/eigen/logistic.cpp
//
// Exit status: 0; 1 where the two ways to a gradient differ, or the minimum is not the known one.

#include <cstdio>
#include <exception>

#include <Eigen/Dense>
#include <unsupported/Eigen/AutoDiff>
#include <xent/xent.hpp>

#include "../common/csv.hpp"
#include "../common/known_minimum.hpp"
#include "../common/standardise.hpp"

#ifndef XENT_EXAMPLE_DATA
#define XENT_EXAMPLE_DATA "examples/data"
#endif

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using row_major = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Minimises, by Newton's method, the mean loss of logits X·w, plus w·ridge·w/2.
double minimise(const MatrixXd& X, const VectorXd& y, const VectorXd& ridge, VectorXd& w) {
  const double n = static_cast<double>(y.size());
  VectorXd x(y.size()), g(y.size()), h(y.size());
  for (int step = 0;; ++step) {
    x = X * w;
    const double loss = xent::bce_with_logits_sum_and_grad_hess(x, y, g, h) / n;
    const VectorXd gradient = X.transpose() * g / n + ridge.cwiseProduct(w);
    MatrixXd hessian = X.transpose() * h.asDiagonal() * X / n;
    hessian.diagonal() += ridge;
    const double objective = loss + w.dot(ridge.cwiseProduct(w)) / 2;
    std::printf("%4d  %18.16f  %13.3e\n", step, objective, gradient.norm());
    if (gradient.norm() < 1e-14 || step == 20) return objective;
    w -= hessian.ldlt().solve(gradient);
  }
}

// The gradient of the mean loss by w, written by no one: the loss of each row is a function of
// numbers that carry their derivatives by w.
VectorXd differentiated(const MatrixXd& X, const VectorXd& y, const VectorXd& w) {
  using number = Eigen::AutoDiffScalar<VectorXd>;
  const Eigen::Index size = w.size();
  const VectorXd none = VectorXd::Zero(size);
  number sum(0, none);
  for (Eigen::Index row = 0; row < y.size(); ++row) {
    number logit(0, none);
    for (Eigen::Index i = 0; i < size; ++i) {
      logit += number(w[i], VectorXd::Unit(size, i)) * X(row, i);
    }
    sum += xent::bce_with_logits(logit, number(y[row], none));
  }
  return sum.derivatives() / static_cast<double>(y.size());
}

VectorXd by_xent(const MatrixXd& X, const VectorXd& y, const VectorXd& w) {
  VectorXd g = X * w;
  xent::bce_with_logits_mean_and_grad(g, y, g);
  return X.transpose() * g;
}

int run() {
  const example::table data =
      example::standardised(example::csv_reader::read(XENT_EXAMPLE_DATA "/breast_cancer.csv"));
  const auto n = static_cast<Eigen::Index>(data.rows), k = static_cast<Eigen::Index>(data.features);
  MatrixXd X(n, k + 1);
  X << Eigen::Map<const row_major>(data.values.data(), n, k), VectorXd::Ones(n);
  const VectorXd y = Eigen::Map<const VectorXd>(data.labels.data(), n);
  VectorXd w = VectorXd::Zero(k + 1), ridge = VectorXd::Constant(k + 1, example::known_ridge);
  ridge[k] = 0;  // of the bias

  std::printf("%4s  %18s  %13s\n", "step", "objective", "gradient norm");
  const double minimum = minimise(X, y, ridge, w);
  const double difference = (differentiated(X, y, w) - by_xent(X, y, w)).norm();
  std::printf("\nits loss's gradient, by AutoDiffScalar less by xent: norm %.1e\n", difference);
  return example::is_known(minimum) && difference <= 1e-14 ? 0 : 1;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
