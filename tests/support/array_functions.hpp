#pragma once
// The rows of the catalogue that have an array function, and how to call it.

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <xent/elementwise.hpp>
#include <xent/isa.hpp>
#include <xent/options.hpp>

#include "catalogue.hpp"

namespace xent::test {

// Calls the array function over columns of arguments. A pos_weight is one for each element, or one
// for all.
template <class Row, class T, class Grade, class... Columns>
void over_arrays(Row, Grade grade, std::span<T> out, const Columns&... ins) {
  if constexpr (is_weighted<Row>) {
    const auto call = [&](const auto& x, const auto& y, const auto& q) {
      Row::call(x, y, out, xent::options<T>{.pos_weight = q}, grade);
    };
    call(ins...);
  } else {
    Row::call(ins..., out, grade);
  }
}

// Is there an array function of the same name?
template <class Row, std::size_t... K> constexpr bool takes_arrays(std::index_sequence<K...>) {
  return requires(std::span<const float> in, std::span<float> out) {
    Row::call((void(K), in)..., out);
  };
}
template <class Row> constexpr bool has_array() {
  return takes_arrays<Row>(std::make_index_sequence<Row::function::arguments::required>());
}

// Only a function without bounds of `fast` arrays may be without them: else its array function
// would be tested by nobody, were it not declared.
template <class... Rows> constexpr bool check_arrays(std::tuple<Rows...>) {
  return ((has_array<Rows>() == (Rows::error.of_fast_float.hard.ulps > 0)) && ...);
}
static_assert(check_arrays(catalogue{}),
              "a function has bounds of `fast` arrays just where elementwise.hpp declares it");

template <class Visitor> void for_each_array_function(Visitor visit) {
  for_each_function([&]<class Row>(Row row) {
    if constexpr (has_array<Row>()) visit(row);
  });
}

// One column per argument.
template <class Row, class T> using columns = std::array<std::vector<T>, Row::arity>;
template <class Row, class T> using spans_of = std::array<std::span<const T>, Row::arity>;

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
