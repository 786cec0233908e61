// Sums, means and their gradients agree with the functions element by element; denominators; what
// is refused.

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <xent/threads.hpp>
#include <xent/xent.hpp>

#include "../support/catch.hpp"
#include "../support/message_of.hpp"
#include "example.hpp"

namespace {

using namespace xent::test;

template <class T> double wide_sum(const std::vector<T>& terms, const std::vector<T>& w) {
  long double sum = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    sum += static_cast<long double>(terms[i]) * (w.empty() ? 1 : static_cast<long double>(w[i]));
  }
  return static_cast<double>(sum);
}

// What is added to a mean's gradient: of floats the product is rounded once.
float mean_part(float g, float w, float scale) {
  return static_cast<float>(static_cast<double>(g) *
                            (static_cast<double>(w) * static_cast<double>(scale)));
}
double mean_part(double g, double w, double scale) { return g * (w * scale); }

// 2⁻⁵⁰ of the sum of terms ≥ 0.
bool is_near(double got, double want) { return std::fabs(got - want) <= 0x1p-50 * want; }

constexpr std::size_t sizes[] = {0, 1, 8, 15, 16, 17, 100, 1023, 1024, 1025, 4096, 10000};

template <class T, class Grade> void check_against_elementwise(Grade grade) {
  for (const std::size_t n : sizes) {
    INFO(n << " elements");
    const example<T> e(n);
    const auto q = T(2.5);
    std::vector<T> terms(n), grad(n), hess(n), got_grad(n), got_hess(n), pairs(2 * n);
    xent::bce_with_logits(e.x, e.y, terms, {.pos_weight = q}, grade);
    xent::bce_with_logits_grad(e.x, e.y, grad, {.weights = e.w, .pos_weight = q}, grade);
    xent::bce_with_logits_hess(e.x, e.y, hess, {.weights = e.w, .pos_weight = q}, grade);
    const xent::options<T> given{.weights = e.w, .pos_weight = q};
    const double want = wide_sum(terms, e.w);

    const double sum = xent::bce_with_logits_sum(e.x, e.y, given, grade);
    CHECK(is_near(sum, want));
    CHECK(xent::bce_with_logits_sum_and_grad(e.x, e.y, got_grad, given, grade) == sum);
    CHECK(got_grad == grad);
    CHECK(xent::bce_with_logits_sum_and_grad_hess(e.x, e.y, got_grad, got_hess, given, grade) ==
          sum);
    CHECK(got_grad == grad);
    CHECK(got_hess == hess);
    CHECK(xent::bce_with_logits_sum_and_grad_hess(e.x, e.y, pairs, given, grade,
                                                  xent::threads(2)) == sum);
    for (std::size_t i = 0; i < n; ++i) {
      if (pairs[2 * i] != grad[i] || pairs[2 * i + 1] != hess[i]) FAIL("pair " << i);
    }
    if (n == 0) continue;
    const auto count = static_cast<double>(n);
    CHECK(xent::bce_with_logits_mean_and_grad(e.x, e.y, got_grad, given, grade) == sum / count);
    // The weight's share of the denominator is rounded, and its product with the gradient.
    xent::bce_with_logits_grad(e.x, e.y, terms, {.pos_weight = q}, grade);
    for (std::size_t i = 0; i < n; ++i) {
      grad[i] = mean_part(terms[i], e.w[i], static_cast<T>(1 / count));
    }
    CHECK(got_grad == grad);

    xent::bce(e.y, e.y, terms, grade);
    CHECK(is_near(xent::bce_sum(e.y, e.y, grade), wide_sum(terms, {})));
    CHECK(xent::bce_mean(e.y, e.y, grade) == xent::bce_sum(e.y, e.y, grade) / count);
  }
}

}  // namespace

TEST_CASE("reductions agree with the functions element by element") {
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    check_against_elementwise<float>(xent::fast);
    check_against_elementwise<float>(xent::exact);
    check_against_elementwise<double>(xent::fast);
  }
}

TEST_CASE("denominators") {
  const example<double> e(3000);
  const xent::options<double> by_weight{.weights = e.w,
                                        .denominator = xent::denominator::weight_sum};
  const double sum_of_weights = wide_sum(e.w, {});
  std::vector<double> grad(3000), want(3000);
  CHECK(is_near(xent::bce_with_logits_mean_and_grad(e.x, e.y, grad, by_weight),
                xent::bce_with_logits_sum(e.x, e.y, {.weights = e.w}) / sum_of_weights));
  xent::bce_with_logits_grad(e.x, e.y, want, {.weights = e.w});
  for (std::size_t i = 0; i < grad.size(); ++i) {
    CHECK(std::fabs(grad[i] * sum_of_weights - want[i]) <= 0x1p-50 * std::fabs(want[i]));
  }
}

