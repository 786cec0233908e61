// Targets that say "none here": left out, whatever else stands at their element.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include <xent/elementwise.hpp>

#include "../support/catch.hpp"
#include "../support/message_of.hpp"
#include "../support/samples.hpp"

using namespace xent::test;

// Every third target says "none", at logits that would make it seen: NaN, infinities, large ones.
template <class T> struct gaps {
  std::vector<T> x, y, w;
  std::vector<bool> is_gap;

  explicit gaps(T none) {
    random_source random(3);
    const T loud[] = {std::numeric_limits<T>::quiet_NaN(), std::numeric_limits<T>::infinity(),
                      -std::numeric_limits<T>::infinity(), T(1e4)};
    for (std::size_t i = 0; i < 2500; ++i) {
      is_gap.push_back(i % 3 == 1);
      x.push_back(is_gap[i] ? loud[random.below(4)] : static_cast<T>(random.within(30)));
      y.push_back(is_gap[i] ? none : static_cast<T>(random.unit()));
      w.push_back(static_cast<T>(random.unit() + 0.5));
    }
  }
};

template <class T, class Function> std::size_t wrong_results(T none, Function function) {
  const gaps<T> g(none);
  const auto results = [&](const xent::options<T>& o) {
    std::vector<T> out(g.x.size());
    function(g.x, g.y, out, o);
    return out;
  };
  const auto got = results({.weights = g.w, .label_smoothing = T(0.25), .ignored_target = none});
  const auto want =
      results({.weights = g.w, .label_smoothing = T(0.25), .targets = xent::targets::unchecked});
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < got.size(); ++i) wrong += !same(got[i], g.is_gap[i] ? T(0) : want[i]);
  return wrong;
}

TEMPLATE_TEST_CASE("an ignored target's results are +0, the others' unchanged", "", float, double) {
  using T = TestType;
  for (const T none : {T(-1), T(-100), T(255), std::numeric_limits<T>::quiet_NaN()}) {
    for (const auto isa : xent::available_isas()) {
      xent::set_isa(isa);
      INFO(isa << ", ignored: " << none);
      CHECK(wrong_results(none, [](auto&... a) { xent::bce_with_logits(a...); }) == 0);
      CHECK(wrong_results(none, [](auto&... a) { xent::bce_with_logits_grad(a...); }) == 0);
      CHECK(wrong_results(none, [](auto&... a) { xent::bce_with_logits_hess(a...); }) == 0);
    }
  }
}

TEST_CASE("another wrong target is still named") {
  const std::vector<float> x{1, 2, 3}, y{-1, -2, 1};
  std::vector<float> out(3);
  for (const float smoothing : {0.0f, 0.5f}) {
    CHECK(message_of<std::domain_error>([&] {
            xent::bce_with_logits(x, y, out, {.label_smoothing = smoothing, .ignored_target = -1});
          }) == "xent::bce_with_logits: target y[1] = -2 is outside [0, 1]");
  }
}

TEMPLATE_TEST_CASE("an element of weight 0 is left out, whatever its logit or label", "", float,
                   double) {
  using T = TestType;
  const T nan = std::numeric_limits<T>::quiet_NaN(), inf = std::numeric_limits<T>::infinity();
  const std::vector<T> x{nan, inf, -inf, 3, 3, nan, 3}, y{1, 0, 1, 1, nan, -inf, 2},
      w{0, 0, T(-0.0), 0, 0, T(-0.0), 0};
  std::vector<T> out(x.size());
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    for (const T smoothing : {T(0), T(0.25), T(1)}) {
      const xent::options<T> o{.weights = w, .pos_weight = 3, .label_smoothing = smoothing};
      const auto check = [&](auto function) {
        std::fill(out.begin(), out.end(), T(7));
        function(out);
        for (const T r : out) CHECK(same(r, T(0)));
      };
      check([&](auto& to) { xent::bce_with_logits(x, y, to, o); });
      check([&](auto& to) { xent::bce_with_logits_grad(x, y, to, o, xent::exact); });
      check([&](auto& to) { xent::bce_with_logits_hess(x, y, to, o); });
      check([&](auto& to) { CHECK(xent::bce_with_logits_mean_and_grad(x, y, to, o) == 0); });
      check([&](auto& to) {
        xent::bce_grad(x, y, to, {.weights = w, .label_smoothing = smoothing});
      });
      CHECK(xent::bce_sum(x, y, {.weights = w, .label_smoothing = smoothing}) == 0);
    }
  }
}

TEST_CASE("a label of weight 0 is not looked at, one beside it is") {
  const std::vector<float> x{1, 2, 3}, y{NAN, 1.5f, 1}, w{0, 1, 1};
  std::vector<float> out(3);
  for (const float smoothing : {0.0f, 0.5f}) {
    CHECK(message_of<std::domain_error>([&] {
            xent::bce_with_logits(x, y, out, {.weights = w, .label_smoothing = smoothing});
          }) == "xent::bce_with_logits: target y[1] = 1.5 is outside [0, 1]");
  }
}
