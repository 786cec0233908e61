// Evaluated by the compiler and at run time: the same bits.

#include <array>
#include <cstddef>
#include <limits>

#include "../support/catalogue.hpp"
#include "../support/catch.hpp"
#include "../support/floating.hpp"

namespace {

using namespace xent::test;

constexpr std::size_t count = 24;

template <class T> constexpr T argument_number(argument kind, std::size_t i) {
  constexpr double logits[] = {0,      -0.0, 1,      -1.5,  0.6931471805599453, 17.3,  -37.2, 88.9,
                               -103.9, 700,  -744.4, 1e-30, 0x1p-149,           -2.97, 16.64, -87.4,
                               -20.7};
  constexpr double probabilities[] = {0x1p-149, 1e-3, 0.25, 0.3, 0.5, 0.75, 1 - 0x1p-24};
  constexpr double labels[] = {0, 1, 0.3, 0.5};
  constexpr double pos_weights[] = {1, 3, 1e-3};
  const auto pick = [i](const auto& list) { return static_cast<T>(list[i % std::size(list)]); };
  switch (kind) {
    case argument::real_line:
      return pick(logits);
    case argument::probability:
      return pick(probabilities);
    case argument::label:
      return pick(labels);
    default:
      return pick(pos_weights);
  }
}

// A second logit is not the first.
template <class Row, class T> constexpr arguments_of<Row, T> arguments_number(std::size_t i) {
  arguments_of<Row, T> xs{};
  for (std::size_t k = 0; k < xs.size(); ++k) {
    xs[k] = argument_number<T>(Row::arguments[k], i + 5 * k);
  }
  return xs;
}

template <class Row, class T> constexpr std::array<T, count> evaluate() {
  std::array<T, count> results{};
  for (std::size_t i = 0; i < count; ++i) {
    results[i] = call<Row, T>(Row{}, arguments_number<Row, T>(i));
  }
  return results;
}

template <class Row, class T> constexpr std::array<T, count> by_compiler = evaluate<Row, T>();

template <class Row, class T> void compare() {
  for (std::size_t i = 0; i < count; ++i) {
    arguments_of<Row, T> xs = arguments_number<Row, T>(i);
    for (T& x : xs) {
      volatile T unknown = x;
      x = unknown;
    }
    const T compiled = by_compiler<Row, T>[i], run = call<Row, T>(Row{}, xs);
    INFO(signature(Row{}) << " at " << std::apply([](auto... x) { return hex(x...); }, xs));
    INFO("by the compiler " << hex(compiled) << ", at run time " << hex(run));
    CHECK(same(compiled, run));
  }
}

// Where no result is infinite, the infinities are arguments for the compiler too.
static_assert(same(xent::sigmoid(-HUGE_VALF), 0.0f) && same(xent::sigmoid(HUGE_VAL), 1.0));
static_assert(same(xent::log_sigmoid(HUGE_VALF), -0.0f) && same(xent::softplus(-HUGE_VAL), 0.0));
static_assert(same(xent::bce_with_logits(HUGE_VALF, 1), 0.0f));
static_assert(same(xent::bce_with_logits(-HUGE_VAL, 0), 0.0));
static_assert(same(xent::bce_with_logits_grad(HUGE_VALF, 1), -0.0f));
static_assert(same(xent::bce_with_logits_grad(-HUGE_VAL, 0.25), -0.25));
static_assert(same(xent::bce_with_logits_hess(-HUGE_VALF, 0.25f), 0.0f));

// Poles and infinities, where constant expressions are touchy.
template <class T> constexpr bool poles_are_constant() {
  constexpr T inf = std::numeric_limits<T>::infinity(), max = std::numeric_limits<T>::max();
  static_assert(xent::logit(T(1)) == inf && xent::logit(T(0)) == -inf && xent::logit(T(0.5)) == 0);
  static_assert(xent::logit_grad(T(0)) == inf && xent::logit_grad(T(1)) == inf);
  static_assert(xent::bce(T(0), 1) == inf && xent::bce(T(1), 0) == inf && xent::bce(T(0), 0) == 0);
  static_assert(xent::bce_grad(T(0), 0) == 1 && xent::bce_grad(T(1), 1) == -1);
  static_assert(xent::bce_grad(T(0), 1) == -inf && xent::bce_grad(T(1), 0) == inf);
  static_assert(xent::bce_grad(T(0), T(-1)) == inf && xent::bce_grad(T(1), 2) == -inf);
  static_assert(xent::log_add_exp(inf, -inf) == inf && xent::log_add_exp(-inf, -inf) == -inf);
  static_assert(xent::log_add_exp(-inf, T(3)) == 3 && xent::log_add_exp(inf, inf) == inf);
  static_assert(xent::bce_with_logits(inf, 0) == inf && xent::bce_with_logits(inf, 1) == 0);
  static_assert(xent::bce_with_logits(max, 0) == max && xent::bce_with_logits(-max, 1) == max);
  static_assert(xent::bce_with_logits(inf, T(0.5), 3) == inf);
  static_assert(xent::bce_with_logits_grad(inf, 0) == 1);
  static_assert(xent::bce_with_logits_grad(-inf, T(0.5), 4) == -2);
  static_assert(xent::bce_with_logits_hess(inf, T(0.5), 3) == 0);
  static_assert(xent::softplus(inf) == inf && xent::log_sigmoid(-inf) == -inf);
  return true;
}
static_assert(poles_are_constant<float>() && poles_are_constant<double>());

}  // namespace

TEMPLATE_LIST_TEST_CASE("constexpr gives the bits of run time", "[constexpr]",
                        xent::test::catalogue) {
  compare<TestType, float>();
  compare<TestType, double>();
}
