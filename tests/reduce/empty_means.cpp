// A mean over nothing is a quiet NaN with derivatives of 0: nothing is thrown, no flag is raised.
// Nor does the denominator of other means raise one.

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <xent/reduce.hpp>
#include <xent/threads.hpp>

#include "../support/catch.hpp"
#include "../support/floating.hpp"
#include "../support/raised_flags.hpp"

namespace {

using namespace xent::test;

// Every mean of these elements under these options.
template <class T, class Grade>
void check_mean_of_nothing(const std::vector<T>& x, const std::vector<T>& y, xent::options<T> o,
                           Grade grade) {
  const xent::loss_sum before;
  xent::loss_sum total;
  o.accumulator = &total;
  std::vector<T> grad(x.size(), T(7));
  double mean = 0, mean_and_grad = 0, of_probabilities = 0;
  CHECK(raised_by([&] {
          mean = xent::bce_with_logits_mean(x, y, o, grade);
          mean_and_grad = xent::bce_with_logits_mean_and_grad(x, y, grad, o, grade);
          of_probabilities = xent::bce_mean(x, y, o, grade, xent::threads(2));
        }) == 0);
  CHECK(is_nan(mean));
  CHECK(is_nan(mean_and_grad));
  CHECK(is_nan(of_probabilities));
  for (const T g : grad) CHECK(same(g, T(0)));
  CHECK(total == before);
}

template <class T, class Grade> void check_all(Grade grade) {
  const T nan = std::numeric_limits<T>::quiet_NaN();
  const auto by_weight = xent::denominator::weight_sum;
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    const std::vector<T> none;
    check_mean_of_nothing<T>(none, none, {}, grade);
    check_mean_of_nothing<T>(none, none, {.weights = none, .denominator = by_weight}, grade);
    for (const std::size_t n : {1u, 5u, 1024u, 2050u}) {
      const std::vector<T> x(n, nan), y(n, T(-1)), zeros(n);
      check_mean_of_nothing<T>(x, y, {.ignored_target = T(-1)}, grade);
      check_mean_of_nothing<T>(x, x, {.label_smoothing = T(0.5), .ignored_target = nan}, grade);
      check_mean_of_nothing<T>(x, y, {.weights = zeros, .denominator = by_weight}, grade);
      check_mean_of_nothing<T>(
          x, y, {.weights = zeros, .ignored_target = T(-1), .denominator = by_weight}, grade);
    }
  }
}

}  // namespace

TEST_CASE("the mean of nothing is NaN, its derivatives are 0") {
  check_all<float>(xent::fast);
  check_all<float>(xent::exact);
  check_all<double>(xent::fast);
}

TEST_CASE("denominators raise no flag") {
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    const std::vector<float> x{1, 1}, y{1, NAN}, w{1, 0};
    CHECK(raised_by([&] {
            xent::bce_with_logits_mean(
                x, y, {.weights = w, .label_smoothing = 0.1f, .ignored_target = -1.0f});
          }) == 0);
    const std::vector<double> zeros(2), huge(2, 1.7e308);
    double mean = 0;
    CHECK(raised_by([&] {
            mean = xent::bce_with_logits_mean(
                zeros, zeros, {.weights = huge, .denominator = xent::denominator::weight_sum});
          }) == 0);
    CHECK(std::fabs(mean - std::log(2.0)) < 1e-15);
  }
}
