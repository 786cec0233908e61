#pragma once
// A function at one point, in the mathematics that its type asks for: float in double and correctly
// rounded, double by its own precision, other types by their own exp and log.

#include <cerrno>
#include <concepts>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/math/correct_rounding.hpp>
#include <xent/detail/math/generic_math.hpp>
#include <xent/detail/math/lane_math.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/detail/numeric/arithmetic.hpp>

namespace xent::inline XENT_ABI::detail {

// The scalar functions take floating-point types, and classes with arithmetic and an order.
template <class T>
concept real_like = std::floating_point<T> ||(std::is_class_v<T>&& requires(const T& x) {
  T(x + x), T(x * x), T(x / x), bool(x < x), T(1.0);
});

// Classes may allocate; what they throw passes through.
template <class T> inline constexpr bool never_throws = std::floating_point<T>;

// std's functions of long double report underflow in errno, which ours never touch.
template <class Function, std::floating_point... Ts> auto evaluate_and_keep_errno(Ts... xs) {
  const int before = errno;
  const auto value = Function::template eval<generic_math<std::common_type_t<Ts...>>>(xs...);
  errno = before;
  return value;
}

template <class Function, real_like T, std::same_as<T>... Ts>
XENT_INLINE constexpr T evaluate(const T& x, const Ts&... more) {
  if constexpr (std::is_same_v<T, float>) {
    return correctly_rounded<Function>(x, more...);
  } else if constexpr (std::is_same_v<T, double>) {
    using math = lane_math<double_precision<argument_range::full>, native>;
    return Function::template eval<math>(x, more...);
  } else if constexpr (std::floating_point<T>) {
    if (!std::is_constant_evaluated()) return evaluate_and_keep_errno<Function>(x, more...);
    return Function::template eval<generic_math<T>>(x, more...);
  } else {
    return Function::template eval<generic_math<T>>(x, more...);
  }
}

}  // namespace xent::inline XENT_ABI::detail
