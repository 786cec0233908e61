// Options of the array functions: what they mean, and what they refuse with which words.

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <xent/elementwise.hpp>
#include <xent/threads.hpp>

#include "../support/catch.hpp"
#include "../support/message_of.hpp"
#include "../support/samples.hpp"

namespace {

using namespace xent::test;

constexpr std::size_t size = 3 * 1024 + 300;

struct example {
  std::vector<float> x, y, w;
  std::vector<float> q{0.5f, 1, 3, 0, 7, 2.5f};

  example() {
    random_source random(7);
    for (std::size_t i = 0; i < size; ++i) {
      x.push_back(static_cast<float>(random.within(110)));
      y.push_back(static_cast<float>(i % 3 == 0 ? random.unit() : static_cast<double>(i & 1)));
      w.push_back(static_cast<float>(random.below(4)) / 2);
    }
  }
};

float smoothed(float y, float s) { return std::fma(y, 1 - s, s / 2); }

float weighted(float value, float w) { return w == 0 ? 0 : value * w; }

}  // namespace

TEST_CASE("options mean the scalar function, smoothed before and weighted after") {
  const example e;
  std::vector<float> out(size);
  const auto count_wrong = [&](auto scalar) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < size; ++i) wrong += !same(out[i], scalar(i));
    return wrong;
  };
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    xent::bce_with_logits(e.x, e.y, out, {.weights = e.w}, xent::exact);
    CHECK(count_wrong([&](auto i) {
            return weighted(xent::bce_with_logits(e.x[i], e.y[i]), e.w[i]);
          }) == 0);
    xent::bce_with_logits_hess(e.x, e.y, out, {.pos_weight = e.q}, xent::exact);
    CHECK(count_wrong(
              [&](auto i) { return xent::bce_with_logits_hess(e.x[i], e.y[i], e.q[i % 6]); }) == 0);
    xent::bce_with_logits_grad(e.x, e.y, out, {.label_smoothing = 0.2f}, xent::exact);
    CHECK(count_wrong([&](auto i) {
            return xent::bce_with_logits_grad(e.x[i], smoothed(e.y[i], 0.2f));
          }) == 0);
    xent::bce_with_logits_grad(e.x, e.y, out,
                               {.weights = e.w, .pos_weight = 3.0f, .label_smoothing = 0.2f},
                               xent::exact, xent::threads(3));
    CHECK(count_wrong([&](auto i) {
            const float y = smoothed(e.y[i], 0.2f);
            return weighted(xent::bce_with_logits_grad(e.x[i], y, 3.0f), e.w[i]);
          }) == 0);
  }
}

TEST_CASE("neutral options change no bit") {
  const example e;
  const std::vector<float> ones(size, 1.0f);
  std::vector<float> plain(size), neutral(size);
  const auto check = [&](auto function) {
    function(plain, xent::options<float>{});
    function(neutral, {.weights = ones, .pos_weight = ones, .label_smoothing = 0});
    CHECK(plain == neutral);
  };
  check([&](auto& out, const xent::options<float>& o) { xent::bce_with_logits(e.x, e.y, out, o); });
  check([&](auto& out, const xent::options<float>& o) { xent::bce(e.y, e.y, out, o); });
}

// More classes than a block has elements.
TEST_CASE("pos_weight cycles along rows of many classes") {
  random_source random(11);
  const std::size_t classes = 1700;
  std::vector<double> x, y, q;
  for (std::size_t i = 0; i < classes; ++i) q.push_back(random.unit() * 4);
  for (std::size_t i = 0; i < 3 * classes; ++i) {
    x.push_back(random.within(10));
    y.push_back(static_cast<double>(i & 1));
  }
  std::vector<double> out(x.size()), expanded(x.size()), want(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) expanded[i] = q[i % classes];
  xent::bce_with_logits(x, y, out, {.pos_weight = q});
  xent::bce_with_logits(x, y, want, {.pos_weight = expanded});
  CHECK(out == want);
}

