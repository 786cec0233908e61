#pragma once
// What a row of the catalogue is made of: kinds of arguments, special values, promises.

#include <array>
#include <cstddef>
#include <limits>

#include "bound.hpp"

namespace xent::test {

enum class argument { real_line, probability, label, pos_weight };

template <argument... Kinds> struct takes {
  static constexpr int arity = sizeof...(Kinds);
  static constexpr std::array<argument, sizeof...(Kinds)> arguments{Kinds...};
};

// Exact in float and double, so one table serves both.
template <std::size_t Arity> struct special {
  std::array<double, Arity> at;
  double want;
};

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double tiny = std::numeric_limits<float>::denorm_min();

template <argument Kind> struct one_variable : takes<Kind> {
  static constexpr promise of_float{correctly_rounded, correctly_rounded};
  static constexpr promise of_double{{1.5}, {1.5}};
};

template <argument... Kinds> struct sum_of_terms : takes<Kinds...> {
  static constexpr promise of_float{correctly_rounded, {0.51}};
  static constexpr promise of_double{{1.5}, {2}};
};

// A gradient has a true zero where its two terms meet.
template <argument... Kinds> struct difference_of_terms : takes<Kinds...> {
  static constexpr promise of_float{correctly_rounded, {0.51, false, 0x1p-40}};
  static constexpr promise of_double{{1.5}, {2, true}};
};

}  // namespace xent::test
