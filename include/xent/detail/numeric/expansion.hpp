#pragma once
// `nothing`: the rounding error that a computation does not carry.
//
// A value is written head + tail. Where accuracy asks for it the tail is a number; where it does
// not, the tail is `nothing` and every operation on it vanishes while compiling. So the careful
// and the quick variant of a kernel are one text.

#include <xent/detail/base/abi_namespace.hpp>

namespace xent::inline XENT_ABI::detail {

struct nothing {
  friend constexpr nothing operator-(nothing) { return {}; }
  friend constexpr nothing operator+(nothing, nothing) { return {}; }
  friend constexpr nothing operator-(nothing, nothing) { return {}; }
  friend constexpr nothing operator*(nothing, nothing) { return {}; }
};

template <class T> XENT_INLINE constexpr T operator+(T x, nothing) { return x; }
template <class T> XENT_INLINE constexpr T operator+(nothing, T x) { return x; }
template <class T> XENT_INLINE constexpr T operator-(T x, nothing) { return x; }
template <class T> XENT_INLINE constexpr T operator-(nothing, T x) { return -x; }
template <class T> XENT_INLINE constexpr nothing operator*(const T&, nothing) { return {}; }
template <class T> XENT_INLINE constexpr nothing operator*(nothing, const T&) { return {}; }

// An unevaluated sum, |tail| ≤ ulp(head)/2 or thereabouts.
template <class T, class Tail = nothing> struct split {
  T head;
  Tail tail{};
};

}  // namespace xent::inline XENT_ABI::detail
