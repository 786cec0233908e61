#pragma once
// What a row of the catalogue takes from its function's descriptor: name, kinds of arguments and
// error bounds. Nothing of how the function is computed is used, so the truth is independent of it.

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>

#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>

namespace xent::test {

// Which values the tests try.
enum class argument { real_line, probability, label, pos_weight };

constexpr argument kind_of(detail::argument::logit) { return argument::real_line; }
constexpr argument kind_of(detail::argument::exponent) { return argument::real_line; }
constexpr argument kind_of(detail::argument::probability) { return argument::probability; }
constexpr argument kind_of(detail::argument::label) { return argument::label; }
constexpr argument kind_of(detail::argument::pos_weight) { return argument::pos_weight; }

// Of the first Count arguments.
template <std::size_t Count, class... Kinds>
constexpr std::array<argument, Count> first_kinds(detail::takes<Kinds...>) {
  const argument all[] = {kind_of(Kinds{})...};
  std::array<argument, Count> first{};
  for (std::size_t i = 0; i < Count; ++i) first[i] = all[i];
  return first;
}

// Exact in float and double, so one table serves both.
template <std::size_t Arity> struct special {
  std::array<double, Arity> at;
  double want;
};

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double tiny = 0x1p-149;  // the least float

// A function of so many arguments.
template <class Function, std::size_t Arity> struct row_of {
  using function = Function;
  static constexpr std::string_view function_name = Function::name;
  static constexpr std::size_t arity = Arity;
  static constexpr auto arguments = first_kinds<Arity>(typename Function::arguments{});
  static constexpr detail::error_bounds error = Function::error;
};

template <class Function> using row = row_of<Function, Function::arguments::required>;
// Of a function that takes a pos_weight: with it.
template <class Function> using weighted_row = row_of<Function, Function::arguments::most>;

template <class Row>
inline constexpr bool is_weighted = Row::arguments.back() == argument::pos_weight;
template <class Row>
inline constexpr bool has_label = Row::arity > 1 && Row::arguments[1] == argument::label;
// A function of two numbers of any size whose difference counts, as log_add_exp.
template <class Row>
inline constexpr bool takes_pair = Row::arity == 2 && Row::arguments[1] == argument::real_line;
// Does the function jump between two values, as a subgradient does? Then its row has a member
// `jumps`, and where its type cannot tell the sides apart either value is right.
template <class Row> inline constexpr bool has_jump = requires { Row::jumps; };
// Can terms cancel? Then the error is measured by the larger one.
template <class Row>
inline constexpr bool terms_cancel = Row::error.of_double.soft.is_of_larger_term;

}  // namespace xent::test
