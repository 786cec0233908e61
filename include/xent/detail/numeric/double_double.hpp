#pragma once
// double_double: an unevaluated sum of two doubles, good to about 2⁻¹⁰⁰ (Joldes, Muller and Popescu
// 2017, https://doi.org/10.1145/3121432), with what the functions ask of a real-like type. The
// float results that double cannot decide are computed in it. Next to a tie it may not decide
// either (soft labels at |x| < 2⁻⁵⁰), so its bits must be the same on every machine.

#include <cstdint>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

struct double_double {
  double head = 0, tail = 0;

  constexpr double_double() = default;
  constexpr double_double(double x) : head(x) {}
  constexpr double_double(expansion<double, double> s) : head(s.head), tail(s.tail) {}

  friend constexpr double_double operator-(double_double a) {
    return expansion<double, double>{-a.head, -a.tail};
  }
  friend constexpr double_double operator+(double_double a, double_double b) {
    const auto heads = two_sum(a.head, b.head), tails = two_sum(a.tail, b.tail);
    const auto first = fast_two_sum(heads.head, heads.tail + tails.head);
    return fast_two_sum(first.head, first.tail + tails.tail);
  }
  friend constexpr double_double operator-(double_double a, double_double b) { return a + -b; }
  friend constexpr double_double operator*(double_double a, double_double b) {
    const auto p = fused_everywhere::two_product(a.head, b.head);
    const double cross =
        fused_everywhere::fma(a.head, b.tail, fused_everywhere::fma(a.tail, b.head, p.tail));
    return fast_two_sum(p.head, cross);
  }
  // Long division: each digit is what the head of the remainder says.
  friend constexpr double_double operator/(double_double a, double_double b) {
    const double first = a.head / b.head;
    const double_double rest = a - b * double_double(first);
    const double second = rest.head / b.head;
    const double third = (rest - b * double_double(second)).head / b.head;
    return double_double(fast_two_sum(first, second)) + double_double(third);
  }
  friend constexpr bool operator<(double_double a, double_double b) {
    return a.head < b.head || (exactly_equal(a.head, b.head) && a.tail < b.tail);
  }
  friend constexpr bool operator==(double_double a, double_double b) {
    return exactly_equal(a.head, b.head) && exactly_equal(a.tail, b.tail);
  }
};

// ln 2 to 2⁻¹⁰⁹: round(log(2), D, RN) and the rest rounded likewise (Sollya).
XENT_HIDDEN inline constexpr double_double ln2 =
    expansion<double, double>{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};

// 2ⁿ for −1022 ≤ n ≤ 1023.
constexpr double power_of_two(int n) { return from_bits<double>((std::int64_t{n} + 1023) << 52); }

// eˣ for x ≤ 0, below −700 as e⁻⁷⁰⁰: 2ⁿ·(Taylor's series of the remainder to 26 terms, good to
// 0.35²⁷/27! < 2⁻¹³⁴).
constexpr double_double exp(double_double x) {
  if (x < double_double(-700)) x = -700;
  // The integer nearest to x/ln 2, from that of twice as much: a compiler may contract no sum here.
  const int n = (static_cast<int>(x.head * (2 * 0x1.71547652b82fep0)) - 1) / 2;
  const double_double r = x - ln2 * double_double(n);
  double_double sum = 1;
  for (int k = 26; k > 0; --k) sum = double_double(1) + r * sum / double_double(k);
  return expansion<double, double>{sum.head * power_of_two(n), sum.tail * power_of_two(n)};
}

// 2 atanh u for |u| ≤ 1/3: 34 terms, 3⁻⁷⁰ < 2⁻¹¹⁰.
constexpr double_double twice_atanh(double_double u) {
  const double_double square = u * u;
  double_double sum = 0;
  for (int k = 34; k >= 0; --k) sum = double_double(1) / double_double(2 * k + 1) + square * sum;
  return (u + u) * sum;
}

// log x for normal x > 0, and for 0; the mantissa is taken in [¾, 3/2).
constexpr double_double log(double_double x) {
  if (exactly_equal(x.head, 0.0)) return -infinity_of<double>;
  const auto biased = (to_bits(x.head) + (std::int64_t{1} << 51)) >> 52;
  const int k = static_cast<int>(biased) - 1023;
  const double_double m = x * double_double(power_of_two(-k));
  return ln2 * double_double(k) + twice_atanh((m - double_double(1)) / (m + double_double(1)));
}

// log(1 + x) for −1 < x ≤ 1.
constexpr double_double log1p(double_double x) {
  if (x < double_double(-0.5)) return log(double_double(1) + x);
  return twice_atanh(x / (double_double(2) + x));
}

}  // namespace xent::inline XENT_ABI::detail
