// The arithmetic below the formulas against the machine's: fused multiply-add as constant
// expressions have it, error-free sums and products, double_double and a table against long double.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <xent/detail/math/exp_table.hpp>
#include <xent/detail/numeric/double_double.hpp>

#include "../support/catch.hpp"
#include "../support/samples.hpp"

namespace {

using namespace xent::test;
namespace detail = xent::detail;

constexpr int rounds = 200000;

// Of so many bits, with an exponent between −range and range.
template <class T> T number_of(random_source& random, int bits, int range) {
  const double mantissa =
      static_cast<double>((std::uint64_t{1} << (bits - 1)) | (random.bits() >> 1 >> (64 - bits)));
  const double sign = random.below(2) == 0 ? 1 : -1;
  return static_cast<T>(sign *
                        std::ldexp(mantissa, 1 - bits + static_cast<int>(random.within(range))));
}

// c lies where a·b + c is near a tie, cancels, or anywhere.
template <class T> T addend(random_source& random, T a, T b, int digits) {
  const int exponent = std::ilogb(a) + std::ilogb(b);
  switch (random.below(4)) {
    case 0:
      return std::ldexp(number_of<T>(random, 1, 1), exponent - digits - 1);
    case 1:
      return std::ldexp(number_of<T>(random, 3, 1), exponent + digits);
    case 2:
      return -(a * b);
    default:
      return std::ldexp(number_of<T>(random, digits, 1),
                        exponent + static_cast<int>(random.within(60)));
  }
}

}  // namespace

TEMPLATE_TEST_CASE("constant fused multiply-add has the bits of fma", "", float, double) {
  using T = TestType;
  constexpr int digits = std::numeric_limits<T>::digits, range = sizeof(T) == 4 ? 20 : 300;
  random_source random(21);
  std::size_t wrong = 0;
  for (int i = 0; i < rounds; ++i) {
    const int bits = i % 3 == 0 ? digits : 2 + static_cast<int>(random.below(digits - 2));
    const T a = number_of<T>(random, bits, range), b = number_of<T>(random, digits, range);
    const T c = addend(random, a, b, digits), want = std::fma(a, b, c);
    if (same(detail::fma_by_rounding_to_odd(a, b, c), want)) continue;
    if (++wrong <= 10) UNSCOPED_INFO(hex(a, b, c) << ": want " << hex(want));
  }
  CHECK(wrong == 0);
}

TEST_CASE("constant fused multiply-add of numbers near the largest") {
  random_source random(22);
  for (int i = 0; i < 1000; ++i) {
    const double small = number_of<double>(random, 53, 1), large = std::ldexp(small, 1010);
    const double factor = number_of<double>(random, 53, 8),
                 c = number_of<double>(random, 53, 1) * 0x1p1010;
    CHECK(same(detail::fma_by_rounding_to_odd(large, factor, c), std::fma(large, factor, c)));
    CHECK(same(detail::fma_by_rounding_to_odd(factor, large, c), std::fma(factor, large, c)));
  }
}

TEMPLATE_TEST_CASE("products and sums without their errors lose nothing", "", float, double) {
  using T = TestType;
  random_source random(23);
  std::size_t wrong = 0;
  for (int i = 0; i < rounds; ++i) {
    const T a = number_of<T>(random, std::numeric_limits<T>::digits, 20);
    const T b = number_of<T>(random, std::numeric_limits<T>::digits, 20);
    const T largest = std::ldexp(a, std::numeric_limits<T>::max_exponent - 1 - std::ilogb(a));
    for (const T factor : {a, largest, std::numeric_limits<T>::max()}) {
      const T other = factor == a ? b : std::ldexp(b, -1 - std::ilogb(b));
      const auto product = detail::plain::two_product(factor, other);
      wrong += product.head != factor * other;
      wrong += product.tail != std::fma(factor, other, -(factor * other));
    }
    const auto sum = detail::two_sum(a, b);
    const T larger = std::abs(a) < std::abs(b) ? b : a, smaller = std::abs(a) < std::abs(b) ? a : b;
    wrong += sum.head != a + b || sum.tail != smaller - ((a + b) - larger);
    const auto ordered = detail::fast_two_sum(larger, smaller);
    wrong += ordered.head != sum.head || ordered.tail != sum.tail;
  }
  CHECK(wrong == 0);
}

// Numbers that tell a rounding from the next come from it: good to 2⁻¹⁰⁰, here to long double's.
TEST_CASE("double_double's functions") {
  random_source random(24);
  const auto near = [](detail::double_double got, long double want) {
    const long double wide =
        static_cast<long double>(got.head) + static_cast<long double>(got.tail);
    return std::abs(wide - want) <=
           8 * std::numeric_limits<long double>::epsilon() * std::abs(want);
  };
  for (int i = 0; i < 2000; ++i) {
    const double x = -700 * random.unit(), u = random.log_uniform(-60, 0),
                 v = -random.log_uniform(-60, 0);
    INFO(hex(x, u, v));
    CHECK(near(exp(detail::double_double(x)), std::exp(static_cast<long double>(x))));
    CHECK(near(log(detail::double_double(u)), std::log(static_cast<long double>(u))));
    CHECK(near(log1p(detail::double_double(u)), std::log1p(static_cast<long double>(u))));
    CHECK(near(log1p(detail::double_double(v)), std::log1p(static_cast<long double>(v))));
  }
}

// What is added or multiplied and taken back leaves less than 2⁻¹⁰⁰.
TEST_CASE("double_double's operations") {
  random_source random(25);
  const auto any = [&] {
    const double head = number_of<double>(random, 53, 8);
    return detail::double_double(detail::fast_two_sum(head, head * random.within(0x1p-54)));
  };
  const auto vanishes = [](detail::double_double rest, detail::double_double beside) {
    return std::abs(rest.head) <= 0x1p-100 * std::abs(beside.head);
  };
  for (int i = 0; i < 5000; ++i) {
    const detail::double_double a = any(), b = any(), c = any();
    CHECK(vanishes((a + b) - a - b, detail::double_double(std::abs(a.head) + std::abs(b.head))));
    CHECK(vanishes(a * (b + c) - (a * b + a * c),
                   detail::double_double(std::abs((a * b).head) + std::abs((a * c).head))));
    CHECK(vanishes(a / b * b - a, a));
  }
}

// A wrong digit far behind would show at one float in millions.
TEST_CASE("the exponential's table") {
  for (std::size_t j = 0; j < std::size(detail::powers_of_two); ++j) {
    CHECK(detail::powers_of_two[j] ==
          static_cast<double>(std::exp2(static_cast<long double>(j) / 128)));
  }
}
