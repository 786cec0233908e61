#pragma once
// The functions over ranges by number, as the fuzzer's bytes name them: those of the catalogue in
// its order, the reductions, log_sum_exp. A new one moves the numbers behind it, and the corpus
// means other calls then, as right as before.

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include <xent/log_sum_exp.hpp>

#include "../support/array_functions.hpp"
#include "../support/reductions.hpp"

namespace xent::test {

// The number of a row's function among all functions.
using formula = std::size_t;
inline constexpr formula no_formula = std::numeric_limits<formula>::max();

template <class Function, class... Functions>
constexpr formula number_in(detail::function_list<Functions...>) {
  formula number = 0;
  bool is_found = false;
  ((is_found = is_found || std::is_same_v<Function, Functions>, number += !is_found), ...);
  return number;
}
template <class Row>
inline constexpr formula formula_of = number_in<typename Row::function>(detail::all_functions{});

// Which formulas a function sums or writes, and what its calls may be given.
struct function {
  std::string_view name;
  result returns = result::log_sum_exp;
  formula summed = no_formula, written = no_formula, written_second = no_formula;
  bool in_pairs = false;
  bool has_targets = false, of_probability = false, takes_pos_weight = false, has_clamp = false;

  // Of an array function or a reduction, whose arguments are the row's.
  template <class Row> constexpr void take_arguments_of(Row) {
    using arguments = typename Row::function::arguments;
    has_targets = arguments::has_label;
    of_probability = Row::arguments[0] == argument::probability;
    takes_pos_weight = arguments::has_pos_weight;
    has_clamp = !std::is_same_v<typename Row::function::clamped, detail::no_function>;
  }
};

struct log_sum_exp {
  static constexpr std::string_view function_name = "log_sum_exp";
  static double call(auto&&... range_and_how) {
    return static_cast<double>(xent::log_sum_exp(range_and_how...));
  }
};

// What is called under a name: a row, a reduction, or log_sum_exp.
template <class Row>
using if_called =
    std::conditional_t<has_array<Row>() && !is_weighted<Row>, std::tuple<Row>, std::tuple<>>;
template <class... Rows> auto only_called(std::tuple<Rows...>) {
  return std::tuple_cat(if_called<Rows>{}...);
}
using callables = decltype(std::tuple_cat(only_called(catalogue{}), reductions::all{},
                                          std::tuple<log_sum_exp>{}));

template <class Called> constexpr function described(Called) {
  function f{Called::function_name};
  if constexpr (requires { Called::arity; }) {
    f.returns = result::array;
    f.written = formula_of<Called>;
    f.take_arguments_of(Called{});
  } else if constexpr (requires { Called::returns; }) {
    const auto number = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
      using written = typename Called::written;
      if constexpr (K < std::tuple_size_v<written>)
        return formula_of<std::tuple_element_t<K, written>>;
      return no_formula;
    };
    f.returns = Called::returns;
    f.summed = formula_of<typename Called::summed>;
    f.written = number(std::integral_constant<std::size_t, 0>{});
    f.written_second = number(std::integral_constant<std::size_t, 1>{});
    f.in_pairs = Called::in_pairs;
    f.take_arguments_of(typename Called::summed{});
  }
  return f;
}

inline constexpr auto functions =
    std::apply([](auto... called) { return std::array{described(called)...}; }, callables{});

// visit(what is called under the function's name)
template <class Visitor> void with_called(const function& f, Visitor visit) {
  const function* one = functions.data();
  std::apply([&](auto... called) { ((one++ == &f ? visit(called) : void()), ...); }, callables{});
}

// visit(row of the formula), that of a pos_weight where there is one.
template <class Visitor> void with_row(formula f, bool with_pos_weight, Visitor visit) {
  for_each_array_function([&]<class Row>(Row row) {
    const bool wants_weight = with_pos_weight && Row::function::arguments::has_pos_weight;
    if (formula_of<Row> == f && is_weighted<Row> == wants_weight) visit(row);
  });
}

}  // namespace xent::test
