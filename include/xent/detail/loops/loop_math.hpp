#pragma once
// In which mathematics, and in which lanes, a number type and a grade are computed.

#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/loops/direct_lanes.hpp>
#include <xent/detail/loops/rounded_lanes.hpp>
#include <xent/detail/math/lane_math.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/grade.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T, class Grade, std::size_t Inputs, argument_range Range, class Arithmetic>
struct math_of;

// double has one precision for both grades.
template <class Grade, std::size_t Inputs, argument_range Range, class Arithmetic>
struct math_of<double, Grade, Inputs, Range, Arithmetic> {
  template <class Function> using of = lane_math<double_precision<Range>, Arithmetic>;
};

template <std::size_t Inputs, argument_range Range, class Arithmetic>
struct math_of<float, exact_grade, Inputs, Range, Arithmetic> {
  template <class Function> using of = lane_math<float_in_double, Arithmetic>;
};

// With a pos_weight the sum of a loss's two terms rounds once too often for 2.5 ulp, unless it is
// compensated.
template <std::size_t Inputs, argument_range Range, class Arithmetic>
struct math_of<float, fast_grade, Inputs, Range, Arithmetic> {
  template <class Function>
  using of = lane_math<
      float_precision<Function::fast_float_is_compensated || (Inputs > pos_weight_index), Range>,
      Arithmetic>;
};

template <class T, class Grade, std::size_t Inputs, argument_range Range, class Arithmetic,
          class... Functions>
using lanes_of =
    std::conditional_t<std::is_same_v<T, float> && std::is_same_v<Grade, exact_grade>,
                       rounded_lanes<math_of<T, Grade, Inputs, Range, Arithmetic>, Functions...>,
                       direct_lanes<math_of<T, Grade, Inputs, Range, Arithmetic>, Functions...>>;

// Whether there is a cheaper way for arguments in the normal range: not for float in double, which
// has room for all of them.
template <class T, class Grade, class... Functions>
inline constexpr bool has_normal_range =
    !(std::is_same_v<T, float> &&
      std::is_same_v<Grade, exact_grade>)&&(Functions::arguments::first::has_normal_range && ...);

}  // namespace xent::inline XENT_ABI::detail
