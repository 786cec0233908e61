#pragma once
// What a function is stands in one struct, its descriptor: name, arguments, derivative, error
// bounds and the text that computes it. The loops, checks and messages of arrays, and the tests,
// take all of it from there. A member that a descriptor lacks is a compile error; "none" is said.

#include <concepts>
#include <cstddef>
#include <utility>

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/math/correct_rounding.hpp>
#include <xent/detail/math/generic_math.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

// An error e, in ulp of the correctly rounded result, is at most `ulps`:
//   |e|                             as a rule;
//   |e|·ulp(result)/ulp(larger)     where the ulp is that of the larger term;
//   |e| − slack·larger/ulp(result)  where a share of the larger term is granted besides.
struct ulp_bound {
  double ulps;
  bool is_of_larger_term = false;
  double slack = 0;
};

// `hard`: functions of one variable, and labels 0 and 1 without pos_weight. `soft`: the others.
struct grade_bounds {
  ulp_bound hard, soft;
};

// Of scalars and `exact` arrays, float and double, and of `fast` float arrays.
struct error_bounds {
  grade_bounds of_float, of_double, of_fast_float;
};

// ½ ulp is the correctly rounded result.
inline constexpr error_bounds bounds_of_one_variable{
    {{0.5}, {0.5}}, {{1.5}, {1.5}}, {{2.5}, {2.5}}};
inline constexpr error_bounds bounds_of_sum{{{0.5}, {0.51}}, {{1.5}, {2}}, {{2.5}, {2.5}}};
// A difference of terms has a true zero where they meet.
inline constexpr error_bounds bounds_of_difference{
    {{0.5}, {0.51, false, 0x1p-40}}, {{1.5}, {2, true}}, {{2.5}, {2.5, true}}};

// Stands where a function has no derivative, or no variant.
struct no_function {};

// Base of a function whose terms all have one sign, or that has but one.
struct never_cancels {
  template <class M, class... Xs> static constexpr no_tail cancelling_terms(const Xs&...) {
    return {};
  }
};

// The text computes the function over any mathematics M, and bounds the terms that may cancel in
// it.
template <class F, class M, std::size_t... Argument>
constexpr bool has_text_of(std::index_sequence<Argument...>) {
  return requires(real_of<M> x) {
    { F::template eval<M>((void(Argument), x)...) } -> std::same_as<real_of<M>>;
    F::template cancelling_terms<M>((void(Argument), x)...);
  };
}

template <class F>
concept function_descriptor = requires {
  { F::name } -> std::same_as<const char* const&>;
  typename F::arguments;
  typename F::gradient;  // its derivative by the first argument, or no_function
  typename F::clamped;   // its variant under clamp::pytorch, or no_function
  { F::error } -> std::same_as<const error_bounds&>;
  // Whether `fast` float needs compensation for 2.5 ulp (with pos_weight it always does).
  { F::fast_float_is_compensated } -> std::same_as<const bool&>;
}
&&has_text_of<F, working_math>(std::make_index_sequence<F::arguments::required>{}) &&
    has_text_of<F, working_math>(std::make_index_sequence<F::arguments::most>{}) &&
    (!F::arguments::has_pos_weight || requires {
      typename F::positive_term;  // a positive_term (infinite_pos_weight.hpp)
    });

}  // namespace xent::inline XENT_ABI::detail
