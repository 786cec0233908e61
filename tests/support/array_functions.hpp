#pragma once
// The rows of the catalogue that have an array function, and how to call it.

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <xent/elementwise.hpp>

#include "catalogue.hpp"

namespace xent::test {

// Calls the array function of the same name over columns of arguments.
#define XENT_TEST_ARRAY(row)                                                          \
  template <class T, class Grade, class... Columns>                                   \
  void over_arrays(rows::row, Grade grade, std::span<T> out, const Columns&... ins) { \
    xent::row(ins..., out, grade);                                                    \
  }
XENT_TEST_ARRAY(sigmoid)
XENT_TEST_ARRAY(log_sigmoid)
XENT_TEST_ARRAY(softplus)
XENT_TEST_ARRAY(logit)
XENT_TEST_ARRAY(sigmoid_grad)
XENT_TEST_ARRAY(log_sigmoid_grad)
XENT_TEST_ARRAY(softplus_grad)
XENT_TEST_ARRAY(logit_grad)
XENT_TEST_ARRAY(bce)
XENT_TEST_ARRAY(bce_grad)
XENT_TEST_ARRAY(bce_with_logits)
XENT_TEST_ARRAY(bce_with_logits_grad)
XENT_TEST_ARRAY(bce_with_logits_hess)
#undef XENT_TEST_ARRAY

// A pos_weight of its own for every element.
#define XENT_TEST_WEIGHTED_ARRAY(function)                                               \
  template <class T, class Grade, class X, class Y, class Q>                             \
  void over_arrays(rows::weighted_##function, Grade grade, std::span<T> out, const X& x, \
                   const Y& y, const Q& q) {                                             \
    xent::function(x, y, out, {.pos_weight = q}, grade);                                 \
  }
XENT_TEST_WEIGHTED_ARRAY(bce_with_logits)
XENT_TEST_WEIGHTED_ARRAY(bce_with_logits_grad)
XENT_TEST_WEIGHTED_ARRAY(bce_with_logits_hess)
#undef XENT_TEST_WEIGHTED_ARRAY

template <class Row> constexpr bool has_array() { return !std::is_same_v<Row, rows::log_add_exp>; }

template <class Visitor> void for_each_array_function(Visitor visit) {
  for_each_function([&](auto row) {
    if constexpr (has_array<decltype(row)>()) visit(row);
  });
}

// One column per argument.
template <class Row> inline constexpr std::size_t arity = static_cast<std::size_t>(Row::arity);
template <class Row, class T> using columns = std::array<std::vector<T>, arity<Row>>;
template <class Row, class T> using spans_of = std::array<std::span<const T>, arity<Row>>;

template <class Row, class T, class Grade>
void apply(Row row, Grade grade, const spans_of<Row, T>& ins, std::span<T> out) {
  std::apply([&](const auto&... in) { over_arrays(row, grade, out, in...); }, ins);
}

template <class Row, class T, class Grade>
std::vector<T> apply(Row row, Grade grade, const columns<Row, T>& ins) {
  std::vector<T> out(ins[0].size());
  spans_of<Row, T> spans;
  for (std::size_t k = 0; k < ins.size(); ++k) spans[k] = ins[k];
  apply<Row, T>(row, grade, spans, std::span<T>(out));
  return out;
}

// Runs `visit` on every instruction set of this machine, and leaves the best one chosen.
template <class Visitor> void on_each_isa(Visitor visit) {
  for (const auto name : xent::available_isas()) {
    xent::set_isa(name);
    visit(name);
  }
}

}  // namespace xent::test
