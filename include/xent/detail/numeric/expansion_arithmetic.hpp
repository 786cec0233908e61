#pragma once
// Arithmetic on split numbers for one real type: with tails where `Carries`, without where not.

#include <array>
#include <bit>
#include <cstddef>
#include <utility>

#include <xent/detail/numeric/arithmetic.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T, class Arithmetic, bool Carries> struct carried {
  using real = T;
  using tail = std::conditional_t<Carries, T, nothing>;
  using number = split<T, tail>;

  XENT_INLINE static constexpr T fma(T a, T b, T c) { return Arithmetic::fma(a, b, c); }
  XENT_INLINE static constexpr T fma(T a, T b, nothing) { return a * b; }
  template <class C> XENT_INLINE static constexpr C fma(nothing, T, C c) { return c; }
  template <class C> XENT_INLINE static constexpr C fma(T, nothing, C c) { return c; }
  template <class C> XENT_INLINE static constexpr C fma(nothing, nothing, C c) { return c; }

  // a + b for |a| ≥ |b| (or a = 0), with its rounding error.
  XENT_INLINE static constexpr number sum(T a, T b) {
    if constexpr (Carries) {
      const auto s = fast_two_sum(a, b);
      return {s.head, s.tail};
    } else {
      return {a + b, {}};
    }
  }
  // 1 − p for p in [0, 1]; 1 − 1 is +0 in every rounding mode.
  XENT_INLINE static constexpr number complement(T p) {
    number q = sum(T(1), -p);
    q.head = magnitude(q.head);
    return q;
  }
  XENT_INLINE static constexpr number sum(T a, nothing) { return {a, {}}; }
  XENT_INLINE static constexpr number sum(nothing, T b) { return {b, {}}; }

  // a + b for any two, with its rounding error.
  XENT_INLINE static constexpr number sum_unordered(T a, T b) {
    if constexpr (Carries) {
      const auto s = two_sum(a, b);
      return {s.head, s.tail};
    } else {
      return {a + b, {}};
    }
  }

  // a·b + c in whatever order of size, to little more than one rounding.
  XENT_INLINE static constexpr auto product_plus(T a, T b, T c) {
    if constexpr (Carries) {
      return Arithmetic::product_plus(a, b, c);
    } else {
      return split<T>{fma(a, b, c), {}};
    }
  }

  // a·b with its rounding error.
  XENT_INLINE static constexpr number product(T a, T b) {
    if constexpr (Carries) {
      const auto p = Arithmetic::two_product(a, b);
      return {p.head, p.tail};
    } else {
      return {a * b, {}};
    }
  }

  // a² with its rounding error, for |a| ≥ 1.
  XENT_INLINE static constexpr number square(T a) {
    const auto p = Arithmetic::two_square(a);
    return {p.head, p.tail};
  }

  // c₀ + c₁x + c₂x² + …, halved again and again (Estrin), so that the chain is log₂ n long.
  template <std::size_t First = 0, std::size_t Count, std::size_t N>
  XENT_INLINE static constexpr T polynomial_part(const std::array<T, N>& c,
                                                 const std::array<T, 4>& powers) {
    if constexpr (Count == 1) {
      return c[First];
    } else {
      constexpr std::size_t half = std::bit_floor(Count - 1);
      return fma(powers[std::countr_zero(half)],
                 polynomial_part<First + half, Count - half>(c, powers),
                 polynomial_part<First, half>(c, powers));
    }
  }

  // The same from the last term down (Horner). Not a loop, which GCC may see too late that it must
  // unroll, and then leave the loop around it scalar.
  template <std::size_t N, std::size_t... Down>
  XENT_INLINE static constexpr T horner(const std::array<T, N>& c, T x,
                                        std::index_sequence<Down...>) {
    T value = c[N - 1];
    ((value = fma(value, x, c[N - 2 - Down])), ...);
    return value;
  }

  // In float the powers' own multiplications cost more than the shorter chain saves.
  template <std::size_t N>
  XENT_INLINE static constexpr T polynomial(const std::array<T, N>& c, T x) {
    static_assert(N <= 16);
    if constexpr (sizeof(T) == 4) {
      return horner(c, x, std::make_index_sequence<N - 1>{});
    } else {
      const T x2 = x * x, x4 = x2 * x2;
      return polynomial_part<0, N>(c, {x, x2, x4, x4 * x4});
    }
  }
};

}  // namespace xent::inline XENT_ABI::detail
