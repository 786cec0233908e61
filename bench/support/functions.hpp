#pragma once
// The functions that the array benches time: those of the catalogue, log_sum_exp, and the losses
// summed of reductions.hpp. A new function of the catalogue is timed beside a copy of memory;
// beside other code where standard.hpp, naive.hpp or a peer has it.

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include <xent/log_sum_exp.hpp>

#include "../../tests/support/array_functions.hpp"
#include "naive.hpp"
#include "operands.hpp"
#include "reductions.hpp"
#include "standard.hpp"
#include "traffic.hpp"

namespace xent::bench {

// A row of the catalogue.
template <class Row> struct elementwise {
  static constexpr bool weighted = test::is_weighted<Row>;
  static constexpr std::size_t reads = Row::arity - weighted, writes = 1;
  static constexpr bool has_grades = true, has_naive = bench::has_naive<Row>,
                        has_standard = bench::has_standard<Row>;

  static std::string name() {
    return std::string(Row::function_name) + (weighted ? "+pos_weight" : "");
  }

  template <class T, class Grade> static void xent(const operands<T>& at, Grade grade) {
    with_arguments(at, [&](const auto&... in) {
      test::over_arrays(Row{}, grade, std::span(at.out, at.size), in...);
    });
  }
  template <class T> static void standard(const operands<T>& at) {
    run_scalars(at, [](auto... xs) { return standard::value(Row{}, xs...); });
  }
  template <class T> static void naive(const operands<T>& at) {
    run_scalars(at, [](auto... xs) { return naive::value(Row{}, xs...); });
  }
  template <class T> static void traffic(const operands<T>& at) {
    const std::size_t bytes = at.size * sizeof(T);
    const T* const first = argument<0>(at).data();
    if constexpr (reads == 1) {
      move_memory(first, at.out, bytes);
    } else {
      move_memory(first, argument<1>(at).data(), at.out, bytes);
    }
  }

 private:
  template <std::size_t K, class T> static auto argument(const operands<T>& at) {
    using enum test::argument;
    constexpr test::argument kind = Row::arguments[K];
    if constexpr (kind == pos_weight) {
      return T(bench::pos_weight);  // one for all elements
    } else {
      return std::span(kind == real_line ? at.x : kind == probability ? at.p : at.y, at.size);
    }
  }

  template <class T, class Call> static void with_arguments(const operands<T>& at, Call call) {
    [&]<std::size_t... K>(std::index_sequence<K...>) { call(argument<K>(at)...); }
    (std::make_index_sequence<Row::arity>());
  }

  // One element after the other, as a user's loop would be.
  template <class T, class Value> static void run_scalars(const operands<T>& at, Value value) {
    with_arguments(at, [&](auto... in) {
      for (std::size_t i = 0; i < at.size; ++i) at.out[i] = value(element(in, i)...);
    });
  }
  template <class T> static T element(std::span<const T> in, std::size_t i) { return in[i]; }
  template <class T> static T element(T in, std::size_t) { return in; }
};

struct log_sum_exp {
  static std::string name() { return "log_sum_exp"; }
  static constexpr std::size_t reads = 1, writes = 0;
  static constexpr bool has_grades = false, has_naive = false, has_standard = true;

  template <class T, class Grade> static void xent(const operands<T>& at, Grade) {
    *at.total = xent::log_sum_exp(std::span(at.x, at.size));
  }
  template <class T> static void standard(const operands<T>& at) {
    const std::span x(at.x, at.size);
    const T most = *std::ranges::max_element(x);
    T sum = 0;
    for (const T element : x) sum += std::exp(element - most);
    *at.total = most + std::log(sum);
  }
  template <class T> static void traffic(const operands<T>& at) {
    *at.total = read_memory(at.x, at.size * sizeof(T));
  }
};

template <class Visitor> void for_each_function(Visitor visit) {
  test::for_each_array_function([&](auto row) { visit(elementwise<decltype(row)>{}); });
  visit(log_sum_exp{});
  for_each_reduction(visit);
}

}  // namespace xent::bench
