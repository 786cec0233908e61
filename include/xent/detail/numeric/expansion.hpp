#pragma once
// A number as an unevaluated sum, head + tail. Where accuracy asks for it the tail is a number;
// elsewhere it is `no_tail`, and every operation on it vanishes while compiling. So the compensated
// and the uncompensated variant of a computation are one text.

#include <xent/detail/base/config.hpp>

namespace xent::inline XENT_ABI::detail {

// The rounding error that a computation does not keep.
struct no_tail {
  friend constexpr no_tail operator-(no_tail) { return {}; }
  friend constexpr no_tail operator+(no_tail, no_tail) { return {}; }
  friend constexpr no_tail operator-(no_tail, no_tail) { return {}; }
  friend constexpr no_tail operator*(no_tail, no_tail) { return {}; }
};

template <class T> XENT_INLINE constexpr T operator+(T x, no_tail) { return x; }
template <class T> XENT_INLINE constexpr T operator+(no_tail, T x) { return x; }
template <class T> XENT_INLINE constexpr T operator-(T x, no_tail) { return x; }
template <class T> XENT_INLINE constexpr T operator-(no_tail, T x) { return -x; }
template <class T> XENT_INLINE constexpr no_tail operator*(const T&, no_tail) { return {}; }
template <class T> XENT_INLINE constexpr no_tail operator*(no_tail, const T&) { return {}; }

// |tail| is at most about ulp(head)/2.
template <class T, class Tail = no_tail> struct expansion {
  T head;
  Tail tail{};
};

// What a mathematics M computes in: plain numbers, and numbers with the tails that it keeps.
template <class M> using real_of = typename M::real;
template <class M> using expansion_of = typename M::number;

}  // namespace xent::inline XENT_ABI::detail
