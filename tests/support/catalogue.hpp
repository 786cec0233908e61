#pragma once
// One row per function, and a weighted one where it takes a pos_weight: its special values and its
// public name. The suites, the golden generator, the sweep, the search, the fuzzer and the benches
// go through these rows: a new function is a row here, its place in the list below, and its formula
// in reference.hpp and in estimate.hpp, by which each finds the other's mistakes.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include <xent/detail/functions/all_functions.hpp>
#include <xent/xent.hpp>

#include "row.hpp"

namespace xent::test {

// The public call, of numbers or of arrays: whatever xent::function takes.
#define XENT_TEST_CALLS(function)                                                              \
  static_assert(function_name == #function, "a descriptor's name is that of the public call"); \
  static constexpr auto call(auto&&... xs) noexcept(noexcept(xent::function(xs...)))           \
      ->decltype(xent::function(xs...)) {                                                      \
    return xent::function(xs...);                                                              \
  }

namespace rows {

struct sigmoid : row<detail::functions::sigmoid> {
  XENT_TEST_CALLS(sigmoid)
  static constexpr special<1> specials[] = {{{-infinity}, 0.0}, {{-0.0}, 0.5}, {{0.0}, 0.5},
                                            {{infinity}, 1},    {{-1e4}, 0.0}, {{1e4}, 1}};
};

struct log_sigmoid : row<detail::functions::log_sigmoid> {
  XENT_TEST_CALLS(log_sigmoid)
  static constexpr special<1> specials[] = {
      {{-infinity}, -infinity}, {{infinity}, -0.0}, {{-1e4}, -1e4}, {{1e4}, -0.0}};
};

struct softplus : row<detail::functions::softplus> {
  XENT_TEST_CALLS(softplus)
  static constexpr special<1> specials[] = {
      {{-infinity}, 0.0}, {{infinity}, infinity}, {{-1e4}, 0.0}, {{1e4}, 1e4}};
};

struct logit : row<detail::functions::logit> {
  XENT_TEST_CALLS(logit)
  static constexpr special<1> specials[] = {
      {{0.0}, -infinity}, {{-0.0}, -infinity},    {{0.5}, 0.0},       {{1}, infinity},
      {{-tiny}, nan},     {{1.0 + 0x1p-23}, nan}, {{-infinity}, nan}, {{infinity}, nan}};
};

struct log_add_exp : row<detail::functions::log_add_exp> {
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

struct sigmoid_grad : row<detail::functions::sigmoid_grad> {
  XENT_TEST_CALLS(sigmoid_grad)
  static constexpr special<1> specials[] = {
      {{-infinity}, 0.0}, {{-0.0}, 0.25}, {{0.0}, 0.25}, {{infinity}, 0.0}};
};

struct log_sigmoid_grad : row<detail::functions::log_sigmoid_grad> {
  XENT_TEST_CALLS(log_sigmoid_grad)
  static constexpr special<1> specials[] = {{{-infinity}, 1}, {{0.0}, 0.5}, {{infinity}, 0.0}};
};

struct softplus_grad : row<detail::functions::softplus_grad> {
  XENT_TEST_CALLS(softplus_grad)
  static constexpr special<1> specials[] = {{{-infinity}, 0.0}, {{0.0}, 0.5}, {{infinity}, 1}};
};

struct logit_grad : row<detail::functions::logit_grad> {
  XENT_TEST_CALLS(logit_grad)
  static constexpr special<1> specials[] = {
      {{0.0}, infinity}, {{-0.0}, infinity},     {{0.5}, 4},
      {{1}, infinity},   {{1.0 + 0x1p-23}, nan}, {{-tiny}, nan}};
};

struct bce : row<detail::functions::bce> {
  XENT_TEST_CALLS(bce)
  static constexpr special<2> specials[] = {
      {{0, 1}, infinity}, {{1, 0}, infinity},    {{0, 0}, 0.0},         {{1, 1}, 0.0},
      {{-0.0, 0}, 0.0},   {{-0.0, 1}, infinity}, {{0, 0.5}, infinity},  {{1, 0.5}, infinity},
      {{0, -0.0}, 0.0},   {{-0.0, -0.0}, 0.0},   {{-tiny, 0}, nan},     {{-tiny, 1}, nan},
      {{2, 0}, nan},      {{2, 1}, nan},         {{-infinity, 1}, nan}, {{infinity, 0}, nan}};
};

struct bce_grad : row<detail::functions::bce_grad> {
  XENT_TEST_CALLS(bce_grad)
  static constexpr special<2> specials[] = {
      {{0, 0}, 1},           {{1, 1}, -1},         {{0, 1}, -infinity}, {{1, 0}, infinity},
      {{0, 0.5}, -infinity}, {{1, 0.5}, infinity}, {{0.5, 0.5}, 0.0},   {{-0.0, 1}, -infinity},
      {{-tiny, 0}, nan},     {{2, 1}, nan}};
};

struct bce_with_logits : row<detail::functions::bce_with_logits> {
  XENT_TEST_CALLS(bce_with_logits)
  static constexpr special<2> specials[] = {
      {{infinity, 1}, 0.0},         {{-infinity, 0}, 0.0},         {{infinity, 0}, infinity},
      {{-infinity, 1}, infinity},   {{infinity, 0.5}, infinity},   {{-infinity, 0.5}, infinity},
      {{infinity, 0.25}, infinity}, {{-infinity, 0.75}, infinity}, {{-infinity, tiny}, infinity},
      {{-infinity, -0.0}, 0.0}};
};

struct bce_with_logits_grad : row<detail::functions::bce_with_logits_grad> {
  XENT_TEST_CALLS(bce_with_logits_grad)
  static constexpr special<2> specials[] = {{{infinity, 1}, -0.0},    {{-infinity, 0}, 0.0},
                                            {{infinity, 0}, 1},       {{-infinity, 1}, -1},
                                            {{infinity, 0.25}, 0.75}, {{-infinity, 0.25}, -0.25},
                                            {{0.0, 0.5}, 0.0},        {{-0.0, 0.5}, 0.0},
                                            {{0.0, 1}, -0.5},         {{-infinity, -0.0}, 0.0}};
};

struct bce_with_logits_hess : row<detail::functions::bce_with_logits_hess> {
  XENT_TEST_CALLS(bce_with_logits_hess)
  static constexpr special<2> specials[] = {{{infinity, 1}, 0.0},   {{-infinity, 0}, 0.0},
                                            {{infinity, 0}, 0.0},   {{-infinity, 1}, 0.0},
                                            {{infinity, 0.5}, 0.0}, {{0.0, 0.5}, 0.25}};
};

struct weighted_bce_with_logits : weighted_row<detail::functions::bce_with_logits> {
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

struct weighted_bce_with_logits_grad : weighted_row<detail::functions::bce_with_logits_grad> {
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

struct weighted_bce_with_logits_hess : weighted_row<detail::functions::bce_with_logits_hess> {
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

template <class Row, class T> using arguments_of = std::array<T, Row::arity>;

// New rows come last: the search numbers its draws, and the fuzzer its functions, by their order.
using catalogue =
    std::tuple<rows::sigmoid, rows::log_sigmoid, rows::softplus, rows::logit, rows::log_add_exp,
               rows::sigmoid_grad, rows::log_sigmoid_grad, rows::softplus_grad, rows::logit_grad,
               rows::bce, rows::bce_grad, rows::bce_with_logits, rows::bce_with_logits_grad,
               rows::bce_with_logits_hess, rows::weighted_bce_with_logits,
               rows::weighted_bce_with_logits_grad, rows::weighted_bce_with_logits_hess>;

template <class Visitor> constexpr void for_each_function(Visitor visit) {
  std::apply([&](auto... row) { (visit(row), ...); }, catalogue{});
}

template <class Function, std::size_t Arity, class... Rows>
constexpr bool has_row(std::tuple<Rows...>) {
  return (std::is_base_of_v<row_of<Function, Arity>, Rows> || ...);
}
template <class Function, class... Functions>
constexpr bool is_listed(detail::function_list<Functions...>) {
  return (std::is_same_v<Function, Functions> || ...);
}

// A function of each, so that the compiler names the one that is missing.
template <class Function> constexpr bool has_its_rows() {
  static_assert(has_row<Function, Function::arguments::required>(catalogue{}),
                "this function of detail::all_functions has no row in the catalogue");
  static_assert(!Function::arguments::has_pos_weight ||
                    has_row<Function, Function::arguments::most>(catalogue{}),
                "this function takes a pos_weight, but has no weighted row in the catalogue");
  return true;
}
template <class Row> constexpr bool is_of_a_listed_function() {
  static_assert(is_listed<typename Row::function>(detail::all_functions{}),
                "this row is of a function that detail::all_functions lacks");
  return true;
}
template <class... Functions, class... Rows>
constexpr bool check_catalogue(detail::function_list<Functions...>, std::tuple<Rows...>) {
  return (has_its_rows<Functions>() && ...) && (is_of_a_listed_function<Rows>() && ...);
}
static_assert(check_catalogue(detail::all_functions{}, catalogue{}));

// "bce_with_logits(x, y, q)"
template <class Row> std::string signature(Row) {
  std::string text{Row::function_name};
  for (std::size_t i = 0; i < Row::arguments.size(); ++i) {
    text += i == 0 ? "(" : ", ";
    text += takes_pair<Row> ? "ab"[i] : "xpyq"[static_cast<std::size_t>(Row::arguments[i])];
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

template <class Row, class T> constexpr auto call(Row, const arguments_of<Row, T>& xs) {
  return std::apply([](auto... x) { return Row::call(x...); }, xs);
}

}  // namespace xent::test
