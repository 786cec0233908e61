// Losses, weights, pos_weight, reductions and their gradients are what PyTorch says they are.
//
// PyTorch errs itself: its loss is (1 − y)·x − (1 + (q − 1)·y)·log σ(x), whose terms are as large
// as |x|·max(1, q), and its gradient a difference of terms of size max(1, q), each rounded several
// times in its own type. So the two agree to a few ulp of those terms, which is why the logits are
// moderate. BCELoss has no such differences, but it takes log(1 − p) of a rounded 1 − p, so that
// label 0 is off by half an ulp of 1; and the 10⁻¹² of its gradient is a float in double too, which
// is 4·10⁻⁹ less.

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include <xent/xent.hpp>

#include "../support/catch.hpp"
#include "values.hpp"

namespace {

using namespace xent::test;

std::string path() {
  const char* const other = std::getenv("XENT_PYTORCH_VALUES");
  return other != nullptr ? other : XENT_PYTORCH_DIR "/values.txt";
}

template <class T> double ulp(double of) {
  return std::ldexp(1.0, ulp_exponent(static_cast<T>(of)));
}

template <class T> bool is_near(double got, T want, double granted) {
  return std::abs(got - static_cast<double>(want)) <= granted;
}

template <class T> struct comparison {
  const pytorch_values<T>& values;
  const pytorch_answer<T>& answer;
  std::vector<T> x = values.input("x"), y = values.input(answer.labels),
                 w = values.input(answer.weights), q = values.input(answer.pos_weight);

  xent::options<T> options() const {
    xent::options<T> o;
    if (!w.empty()) o.weights = w;
    if (q.size() == 1) o.pos_weight = q[0];
    if (q.size() > 1) o.pos_weight = q;
    if (answer.smoothing != "-") o.label_smoothing = values.input(answer.smoothing)[0];
    return o;
  }

  double largest_factor(std::size_t i) const {
    const double weight = w.empty() ? 1 : static_cast<double>(w[i]);
    return weight * (q.empty() ? 1 : std::max(1.0, static_cast<double>(q[i % q.size()])));
  }
  double larger_term_of_loss(std::size_t i) const {
    return largest_factor(i) * std::max(1.0, std::abs(static_cast<double>(x[i])));
  }

  template <class Grade> void check(Grade grade) const {
    INFO(answer.reduction << ' ' << type_name<T> << ' ' << answer.labels << ' ' << answer.weights
                          << ' ' << answer.pos_weight << ' ' << answer.smoothing);
    if (answer.reduction == "none") {
      check_elements(grade);
    } else {
      check_reduction(grade);
    }
  }

  template <class Grade> void check_elements(Grade grade) const {
    std::vector<T> loss(x.size());
    xent::bce_with_logits(x, y, loss, options(), grade);
    REQUIRE(answer.loss.size() == x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      CHECK(is_near<T>(loss[i], answer.loss[i], 4 * ulp<T>(larger_term_of_loss(i))));
    }
  }

  template <class Grade> void check_reduction(Grade grade) const {
    const bool is_mean = answer.reduction == "mean";
    std::vector<T> grad(x.size());
    const double loss = is_mean ? xent::bce_with_logits_mean_and_grad(x, y, grad, options(), grade)
                                : xent::bce_with_logits_sum_and_grad(x, y, grad, options(), grade);
    const double count = is_mean ? static_cast<double>(x.size()) : 1;
    double terms = 0;
    for (std::size_t i = 0; i < x.size(); ++i) terms += larger_term_of_loss(i);
    CHECK(is_near<T>(loss, answer.loss[0], 4 * ulp<T>(terms / count)));
    REQUIRE(answer.grad.size() == x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      CHECK(is_near<T>(grad[i], answer.grad[i], 4 * ulp<T>(largest_factor(i) / count)));
    }
  }
};

template <class T> void check_logits() {
  const pytorch_values<T> values(path());
  REQUIRE(values.answers.size() == 72);
  for (const auto& answer : values.answers) {
    comparison<T>{values, answer}.check(xent::fast);
    comparison<T>{values, answer}.check(xent::exact);
  }
}

template <class T> void check_clamped() {
  const pytorch_values<T> values(path());
  const xent::options<T> clamped{.clamp = xent::clamp::pytorch};
  for (const auto& [p, y, loss, grad] : values.clamped) {
    const std::vector<T> at{p}, label{y};
    std::vector<T> got(1);
    INFO("at p = " << p << ", y = " << y);
    const double of_rounded_1_less_p = (1 - y) * std::numeric_limits<T>::epsilon() / 2;
    const double granted = 4 * ulp<T>(loss) + of_rounded_1_less_p;
    xent::bce(at, label, got, clamped);
    CHECK(is_near<T>(got[0], loss, granted));
    CHECK(is_near<T>(xent::bce_mean(at, label, clamped), loss, granted));

    const double of_float_constant = p * (1 - p) <= T(1e-12) ? 0x1p-27 * std::abs(grad) : 0;
    xent::bce_grad(at, label, got, clamped);
    CHECK(is_near<T>(got[0], grad, 4 * ulp<T>(grad) + of_float_constant));
  }
}

}  // namespace

TEST_CASE("with logits, PyTorch gives the same: float") { check_logits<float>(); }
TEST_CASE("with logits, PyTorch gives the same: double") { check_logits<double>(); }
TEST_CASE("BCELoss clamped, PyTorch gives the same: float") { check_clamped<float>(); }
TEST_CASE("BCELoss clamped, PyTorch gives the same: double") { check_clamped<double>(); }
