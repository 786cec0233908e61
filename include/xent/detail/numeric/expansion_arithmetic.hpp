#pragma once
// Arithmetic on expansions of one real type, which have tails where it is `Compensated` and none
// elsewhere, and polynomials.

#include <array>
#include <bit>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T, class Arithmetic, bool Compensated> struct expansion_arithmetic {
  using real = T;
  using tail = std::conditional_t<Compensated, T, no_tail>;
  using number = expansion<T, tail>;

  XENT_INLINE static constexpr T fma(T a, T b, T c) { return Arithmetic::fma(a, b, c); }
  XENT_INLINE static constexpr T fma(T a, T b, no_tail) { return a * b; }
  template <class C> XENT_INLINE static constexpr C fma(no_tail, T, C c) { return c; }
  template <class C> XENT_INLINE static constexpr C fma(T, no_tail, C c) { return c; }
  template <class C> XENT_INLINE static constexpr C fma(no_tail, no_tail, C c) { return c; }

  // a + b for |a| ≥ |b| (or a = 0), with its rounding error.
  XENT_INLINE static constexpr number sum(T a, T b) {
    if constexpr (Compensated) {
      const auto s = fast_two_sum(a, b);
      return {s.head, s.tail};
    } else {
      return {a + b, {}};
    }
  }
  // 1 − p for p in [0, 1]. The sign is cleared so that 1 − 1 is +0 in every rounding mode.
  XENT_INLINE static constexpr number complement(T p) {
    number q = sum(T(1), -p);
    q.head = magnitude(q.head);
    return q;
  }
  XENT_INLINE static constexpr number sum(T a, no_tail) { return {a, {}}; }
  XENT_INLINE static constexpr number sum(no_tail, T b) { return {b, {}}; }

  // a + b for any two, with its rounding error.
  XENT_INLINE static constexpr number sum_unordered(T a, T b) {
    if constexpr (Compensated) {
      const auto s = two_sum(a, b);
      return {s.head, s.tail};
    } else {
      return {a + b, {}};
    }
  }

  // a·b + c in whatever order of size, to little more than one rounding.
  XENT_INLINE static constexpr auto product_plus(T a, T b, T c) {
    if constexpr (Compensated) {
      return Arithmetic::product_plus(a, b, c);
    } else {
      return expansion<T>{fma(a, b, c), {}};
    }
  }

  // a·b with its rounding error.
  XENT_INLINE static constexpr number product(T a, T b) {
    if constexpr (Compensated) {
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

  // c₀ + c₁x + c₂x² + … for the coefficients C, a C array: device code has no other constants, and
  // none that are passed by reference. In double by halves (Estrin), so that the chain of
  // operations is log₂ n long; in float, where the powers' multiplications cost more than that
  // saves, by Horner.
  template <const auto& C> XENT_INLINE static constexpr T polynomial(T x) {
    constexpr std::size_t count = sizeof(C) / sizeof(C[0]);
    static_assert(count <= 16);
    if constexpr (sizeof(T) == 4) {
      return horner<C>(x, std::make_index_sequence<count - 1>{});
    } else {
      const T x2 = x * x, x4 = x2 * x2;
      return estrin<C, 0, count>({x, x2, x4, x4 * x4});
    }
  }

 private:
  template <const auto& C, std::size_t First, std::size_t Count>
  XENT_INLINE static constexpr T estrin(const std::array<T, 4>& powers) {
    if constexpr (Count == 1) {
      return C[First];
    } else {
      constexpr std::size_t half = std::bit_floor(Count - 1);
      return Arithmetic::fma(powers[std::countr_zero(half)],
                             estrin<C, First + half, Count - half>(powers),
                             estrin<C, First, half>(powers));
    }
  }

  // Not a loop, which GCC may see too late that it must unroll, and then leave the loop around it
  // scalar.
  template <const auto& C, std::size_t... Down>
  XENT_INLINE static constexpr T horner(T x, std::index_sequence<Down...>) {
    constexpr std::size_t last = sizeof...(Down);
    T value = C[last];
    ((value = Arithmetic::fma(value, x, C[last - 1 - Down])), ...);
    return value;
  }
};

}  // namespace xent::inline XENT_ABI::detail
