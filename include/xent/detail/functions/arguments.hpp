#pragma once
// The kinds of arguments that functions take. A kind owns the argument's name (and its elements')
// in messages, its domain where arrays check it, and whether there is a normal range of it.

#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/bits.hpp>

namespace xent::inline XENT_ABI::detail {

namespace argument {

struct logit {
  static constexpr const char* name = "x";
  static constexpr bool has_normal_range = true;
};

// Needs no exponential. Outside [0, 1] the result is NaN, not an error.
struct probability {
  static constexpr const char* name = "p";
  static constexpr bool has_normal_range = false;
};

// An argument of exp alone, which is asked for more than a logit's e⁻ᵃ.
struct exponent {
  static constexpr const char* name = "x";
  static constexpr bool has_normal_range = false;
};

struct label {
  static constexpr const char* name = "y";
  static constexpr const char* element = "target y";
  static constexpr const char* domain = " is outside [0, 1]";
  template <class T> static constexpr bool is_valid(T y) { return y >= 0 && y <= 1; }
};

struct pos_weight {
  static constexpr const char* name = "pos_weight";
  static constexpr const char* element = name;
  static constexpr const char* domain = " is negative, infinite or NaN";
  template <class T> static constexpr bool is_valid(T q) { return q >= 0 && q <= largest_of<T>; }
};

// The weight of an element, which no function takes: calls multiply by it.
struct sample_weight {
  static constexpr const char* name = "weights";
  static constexpr const char* element = name;
  static constexpr const char* domain = pos_weight::domain;
  template <class T> static constexpr bool is_valid(T w) { return pos_weight::is_valid(w); }
};

template <class Kind> struct optional : Kind {};

}  // namespace argument

// takes<logit, label, optional<pos_weight>>: all of them in order, the optional one last.
template <class... Kinds> struct takes;
template <class First, class... Rest> struct takes<First, Rest...> {
  using first = First;
  XENT_HIDDEN static constexpr const char* names[] = {First::name, Rest::name...};
  static constexpr std::size_t most = 1 + sizeof...(Rest);
  static constexpr bool has_label = (std::is_same_v<Rest, argument::label> || ...);
  static constexpr bool has_pos_weight =
      (std::is_same_v<Rest, argument::optional<argument::pos_weight>> || ...);
  static constexpr std::size_t required = most - has_pos_weight;
};

// Where a function that takes labels or pos_weights has them.
inline constexpr std::size_t label_index = 1, pos_weight_index = 2;

}  // namespace xent::inline XENT_ABI::detail
