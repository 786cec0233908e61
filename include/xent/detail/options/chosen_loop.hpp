#pragma once
// Which loop the options of a call ask for: what a call does not use costs it nothing.

#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/loops/tiled_loop.hpp>
#include <xent/detail/options/checked_options.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T> struct chosen_loop {
  void (*run)(const batch<T>&);
  bool takes_pos_weight = false;
};

// All functions of a loop take the same arguments.
template <class T, class Grade, class First, class... More>
chosen_loop<T> choose_loop(const checked_options<T>& options) {
  constexpr std::size_t inputs = First::arguments::required;
  constexpr bool can_clamp = !std::is_same_v<typename First::clamped, no_function>;
  const bool clamps = options.given().clamp == clamp::pytorch;
  if (clamps && !can_clamp) options.refuse("clamp is for losses of probabilities");
  if constexpr (First::arguments::has_pos_weight) {
    if (options.has_pos_weight())
      return {run_on_best_isa<tiled_loop<T, Grade, inputs + 1, First, More...>, batch<T>>, true};
  } else if (options.has_pos_weight()) {
    options.refuse("pos_weight is for losses of logits");
  }
  if constexpr (can_clamp) {
    if (clamps) {
      return {run_on_best_isa<
          tiled_loop<T, Grade, inputs, typename First::clamped, typename More::clamped...>,
          batch<T>>};
    }
  }
  return {run_on_best_isa<tiled_loop<T, Grade, inputs, First, More...>, batch<T>>};
}

}  // namespace xent::inline XENT_ABI::detail