// The mean works with weights of another size; what it adds to an accumulator are the terms.
TEST_CASE("an accumulator of a mean by weights has the sum's terms") {
  example<double> e(3000);
  for (const double size : {0x1p-900, 0x1p-40, 1.0, 0x1p70, 0x1p900, 0x1p1020}) {
    INFO("weights of size " << size);
    for (double& w : e.w) w *= size;
    xent::loss_sum of_mean, of_sum;
    const double mean = xent::bce_with_logits_mean(
        e.x, e.y,
        {.weights = e.w, .denominator = xent::denominator::weight_sum, .accumulator = &of_mean});
    xent::bce_with_logits_sum(e.x, e.y, {.weights = e.w, .accumulator = &of_sum});
    CHECK((of_mean == of_sum || std::isinf(of_sum.value())));
    CHECK(std::isinf(of_mean.value()) == std::isinf(of_sum.value()));
    if (size < 0x1p1000) CHECK(is_near(mean, of_sum.value() / wide_sum(e.w, {})));
    for (double& w : e.w) w /= size;
  }
}

TEST_CASE("an infinite loss makes the mean infinite, however small its weight") {
  const double infinite = std::numeric_limits<double>::infinity();
  const std::vector<double> x{-infinite, 1}, y{1, 1}, w{1e-30, 1e300};
  CHECK(xent::bce_with_logits_mean(
            x, y, {.weights = w, .denominator = xent::denominator::weight_sum}) == infinite);
}

TEST_CASE("reductions refuse") {
  std::vector<float> three(3), four(4), none;
  CHECK(xent::bce_with_logits_sum(none, none) == 0);
  CHECK(message_of<std::invalid_argument>([&] { xent::bce_sum(three, four); }) ==
        "xent::bce_sum: y has 4 elements, p has 3");
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce_with_logits_sum_and_grad(three, three, four);
        }) == "xent::bce_with_logits_sum_and_grad: grad has 4 elements, x has 3");
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce_with_logits_sum_and_grad_hess(three, three, four, four);
        }) == "xent::bce_with_logits_sum_and_grad_hess: grad has 4 elements, x has 3");
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce_with_logits_sum_and_grad_hess(three, three, four);
        }) == "xent::bce_with_logits_sum_and_grad_hess: pairs has 4 elements, twice x has 6");
  std::vector<float> g(3), two(2, 0.5f);
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce_with_logits_sum_and_grad_hess(three, three, g, g);
        }).find("hess overlaps grad") != std::string::npos);
  two[1] = 2;
  CHECK(message_of<std::domain_error>([&] { xent::bce_with_logits_mean(two, two); }) ==
        "xent::bce_with_logits_mean: target y[1] = 2 is outside [0, 1]");
}

TEST_CASE("reductions refuse outputs over what they still read") {
  std::vector<float> memory(9), apart(3);
  const std::span<float> all(memory), low = all.first(3), high = all.subspan(2, 3);
  const auto grad_message = [&](auto x, auto y, const xent::options<float>& o) {
    return message_of<std::invalid_argument>(
        [&] { xent::bce_with_logits_sum_and_grad(x, y, low, o); });
  };
  const std::string function = "xent::bce_with_logits_sum_and_grad: ";
  CHECK(grad_message(high, std::span(apart), {}) ==
        function + "grad overlaps x without being it: grad starts -8 bytes after x");
  CHECK(grad_message(std::span(apart), high, {}) ==
        function + "grad overlaps y without being it: grad starts -8 bytes after y");
  CHECK(grad_message(std::span(apart), std::span(apart), {.weights = low}) ==
        function + "grad overlaps weights");
  CHECK(grad_message(std::span(apart), std::span(apart), {.pos_weight = high}) ==
        function + "grad overlaps pos_weight");
  CHECK(message_of<std::invalid_argument>(
            [&] { xent::bce_with_logits_sum_and_grad_hess(low, apart, all.first(6)); }) ==
        "xent::bce_with_logits_sum_and_grad_hess: pairs overlaps x without being it: pairs "
        "starts 0 bytes after x");
}
