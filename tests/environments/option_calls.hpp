#pragma once
// Every call that takes options, over one set of arguments: the losses of the catalogue with their
// derivatives, and the reductions; with the points where it may be called, and where its results
// are small.

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include <xent/options.hpp>

#include "../support/array_functions.hpp"
#include "../support/option_table.hpp"
#include "../support/reductions.hpp"
#include "edge_points.hpp"

namespace xent::test {

// A logit or probability and its target.
template <class T> using point = std::array<T, 2>;

template <class T> struct call_arguments {
  std::span<const T> at, y;
  options<T> o;
  std::span<T> first, second, pairs;
};

template <class T> struct option_call {
  std::string name;
  bool sums;
  std::vector<point<T>> (*points)();
  // Are all that it returns of one element, with this pos_weight, within the limit?
  bool (*is_within)(T at, T y, T pos_weight, T limit);
  void (*run)(const call_arguments<T>& a);
};

template <class Row, class T> bool is_result_within(T at, T y, T pos_weight, T limit) {
  if constexpr (Row::function::arguments::has_pos_weight) {
    return std::abs(Row::call(at, y, pos_weight)) <= limit;
  } else {
    return std::abs(Row::call(at, y)) <= limit;
  }
}

template <class T, class Grade, class Row> option_call<T> call_of_row(Row row) {
  return {std::string(row.function_name), false, [] { return finite_points<Row, T>(Row{}); },
          is_result_within<Row, T>, [](auto& a) { Row::call(a.at, a.y, a.first, a.o, Grade{}); }};
}

template <class Reduction, class Grade, class T> void run_reduction(const call_arguments<T>& a) {
  constexpr std::size_t derivatives = std::tuple_size_v<typename Reduction::written>;
  if constexpr (derivatives == 0) {
    Reduction::call(a.at, a.y, a.o, Grade{});
  } else if constexpr (Reduction::in_pairs) {
    Reduction::call(a.at, a.y, a.pairs, a.o, Grade{});
  } else if constexpr (derivatives == 1) {
    Reduction::call(a.at, a.y, a.first, a.o, Grade{});
  } else {
    Reduction::call(a.at, a.y, a.first, a.second, a.o, Grade{});
  }
}

template <class Reduction, class T> bool are_results_within(T at, T y, T pos_weight, T limit) {
  return is_result_within<typename Reduction::summed>(at, y, pos_weight, limit) &&
         std::apply(
             [&](auto... written) {
               return (is_result_within<decltype(written)>(at, y, pos_weight, limit) && ...);
             },
             typename Reduction::written{});
}

template <class T, class Grade, class Reduction> option_call<T> call_of_reduction(Reduction) {
  using row = typename Reduction::summed;
  return {std::string(Reduction::function_name) + (Reduction::in_pairs ? " in pairs" : ""), true,
          [] { return finite_points<row, T>(row{}); }, are_results_within<Reduction, T>,
          run_reduction<Reduction, Grade, T>};
}

template <class Row> constexpr losses losses_of(Row) {
  if (Row::function::arguments::has_pos_weight) return losses::of_logits;
  const bool has_clamp = !std::is_same_v<typename Row::function::clamped, detail::no_function>;
  return has_clamp ? losses::of_probabilities : losses::others;
}

template <class T, class Grade> std::vector<option_call<T>> calls_of(losses which) {
  std::vector<option_call<T>> calls;
  for_each_array_function([&]<class Row>(Row row) {
    if constexpr (has_label<Row> && !is_weighted<Row>) {
      if (losses_of(row) == which) calls.push_back(call_of_row<T, Grade>(row));
    }
  });
  const auto add = [&]<class Reduction>(Reduction reduction) {
    const bool is_it = losses_of(typename Reduction::summed{}) == which;
    if (is_it) calls.push_back(call_of_reduction<T, Grade>(reduction));
  };
  std::apply([&](auto... reduction) { (add(reduction), ...); }, reductions::all{});
  return calls;
}

}  // namespace xent::test
