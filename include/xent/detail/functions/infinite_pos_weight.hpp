#pragma once
// The scalar functions of logit, label and pos_weight q, for q = ∞ as well: the limit, with 0·∞ =
// 0. The functions' texts are for finite q, which arrays require.

#include <concepts>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/math/evaluate.hpp>
#include <xent/detail/numeric/bits.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T> XENT_INLINE constexpr bool is_plus_infinity(const T& x) {
  if constexpr (std::floating_point<T>) {
    return x > largest_of<T>;
  } else {
    return T(0) < x && !exactly_equal(T(x - x), T(0));
  }
}

enum class vanishes_at { plus_infinity, both_infinities };

// Of the terms of a function only q·y·t(x) depends on q: the sign of t, and where it is 0.
template <int Sign, vanishes_at Where> struct positive_term {
  static constexpr int sign = Sign;
  template <class T> XENT_INLINE static constexpr bool vanishes(const T& x) {
    if constexpr (Where == vanishes_at::plus_infinity) return is_plus_infinity(x);
    return is_plus_infinity(x) || is_plus_infinity(T(-x));
  }
};

// For q = ∞ that term is infinite unless y or t is 0; the other terms are as for q = 1.
template <class Function, class T>
XENT_INLINE constexpr T evaluate_with_pos_weight(const T& x, const T& y, const T& q) {
  using term = typename Function::positive_term;
  const bool is_limit = is_plus_infinity(q), vanishes = term::vanishes(x);
  if constexpr (std::is_same_v<T, float> || std::is_same_v<T, double>) {
    // Selected by bits, so that loops over it still vectorise. NaN stays NaN.
    const T others = evaluate<Function>(x, y, is_limit ? T(1) : q);
    using mask = bits_of<T>;
    const mask is_infinite = -static_cast<mask>(is_limit) & ~-static_cast<mask>(vanishes) &
                             -static_cast<mask>(exactly_equal(others, others)) & nonzero_mask(y);
    return pick(is_infinite, copy_sign(infinity_of<T>, T(term::sign * y)), others);
  } else {
    if (!is_limit) return evaluate<Function>(x, y, q);
    const T others = evaluate<Function>(x, y, T(1));
    return exactly_equal(y, T(0)) || vanishes
               ? others
               : T(others + T(y * T(term::sign * infinity_of<double>)));
  }
}

}  // namespace xent::inline XENT_ABI::detail
