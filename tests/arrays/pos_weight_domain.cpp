// pos_weight of every size, far logits included: within the bounds plus max(1, q) of the smallest
// subnormal numbers, and finite or infinite where the truth is, by a factor of 2. The absolute part
// that is needed is measured and printed. The truth is in long double.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <limits>
#include <vector>

#include <xent/elementwise.hpp>

#include "../support/array_functions.hpp"
#include "../support/catch.hpp"
#include "../support/floating.hpp"
#include "../support/samples.hpp"
#include "weighted_terms.hpp"

namespace {

using namespace xent::test;

template <class T> struct points { std::vector<T> x, y, q; };

// Where y·q is not subnormal; q beyond the domain of the bounds two times in three.
template <class T> points<T> draw(std::size_t count) {
  constexpr T least = std::numeric_limits<T>::min();
  constexpr int most_exponent = sizeof(T) == 4 ? 127 : 1023;
  constexpr double most_logit = sizeof(T) == 4 ? 130 : 1000;
  random_source random(51);
  points<T> p;
  while (p.x.size() < count) {
    const auto x = static_cast<T>(random.within(most_logit));
    const auto y =
        static_cast<T>(random.below(3) == 0 ? random.unit() : static_cast<double>(random.below(2)));
    const auto q =
        static_cast<T>(std::exp2(random.within(random.below(3) == 0 ? 24 : most_exponent)));
    if (y > 0 && y * q < least) continue;
    p.x.push_back(x);
    p.y.push_back(y);
    p.q.push_back(q);
  }
  return p;
}

template <class T, class Function, class Truth>
void check(const char* name, const points<T>& at, double ulps, Function function, Truth truth) {
  std::vector<T> out(at.x.size());
  function(at.x, at.y, out, xent::options<T>{.pos_weight = at.q});
  constexpr auto largest = static_cast<long double>(std::numeric_limits<T>::max());
  long double needed = 0;
  std::size_t infinite = 0, wrong_beyond = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const weighted_terms is = truth(at.x[i], at.y[i], at.q[i]);
    const long double sum = is.of_zero + is.of_one;
    const long double larger = is.of_one < 0 ? std::max(is.of_zero, -is.of_one) : std::fabs(sum);
    const long double size = std::max(std::fabs(sum), larger);
    if (size > largest / 2) {
      if (size > 2 * largest && out[i] != std::copysign(std::numeric_limits<T>::infinity(), sum))
        ++wrong_beyond;
      continue;
    }
    if (!std::isfinite(out[i])) ++infinite;
    const long double error = std::fabs(static_cast<long double>(out[i]) - sum);
    const long double granted =
        std::ldexp(static_cast<long double>(ulps), ulp_exponent(static_cast<T>(larger)));
    const long double unit = static_cast<long double>(std::max(T(1), at.q[i])) *
                             static_cast<long double>(std::numeric_limits<T>::denorm_min());
    needed = std::max(needed, (error - granted) / unit);
  }
  std::cout << type_name<T> << ' ' << name << ": beyond the bound by 2^"
            << std::log2(static_cast<double>(needed))
            << " max(1, q) of the smallest subnormal number\n";
  INFO(type_name<T> << ' ' << name);
  CHECK(infinite == 0);
  CHECK(wrong_beyond == 0);
  CHECK(needed <= 1);
}

template <class T> void check_all(double ulps) {
  const points<T> at = draw<T>(std::size_t{1} << 17);
  check<T>(
      "loss", at, ulps, [](auto&&... a) { xent::bce_with_logits(a...); }, loss_terms);
  check<T>(
      "gradient", at, ulps, [](auto&&... a) { xent::bce_with_logits_grad(a...); }, grad_terms);
  check<T>(
      "hessian", at, ulps, [](auto&&... a) { xent::bce_with_logits_hess(a...); }, hess_terms);
}

}  // namespace

TEST_CASE("pos_weight of every size", "[accuracy]") {
  on_each_isa([](auto isa) {
    std::cout << isa << '\n';
    check_all<float>(2.5);
    check_all<double>(2.01);
  });
}