TEST_CASE("bad options are refused, and nothing is written") {
  example e;
  std::vector<float> out(size, 7.0f);
  const auto message = [&](const xent::options<float>& o) {
    return message_of<std::invalid_argument>([&] { xent::bce_with_logits(e.x, e.y, out, o); });
  };
  CHECK(message({.weights = std::vector<float>{}}) ==
        "xent::bce_with_logits: weights has 0 elements, y has 3372");
  CHECK(message({.weights = e.q}) == "xent::bce_with_logits: weights has 6 elements, y has 3372");
  CHECK(message({.pos_weight = std::vector<float>(7, 2.0f)}) ==
        "xent::bce_with_logits: pos_weight has 7 elements, which do not divide the 3372 of y");
  CHECK(message({.pos_weight = -1.0f}) ==
        "xent::bce_with_logits: pos_weight = -1 is negative, infinite or NaN");
  CHECK(message({.pos_weight = INFINITY}) ==
        "xent::bce_with_logits: pos_weight = inf is negative, infinite or NaN");
  CHECK(message({.label_smoothing = 1.5f}) ==
        "xent::bce_with_logits: label_smoothing = 1.5 is outside [0, 1]");
  CHECK(message({.label_smoothing = -0.125f}) ==
        "xent::bce_with_logits: label_smoothing = -0.125 is outside [0, 1]");
  CHECK(message({.label_smoothing = std::numeric_limits<float>::quiet_NaN()}) ==
        "xent::bce_with_logits: label_smoothing = nan is outside [0, 1]");
  CHECK(message({.weights = out}) == "xent::bce_with_logits: out overlaps weights");
  CHECK(message({.pos_weight = out}) == "xent::bce_with_logits: out overlaps pos_weight");
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce(e.y, e.y, out, {.pos_weight = 2.0f});
        }) == "xent::bce: pos_weight is for losses of logits");
  CHECK(message({.clamp = xent::clamp::pytorch}) ==
        "xent::bce_with_logits: clamp is for losses of probabilities");
  CHECK(out == std::vector<float>(size, 7.0f));
}

TEST_CASE("outputs and weights may touch") {
  std::vector<float> memory(12, 0.5f);
  const std::span<float> all(memory), x = all.subspan(0, 4), first = all.subspan(4, 4),
                                      second = all.subspan(8, 4);
  xent::bce_with_logits(x, x, first, {.weights = second, .pos_weight = second});
  xent::bce_with_logits(x, x, second, {.weights = first, .pos_weight = first});
}

TEST_CASE("bad values under options are named") {
  example e;
  std::vector<float> out(size);
  e.w[2000] = -0.5f;
  CHECK(message_of<std::domain_error>([&] {
          xent::bce_with_logits(e.x, e.y, out, {.weights = e.w});
        }) == "xent::bce_with_logits: weights[2000] = -0.5 is negative, infinite or NaN");
  e.q[4] = -3;
  CHECK(message_of<std::domain_error>([&] {
          xent::bce_with_logits(e.x, e.y, out, {.pos_weight = e.q});
        }) == "xent::bce_with_logits: pos_weight[4] = -3 is negative, infinite or NaN");
  e.q[4] = INFINITY;
  CHECK(message_of<std::domain_error>([&] {
          xent::bce_with_logits(e.x, e.y, out, {.pos_weight = e.q});
        }) == "xent::bce_with_logits: pos_weight[4] = inf is negative, infinite or NaN");
  e.w[2000] = INFINITY;
  CHECK(message_of<std::domain_error>([&] {
          xent::bce_with_logits_sum(e.x, e.y, {.weights = e.w});
        }) == "xent::bce_with_logits_sum: weights[2000] = inf is negative, infinite or NaN");
  // Smoothed it would lie in [0, 1].
  e.y[3000] = 1.25f;
  CHECK(message_of<std::domain_error>([&] {
          xent::bce_with_logits(e.x, e.y, out, {.label_smoothing = 0.9f});
        }) == "xent::bce_with_logits: target y[3000] = 1.25 is outside [0, 1]");
  CHECK(message_of<std::domain_error>([&] {
          xent::bce_with_logits(e.x, e.y, out, xent::threads(3));
        }) == "xent::bce_with_logits: target y[3000] = 1.25 is outside [0, 1]");
  CHECK(message_of<std::domain_error>([&] {
          xent::bce_with_logits(e.x, e.y, out, {.targets = xent::targets::unchecked});
        }) == "nothing was thrown");
}
