// Special values bit for bit, NaN in every argument, and the identities that hold in every bit.

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "../support/catch.hpp"
#include "../support/golden_files.hpp"
#include "../support/samples.hpp"

namespace {

using namespace xent::test;

template <class Row, class T> void check_specials() {
  for (const auto& special : Row::specials) {
    arguments_of<Row, T> xs{};
    for (std::size_t i = 0; i < xs.size(); ++i) xs[i] = static_cast<T>(special.at[i]);
    const T want = static_cast<T>(special.want), got = call<Row, T>(Row{}, xs);
    INFO(std::apply([](auto... x) { return hex(x...); }, xs));
    INFO("got " << hex(got) << ", want " << hex(want));
    CHECK(same(got, want));
  }
}

// Each argument in turn is NaN, whatever the others are.
template <class Row, class T> void check_nan() {
  for (const double first : {0.0, 0.5, 1.0, -infinity, infinity}) {
    for (const double rest : {0.0, 0.5, 1.0}) {
      for (std::size_t i = 0; i < Row::arguments.size(); ++i) {
        arguments_of<Row, T> xs;
        xs.fill(static_cast<T>(rest));
        xs[0] = static_cast<T>(first);
        xs[i] = std::numeric_limits<T>::quiet_NaN();
        INFO(std::apply([](auto... x) { return hex(x...); }, xs));
        CHECK(is_nan(call<Row, T>(Row{}, xs)));
      }
    }
  }
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("special values", "[specials]", xent::test::catalogue) {
  INFO(signature(TestType{}));
  check_specials<TestType, float>();
  check_specials<TestType, double>();
}

TEMPLATE_LIST_TEST_CASE("NaN in gives NaN out", "[specials]", xent::test::catalogue) {
  INFO(signature(TestType{}));
  check_nan<TestType, float>();
  check_nan<TestType, double>();
}

TEMPLATE_TEST_CASE("identities in every bit", "[specials]", float, double) {
  const TestType infinite = std::numeric_limits<TestType>::infinity();
  std::vector<TestType> points{infinite, -infinite, TestType(0), -TestType(0)};
  for (const auto& point : read_golden<rows::sigmoid, TestType>({})) points.push_back(point.at[0]);
  std::size_t broken = 0;
  for (const TestType x : points) {
    const bool kept = same(xent::bce_with_logits(x, 1), xent::bce_with_logits(-x, 0)) &&
                      same(xent::bce_with_logits_grad(x, 1), -xent::bce_with_logits_grad(-x, 0)) &&
                      same(xent::bce_with_logits_hess(x, 1), xent::bce_with_logits_hess(-x, 0)) &&
                      same(xent::log_sigmoid(x), -xent::softplus(-x)) &&
                      same(xent::sigmoid_grad(x), xent::sigmoid_grad(-x));
    if (kept) continue;
    ++broken;
    if (broken <= 10) UNSCOPED_INFO("broken at x = " << hex(x));
  }
  CHECK(broken == 0);
}

// Neither rounding nor a change of case may make a monotone function step back.
TEST_CASE("monotone over neighbouring floats", "[specials]") {
  std::size_t broken = 0;
  for (const double edge : edges(argument::real_line)) {
    float x = static_cast<float>(edge);
    for (int step = 0; step < 200; ++step) x = std::nextafter(x, -HUGE_VALF);
    for (int step = 0; step < 400; ++step) {
      const float next = std::nextafter(x, HUGE_VALF);
      const bool kept = xent::sigmoid(x) <= xent::sigmoid(next) &&
                        xent::softplus(x) <= xent::softplus(next) &&
                        xent::log_sigmoid(x) <= xent::log_sigmoid(next) &&
                        xent::bce_with_logits_grad(x, 1) <= xent::bce_with_logits_grad(next, 1);
      if (!kept && ++broken <= 10) UNSCOPED_INFO("steps back after x = " << hex(x));
      x = next;
    }
  }
  CHECK(broken == 0);
}

// Where results are subnormal, they are eˣ to more digits than double has.
TEST_CASE("all floats of the subnormal tail are correctly rounded") {
  std::size_t wrong = 0;
  for (float x = -105; x < -87; x = std::nextafter(x, 0.0f)) {
    const auto want = static_cast<float>(std::exp(static_cast<long double>(x)));
    const bool right = same(xent::sigmoid(x), want) && same(xent::softplus(x), want) &&
                       same(xent::sigmoid_grad(x), want);
    if (!right && ++wrong <= 10) UNSCOPED_INFO("x = " << hex(x));
  }
  CHECK(wrong == 0);
}

// y outside [0, 1] extends the formula: (1 − y)·softplus(x) + y·softplus(−x).
TEMPLATE_TEST_CASE("labels outside [0, 1] extend the formula", "[specials]", float, double) {
  const TestType few_ulp = 8 * std::numeric_limits<TestType>::epsilon();
  for (const TestType y : {TestType(-0.5), TestType(1.5), TestType(2)}) {
    for (const TestType x : {TestType(-20), TestType(-1), TestType(0.25), TestType(30)}) {
      const TestType up = (1 - y) * xent::softplus(x), down = y * xent::softplus(-x);
      const TestType size = std::max(std::abs(up), std::abs(down));
      CHECK(std::abs(xent::bce_with_logits(x, y) - (up + down)) <= few_ulp * size);
      const TestType rise = (1 - y) * xent::sigmoid(x), fall = y * xent::sigmoid(-x);
      const TestType slope = std::max(std::abs(rise), std::abs(fall));
      CHECK(std::abs(xent::bce_with_logits_grad(x, y) - (rise - fall)) <= few_ulp * slope);
      for (const TestType q : {TestType(4), TestType(sizeof(TestType) == 4 ? 1e19 : 1e160)}) {
        const TestType curve = (1 - y + q * y) * xent::sigmoid_grad(x);
        const TestType error = xent::bce_with_logits_hess(x, y, q) - curve;
        CHECK(std::abs(error) <= few_ulp * std::abs(curve));
      }
    }
  }
}

// 3528571.500000034 smallest subnormals: in double no one could tell to which side it lies.
TEST_CASE("a subnormal result next to the middle of two") {
  CHECK(xent::bce_with_logits_grad(-0x1.eac2cp-5f, 1, 0x1.a235ecp-127f) == -0x1.aebbep-128f);
}

// Far out, where e⁻ᵃ alone is nothing in float, a large pos_weight brings the loss back.
TEST_CASE("pos_weight beyond the end of float") {
  const double truth = 1e20f * std::exp(-130.0);
  CHECK(xent::bce_with_logits(130.0f, 1, 1e20f) == static_cast<float>(truth));
  CHECK(xent::bce_with_logits_grad(130.0f, 1, 1e20f) == static_cast<float>(-truth));
  CHECK(xent::bce_with_logits_hess(130.0f, 1, 1e20f) == static_cast<float>(truth));
}
