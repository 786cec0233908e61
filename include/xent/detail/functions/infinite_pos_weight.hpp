#pragma once
// The scalar functions of logit, label and pos_weight q, for q = ∞ as well: the limit, with
// 0·∞ = 0. The formulas themselves are for finite q, which arrays require.

#include <concepts>
#include <type_traits>

#include <xent/detail/math/evaluate.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T> XENT_INLINE constexpr bool is_plus_infinity(const T& x) {
  if constexpr (std::floating_point<T>) {
    return x > largest_of<T>;
  } else {
    return T(0) < x && !exactly_equal(T(x - x), T(0));
  }
}

template <class T> XENT_INLINE constexpr bool is_infinite(const T& x) {
  if constexpr (std::floating_point<T>) {
    return (x > largest_of<T>) | (x < -largest_of<T>);
  } else {
    return is_plus_infinity(x) || is_plus_infinity(T(-x));
  }
}

// Of the terms of a function only q·y·t, with its sign, depends on q: for q = ∞ it is infinite
// unless y or t is 0, and the others are as for q = 1. `vanishes` says whether t is 0.
template <class Formula, int Sign, class T>
XENT_INLINE constexpr T evaluate_weighted(const T& x, const T& y, const T& q, bool vanishes) {
  const bool is_limit = is_plus_infinity(q);
  if constexpr (std::is_same_v<T, float> || std::is_same_v<T, double>) {
    // Selected by bits, so that loops over it still vectorise. NaN stays NaN.
    const T others = evaluate<Formula>(x, y, is_limit ? T(1) : q);
    using mask = bits_of<T>;
    const mask outgrows = -static_cast<mask>(is_limit) & ~-static_cast<mask>(vanishes) &
                          -static_cast<mask>(exactly_equal(others, others)) & nonzero_mask(y);
    return pick(outgrows, copy_sign(infinity_of<T>, T(Sign * y)), others);
  } else {
    if (!is_limit) return evaluate<Formula>(x, y, q);
    const T others = evaluate<Formula>(x, y, T(1));
    return exactly_equal(y, T(0)) || vanishes ? others
                                              : T(others + T(y * T(Sign * infinity_of<double>)));
  }
}

}  // namespace xent::inline XENT_ABI::detail
