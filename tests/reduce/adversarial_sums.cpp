// Sums that are hard to get right: one huge term, only subnormal ones, terms from one end of the
// range to the other, infinities and NaN among them.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include <xent/threads.hpp>

#include "../support/catch.hpp"
#include "example.hpp"
#include "sum_errors.hpp"

namespace {

using namespace xent::test;

constexpr std::size_t size = 4 * xent::block_size + 300;
constexpr std::size_t places[] = {0, 7, 8, 1023, 1024, 2500, size - 1};

// At label 0 a large logit is its own loss, and a small one's loss is eˣ.
template <class T> struct at_label_0 {
  std::vector<T> x = std::vector<T>(size), y = std::vector<T>(size);

  at_label_0(double least, double greatest) {
    random_source random(12);
    for (T& logit : x) logit = static_cast<T>(least + (greatest - least) * random.unit());
  }
};

template <class T> void check_spread(const at_label_0<T>& e) {
  CHECK(error_of_sum<T>(e.x, e.y, {}, xent::fast) <= promised_error);
  CHECK(error_of_sum<T>(e.x, e.y, {}, xent::exact) <= promised_error);
}

}  // namespace

TEST_CASE("one term of 10^30 among tiny ones") {
  for (const std::size_t place : places) {
    at_label_0<float> floats(-80, -60);
    at_label_0<double> doubles(-700, -60);
    floats.x[place] = 1e30f;
    doubles.x[place] = 1e30;
    INFO("at " << place);
    check_spread(floats);
    check_spread(doubles);
    CHECK(xent::bce_with_logits_sum(floats.x, floats.y) == static_cast<double>(1e30f));
  }
}

TEST_CASE("between blocks a huge term swallows nothing") {
  at_label_0<double> e(-700, -60);
  const std::span<const double> x(e.x), y(e.y);
  const auto sum_from = [&](std::size_t first) {
    xent::loss_sum sum;
    xent::bce_with_logits_sum(x.subspan(first), y.subspan(first), {.accumulator = &sum});
    return sum;
  };
  std::fill_n(e.x.begin(), xent::block_size, -infinity);
  e.x[100] = 1e30;
  xent::loss_sum without = sum_from(0);
  without.add(-1e30);
  CHECK(without == sum_from(xent::block_size));
  CHECK(without.value() > 0);
}

TEST_CASE("all terms are subnormal") {
  const at_label_0<float> floats(-103, -88);
  const at_label_0<double> doubles(-744, -709);
  check_spread(floats);
  check_spread(doubles);
  // Multiples of 2⁻¹⁰⁷⁴ that add up to fewer than 2⁵³ of them: nothing is rounded at all.
  const at_label_0<double> tiniest(-744, -720);
  CHECK(error_of_sum<double>(tiniest.x, tiniest.y, {}, xent::fast) == 0);
  CHECK(xent::bce_with_logits_sum(tiniest.x, tiniest.y) > 0);
}

TEST_CASE("terms from one end of the range to the other") {
  random_source random(13);
  at_label_0<float> floats(-103, 10);
  at_label_0<double> doubles(-744, 10);
  std::vector<double> weights(size);
  for (std::size_t i = 0; i < size; i += 2) {
    floats.x[i] = static_cast<float>(random.log_uniform(0, 115));
    doubles.x[i] = random.log_uniform(0, 1000);
  }
  check_spread(floats);
  check_spread(doubles);
  for (double& w : weights) w = random.log_uniform(-900, 0);
  CHECK(error_of_sum<double>(doubles.x, doubles.y, weights, xent::fast) <= promised_error);
}

TEST_CASE("infinities and NaN among the terms decide, wherever they stand") {
  for (const std::size_t place : places) {
    at_label_0<float> e(-5, 5);
    INFO("at " << place);
    const auto sum = [&](auto... how) { return xent::bce_with_logits_sum(e.x, e.y, how...); };
    e.x[place] = static_cast<float>(infinity);
    CHECK(sum() == infinity);
    CHECK(sum(xent::exact, xent::threads(3)) == infinity);
    CHECK(xent::bce_with_logits_mean(e.x, e.y) == infinity);
    e.x[(place + 1500) % size] = std::numeric_limits<float>::quiet_NaN();
    CHECK(std::isnan(sum()));
    CHECK(std::isnan(sum(xent::exact, xent::threads(3))));
    CHECK(std::isnan(xent::bce_with_logits_mean(e.x, e.y)));
    e.x[place] = -static_cast<float>(infinity);
    CHECK(std::isnan(sum()));
  }
}
