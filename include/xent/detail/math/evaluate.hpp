#pragma once
// A formula at one point, in the mathematics that the type asks for:
//   float    in double; a quick test finds the bits to be dropped near one half (2⁻¹⁵ of the
//            inputs), then a closer one, and double_double decides what that cannot (2⁻¹⁶ or less);
//   double   by its own kernel;
//   others   by their own exp and log.

#include <cerrno>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <xent/detail/numeric/double_double.hpp>
#include <xent/detail/math/generic_math.hpp>
#include <xent/detail/math/lane_math.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T>
concept real_like = std::floating_point<T> ||(std::is_class_v<T>&& requires(const T& x) {
  T(x + x), T(x * x), T(x / x), bool(x < x), T(1.0);
});

// Classes may allocate; what they throw passes through.
template <class T> inline constexpr bool never_throws = std::floating_point<T>;

using wide = kernel<float_in_double, native, exp_by_table>;

// Above the kernels' relative error, 2⁻⁴¹.
inline constexpr double doubt = 0x1p-40;

// May r, in error by less than 2⁻⁴⁰ of itself, round to another float than the truth? Then the
// 29 bits that rounding drops are within 2¹³ of one half. Below the normal floats it drops more,
// and we look closer.
XENT_INLINE constexpr bool is_doubtful(double r) {
  constexpr std::uint32_t half = 1u << 28, radius = 1u << 13, dropped = 2 * half - 1;
  const auto bits = static_cast<std::uint64_t>(to_bits(r));
  const auto least_normal = static_cast<std::uint64_t>(to_bits(0x1p-126));
  const std::uint32_t from_window = static_cast<std::uint32_t>(bits) - (half - radius);
  return (from_window & dropped & ~(2 * radius - 1)) == 0 || 2 * bits < 2 * least_normal;
}

// Does the formula have terms of opposite signs at these arguments?
template <class Formula, class... Xs> XENT_INLINE constexpr bool may_cancel(Xs... xs) {
  if constexpr (requires { Formula::may_cancel(xs...); }) {
    return Formula::may_cancel(xs...);
  } else {
    return false;
  }
}

// How far the truth may be from r: relative to r, or to the terms that may have cancelled.
template <class Formula, class... Xs> constexpr double error_bound(double r, Xs... xs) {
  if constexpr (requires { Formula::may_cancel(xs...); }) {
    return doubt * (magnitude(r) + Formula::template size_of_terms<wide>(xs...));
  } else {
    return doubt * magnitude(r);
  }
}

// head + tail rounded once.
constexpr float round_to_float(double_double r) {
  return static_cast<float>(rounded_to_odd(r.head, r.tail));
}

template <class Formula, class... Xs> XENT_COLD constexpr float redone(double r, Xs... xs) {
  if (!(magnitude(r) <= largest_of<double>)) return static_cast<float>(r);
  const double error = error_bound<Formula>(r, xs...);
  const auto low = static_cast<float>(r - error), high = static_cast<float>(r + error);
  if (exactly_equal(low, high)) return static_cast<float>(r);
  return round_to_float(Formula::template of<generic<double_double>>(double_double(xs)...));
}

template <class Formula, class... Xs> XENT_INLINE constexpr float correctly_rounded(Xs... xs) {
  const double r = Formula::template of<wide>(static_cast<double>(xs)...);
  if (is_doubtful(r) || may_cancel<Formula>(static_cast<double>(xs)...)) [[unlikely]]
    return redone<Formula>(r, static_cast<double>(xs)...);
  return static_cast<float>(r);
}

// The library functions of long double report underflow in errno; ours never touch it.
template <class Formula, std::floating_point... Ts> auto errno_kept(Ts... xs) {
  const int before = errno;
  const auto value = Formula::template of<generic<std::common_type_t<Ts...>>>(xs...);
  errno = before;
  return value;
}

template <class Formula, real_like T, std::same_as<T>... Ts>
XENT_INLINE constexpr T evaluate(const T& x, const Ts&... more) {
  if constexpr (std::is_same_v<T, float>) {
    return correctly_rounded<Formula>(x, more...);
  } else if constexpr (std::is_same_v<T, double>) {
    return Formula::template of<kernel<binary64<true>, native>>(x, more...);
  } else if constexpr (std::floating_point<T>) {
    if (!std::is_constant_evaluated()) return errno_kept<Formula>(x, more...);
    return Formula::template of<generic<T>>(x, more...);
  } else {
    return Formula::template of<generic<T>>(x, more...);
  }
}

}  // namespace xent::inline XENT_ABI::detail
