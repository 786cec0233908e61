#pragma once
// Reductions under a setting of the floating-point unit, against sums in long double formed as
// usual: of the terms and gradients that the arrays have under the setting.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <string_view>

#include <xent/threads.hpp>

#include "../support/array_functions.hpp"
#include "../support/golden_files.hpp"
#include "surroundings.hpp"

namespace xent::test {

template <class T> class sums_checker {
 public:
  explicit sums_checker(setting s) : setting_(s) {
    for (const auto& point : read_golden<rows::bce_with_logits, T>(rows::bce_with_logits{})) {
      if (!(std::abs(point.at[0]) < T(1e4))) continue;
      x_.push_back(point.at[0]);
      y_.push_back(point.at[1]);
    }
    on_each_isa([&](std::string_view isa) {
      isa_ = isa;
      check_losses(xent::fast);
      check_losses(xent::exact);
      check_bce();
      check_log_sums();
    });
  }
  int failures() const { return failures_; }

 private:
  setting setting_;
  std::string_view isa_;
  std::vector<T> x_, y_;
  int failures_ = 0;

  template <class Number> void judge(const char* what, Number got, long double want) {
    const double error = std::abs(ulps_apart(got, static_cast<Number>(want)));
    const bool is_good = error <= 4;
    failures_ += !is_good;
    std::cout << what << ' ' << isa_ << ' ' << type_name<T> << ": " << error
              << (is_good ? " ulp\n" : " ulp, BEYOND THE BOUND\n");
  }

  static long double sum_of(const std::vector<T>& terms) {
    long double sum = 0;
    for (const T term : terms) sum += static_cast<long double>(term);
    return sum;
  }

  // The gradient of the mean is that of the sum, scaled: by one rounded number, and rounded.
  template <class Grade> void check_losses(Grade grade) {
    std::vector<T> terms(x_.size()), gradients(terms), of_sum(terms), of_mean(terms), hess(terms);
    double sum = 0, mean = 0, all = 0;
    call_under(setting_, [&] {
      xent::bce_with_logits(x_, y_, terms, grade);
      xent::bce_with_logits_grad(x_, y_, gradients, grade);
      sum = xent::bce_with_logits_sum(x_, y_, grade, xent::threads(2));
      mean = xent::bce_with_logits_mean_and_grad(x_, y_, of_mean, grade);
      all = xent::bce_with_logits_sum_and_grad_hess(x_, y_, of_sum, hess, grade);
    });
    const auto n = static_cast<long double>(x_.size());
    judge("sum", sum, sum_of(terms));
    judge("sum with derivatives", all, sum_of(terms));
    judge("mean", mean, sum_of(terms) / n);
    std::size_t worst = 0;
    const auto error = [&](std::size_t i) {
      const auto want = static_cast<T>(static_cast<long double>(gradients[i]) / n);
      return std::isnormal(want) ? std::abs(ulps_apart(of_mean[i], want)) : 0;
    };
    for (std::size_t i = 0; i < x_.size(); ++i) {
      if (error(i) > error(worst)) worst = i;
    }
    judge("gradient of the mean", of_mean[worst], static_cast<long double>(gradients[worst]) / n);
    if (differences(of_sum, gradients) != 0) judge("gradient of the sum", T(1), 0);
  }

  static std::size_t differences(const std::vector<T>& a, const std::vector<T>& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) count += !same(a[i], b[i]);
    return count;
  }

  void check_bce() {
    std::vector<T> p, y;
    for (const auto& point : read_golden<rows::bce, T>(rows::bce{})) {
      if (!std::isfinite(point.want)) continue;
      p.push_back(point.at[0]);
      y.push_back(point.at[1]);
    }
    std::vector<T> terms(p.size());
    double sum = 0;
    call_under(setting_, [&] {
      xent::bce(p, y, terms);
      sum = xent::bce_sum(p, y);
    });
    judge("bce_sum", sum, sum_of(terms));
  }

  // Of all logits; of two, whose sum's logarithm is nearly that of one; and far from 0.
  void check_log_sums() {
    std::vector<T> far(x_.size());
    for (std::size_t i = 0; i < far.size(); ++i) far[i] = T(1e4) + x_[i] / 64;
    for (const auto& x : {x_, std::vector<T>{T(0.75), T(-9)}, far}) {
      T got = 0;
      call_under(setting_, [&] { got = xent::log_sum_exp(x); });
      const long double greatest = *std::max_element(x.begin(), x.end());
      long double sum = 0;
      for (const T one : x) sum += std::exp(static_cast<long double>(one) - greatest);
      judge("log_sum_exp", got, greatest + std::log(sum));
    }
  }
};

}  // namespace xent::test
