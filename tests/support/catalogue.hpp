#pragma once
// One row per function: its arguments, what it promises, its special values, and how to call it.
// The suites, the golden generator, the sweep and the benches all read these rows: a new function
// is a new row here and a formula in reference.hpp.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include <xent/xent.hpp>

#include "floating.hpp"
#include "row.hpp"

namespace xent::test {

#define XENT_TEST_CALLS(function)                                                    \
  static constexpr std::string_view function_name = #function;                       \
  static constexpr auto call(auto... xs) noexcept(noexcept(xent::function(xs...))) { \
    return xent::function(xs...);                                                    \
  }

namespace rows {
using enum argument;

struct sigmoid : one_variable<real_line> {
  XENT_TEST_CALLS(sigmoid)
  static constexpr special<1> specials[] = {{{-infinity}, 0.0}, {{-0.0}, 0.5}, {{0.0}, 0.5},
                                            {{infinity}, 1},    {{-1e4}, 0.0}, {{1e4}, 1}};
};

struct log_sigmoid : one_variable<real_line> {
  XENT_TEST_CALLS(log_sigmoid)
  static constexpr special<1> specials[] = {
      {{-infinity}, -infinity}, {{infinity}, -0.0}, {{-1e4}, -1e4}, {{1e4}, -0.0}};
};

struct softplus : one_variable<real_line> {
  XENT_TEST_CALLS(softplus)
  static constexpr special<1> specials[] = {
      {{-infinity}, 0.0}, {{infinity}, infinity}, {{-1e4}, 0.0}, {{1e4}, 1e4}};
};

struct logit : one_variable<probability> {
  XENT_TEST_CALLS(logit)
  static constexpr special<1> specials[] = {
      {{0.0}, -infinity}, {{-0.0}, -infinity},    {{0.5}, 0.0},       {{1}, infinity},
      {{-tiny}, nan},     {{1.0 + 0x1p-23}, nan}, {{-infinity}, nan}, {{infinity}, nan}};
};

struct log_add_exp : takes<real_line, real_line> {
  static constexpr promise of_float{{0.51, true}, {0.51, true}};
  static constexpr promise of_double{{1.5, true}, {1.5, true}};
  XENT_TEST_CALLS(log_add_exp)
  static constexpr special<2> specials[] = {{{-infinity, -infinity}, -infinity},
                                            {{-infinity, 3}, 3},
                                            {{3, -infinity}, 3},
                                            {{infinity, 3}, infinity},
                                            {{3, infinity}, infinity},
                                            {{infinity, infinity}, infinity},
                                            {{-infinity, infinity}, infinity},
                                            {{infinity, -infinity}, infinity}};
};

struct sigmoid_grad : one_variable<real_line> {
  XENT_TEST_CALLS(sigmoid_grad)
  static constexpr special<1> specials[] = {
      {{-infinity}, 0.0}, {{-0.0}, 0.25}, {{0.0}, 0.25}, {{infinity}, 0.0}};
};

struct log_sigmoid_grad : one_variable<real_line> {
  XENT_TEST_CALLS(log_sigmoid_grad)
  static constexpr special<1> specials[] = {{{-infinity}, 1}, {{0.0}, 0.5}, {{infinity}, 0.0}};
};

struct softplus_grad : one_variable<real_line> {
  XENT_TEST_CALLS(softplus_grad)
  static constexpr special<1> specials[] = {{{-infinity}, 0.0}, {{0.0}, 0.5}, {{infinity}, 1}};
};

struct logit_grad : one_variable<probability> {
  XENT_TEST_CALLS(logit_grad)
  static constexpr special<1> specials[] = {
      {{0.0}, infinity}, {{-0.0}, infinity},     {{0.5}, 4},
      {{1}, infinity},   {{1.0 + 0x1p-23}, nan}, {{-tiny}, nan}};
};

struct bce : sum_of_terms<probability, label> {
  XENT_TEST_CALLS(bce)
  static constexpr special<2> specials[] = {
      {{0, 1}, infinity}, {{1, 0}, infinity},    {{0, 0}, 0.0},         {{1, 1}, 0.0},
      {{-0.0, 0}, 0.0},   {{-0.0, 1}, infinity}, {{0, 0.5}, infinity},  {{1, 0.5}, infinity},
      {{0, -0.0}, 0.0},   {{-0.0, -0.0}, 0.0},   {{-tiny, 0}, nan},     {{-tiny, 1}, nan},
      {{2, 0}, nan},      {{2, 1}, nan},         {{-infinity, 1}, nan}, {{infinity, 0}, nan}};
};

struct bce_grad : difference_of_terms<probability, label> {
  XENT_TEST_CALLS(bce_grad)
  static constexpr special<2> specials[] = {
      {{0, 0}, 1},           {{1, 1}, -1},         {{0, 1}, -infinity}, {{1, 0}, infinity},
      {{0, 0.5}, -infinity}, {{1, 0.5}, infinity}, {{0.5, 0.5}, 0.0},   {{-0.0, 1}, -infinity},
      {{-tiny, 0}, nan},     {{2, 1}, nan}};
};

struct bce_with_logits : sum_of_terms<real_line, label> {
  XENT_TEST_CALLS(bce_with_logits)
  static constexpr special<2> specials[] = {
      {{infinity, 1}, 0.0},         {{-infinity, 0}, 0.0},         {{infinity, 0}, infinity},
      {{-infinity, 1}, infinity},   {{infinity, 0.5}, infinity},   {{-infinity, 0.5}, infinity},
      {{infinity, 0.25}, infinity}, {{-infinity, 0.75}, infinity}, {{-infinity, tiny}, infinity},
      {{-infinity, -0.0}, 0.0}};
};

struct bce_with_logits_grad : difference_of_terms<real_line, label> {
  XENT_TEST_CALLS(bce_with_logits_grad)
  static constexpr special<2> specials[] = {{{infinity, 1}, -0.0},    {{-infinity, 0}, 0.0},
                                            {{infinity, 0}, 1},       {{-infinity, 1}, -1},
                                            {{infinity, 0.25}, 0.75}, {{-infinity, 0.25}, -0.25},
                                            {{0.0, 0.5}, 0.0},        {{-0.0, 0.5}, 0.0},
                                            {{0.0, 1}, -0.5},         {{-infinity, -0.0}, 0.0}};
};

struct bce_with_logits_hess : sum_of_terms<real_line, label> {
  XENT_TEST_CALLS(bce_with_logits_hess)
  static constexpr special<2> specials[] = {{{infinity, 1}, 0.0},   {{-infinity, 0}, 0.0},
                                            {{infinity, 0}, 0.0},   {{-infinity, 1}, 0.0},
                                            {{infinity, 0.5}, 0.0}, {{0.0, 0.5}, 0.25}};
};

struct weighted_bce_with_logits : sum_of_terms<real_line, label, pos_weight> {
  XENT_TEST_CALLS(bce_with_logits)
  static constexpr special<3> specials[] = {{{infinity, 1, 2}, 0.0},
                                            {{-infinity, 0, 2}, 0.0},
                                            {{infinity, 0, 2}, infinity},
                                            {{-infinity, 1, 2}, infinity},
                                            {{infinity, 0.5, 2}, infinity},
                                            {{3, 1, 0}, 0.0},
                                            {{-infinity, tiny, tiny}, infinity},
                                            {{0.0, 1, infinity}, infinity},
                                            {{3, 0.5, infinity}, infinity},
                                            {{infinity, 1, infinity}, 0.0},
                                            {{infinity, 0.5, infinity}, infinity},
                                            {{-infinity, 1, infinity}, infinity},
                                            {{-infinity, 0, infinity}, 0.0},
                                            {{-1e4, 0, infinity}, 0.0},
                                            {{1e4, 0, infinity}, 1e4}};
};

struct weighted_bce_with_logits_grad : difference_of_terms<real_line, label, pos_weight> {
  XENT_TEST_CALLS(bce_with_logits_grad)
  static constexpr special<3> specials[] = {{{infinity, 1, 2}, -0.0},
                                            {{-infinity, 0, 2}, 0.0},
                                            {{infinity, 0, 2}, 1},
                                            {{-infinity, 1, 2}, -2},
                                            {{infinity, 0.25, 2}, 0.75},
                                            {{-infinity, 0.25, 2}, -0.5},
                                            {{0.0, 0, infinity}, 0.5},
                                            {{0.0, 1, infinity}, -infinity},
                                            {{1e4, 1, infinity}, -infinity},
                                            {{infinity, 1, infinity}, -0.0},
                                            {{infinity, 0.25, infinity}, 0.75},
                                            {{-infinity, 0, infinity}, 0.0},
                                            {{-infinity, 0.25, infinity}, -infinity}};
};

struct weighted_bce_with_logits_hess : sum_of_terms<real_line, label, pos_weight> {
  XENT_TEST_CALLS(bce_with_logits_hess)
  static constexpr special<3> specials[] = {{{infinity, 1, 2}, 0.0},
                                            {{-infinity, 0.5, 3}, 0.0},
                                            {{0.0, 0.5, 3}, 0.5},
                                            {{0.0, 0, infinity}, 0.25},
                                            {{0.0, 0.5, infinity}, infinity},
                                            {{infinity, 1, infinity}, 0.0},
                                            {{-infinity, 0.5, infinity}, 0.0},
                                            {{1e4, 1, infinity}, infinity}};
};

}  // namespace rows

#undef XENT_TEST_CALLS

template <class Row, class T>
using arguments_of = std::array<T, static_cast<std::size_t>(Row::arity)>;

using catalogue =
    std::tuple<rows::sigmoid, rows::log_sigmoid, rows::softplus, rows::logit, rows::log_add_exp,
               rows::sigmoid_grad, rows::log_sigmoid_grad, rows::softplus_grad, rows::logit_grad,
               rows::bce, rows::bce_grad, rows::bce_with_logits, rows::bce_with_logits_grad,
               rows::bce_with_logits_hess, rows::weighted_bce_with_logits,
               rows::weighted_bce_with_logits_grad, rows::weighted_bce_with_logits_hess>;

// "bce_with_logits(x, y, q)"
template <class Row> std::string signature(Row) {
  std::string text{Row::function_name};
  for (std::size_t i = 0; i < Row::arguments.size(); ++i) {
    const bool pair = std::is_same_v<Row, rows::log_add_exp>;
    const char* const symbols = pair ? "ab" : "xpyq";
    text += i == 0 ? "(" : ", ";
    text += symbols[pair ? i : static_cast<std::size_t>(Row::arguments[i])];
  }
  return text + ")";
}

// Rows that take the same arguments share their golden points.
template <class Row> std::string table_name(Row) {
  static constexpr const char* names[] = {"real_line", "probability", "label", "pos_weight"};
  std::string text;
  for (const argument kind : Row::arguments) {
    text += (text.empty() ? "" : "-") + std::string(names[static_cast<std::size_t>(kind)]);
  }
  return text;
}

// What the grade `fast` promises of floats, in ulp; elementwise.hpp says so.
inline constexpr double fast_ulps = 2.5;

template <class Row, class T> constexpr bool is_hard(Row, const arguments_of<Row, T>& xs) {
  for (std::size_t i = 0; i < xs.size(); ++i) {
    if (Row::arguments[i] == argument::label && xs[i] != 0 && xs[i] != 1) return false;
    if (Row::arguments[i] == argument::pos_weight && xs[i] != 1) return false;
  }
  return true;
}

template <class Row, class T> constexpr bound bound_at(Row row, const arguments_of<Row, T>& xs) {
  constexpr promise given = std::is_same_v<T, float> ? Row::of_float : Row::of_double;
  return is_hard<Row, T>(row, xs) ? given.hard : given.soft;
}

// With a pos_weight q, results computed in their own type (double, and fast float) are within their
// bounds for 2⁻²⁴ ≤ q ≤ 2²⁴ where e^−|x| is a normal number; elsewhere max(1, q) of the smallest
// normal numbers are granted besides (bce_with_logits.hpp).
template <class Row, class T> double granted_to_pos_weight(Row, const arguments_of<Row, T>& xs) {
  if constexpr (Row::arity == 3) {
    const T most = sizeof(T) == 4 ? T(87) : T(708);
    const bool is_within = xs[2] >= T(0x1p-24) && xs[2] <= T(0x1p24) && std::abs(xs[0]) <= most;
    const T factor = std::max(T(1), xs[2]);
    return is_within ? 0 : static_cast<double>(factor * std::numeric_limits<T>::min());
  } else {
    return 0;
  }
}

// What is left of an error in ulp of `want` when that is taken off.
template <class Row, class T>
double beyond_granted(Row row, const arguments_of<Row, T>& xs, double error, T want) {
  const double granted = granted_to_pos_weight<Row, T>(row, xs);
  if (granted == 0 || !std::isfinite(want)) return error;
  return std::copysign(std::max(0.0, std::abs(error) - std::ldexp(granted, -ulp_exponent(want))),
                       error);
}

template <class Row, class T> constexpr auto call(Row, const arguments_of<Row, T>& xs) {
  return std::apply([](auto... x) { return Row::call(x...); }, xs);
}

template <class Visitor> void for_each_function(Visitor visit) {
  std::apply([&](auto... row) { (visit(row), ...); }, catalogue{});
}

}  // namespace xent::test
