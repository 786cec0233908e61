// log Σ exp against a sum in long double, and where it must not overflow or lose anything.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <xent/log_sum_exp.hpp>
#include <xent/threads.hpp>

#include "../support/catch.hpp"
#include "../support/samples.hpp"

namespace {

using namespace xent::test;

long double straight(const std::vector<double>& x) {
  const long double m = *std::max_element(x.begin(), x.end());
  long double rest = 0;
  bool seen = false;
  for (const double v : x) {
    if (v == m && !seen) {
      seen = true;
    } else {
      rest += std::exp(v - m);
    }
  }
  return m + std::log1p(rest);
}

double ulps(double got, long double want, double largest) {
  const double size = std::max(std::fabs(got), std::fabs(largest));
  return static_cast<double>(std::fabs(got - want)) /
         (std::nextafter(size, std::numeric_limits<double>::infinity()) - size);
}

}  // namespace

TEST_CASE("log_sum_exp of random ranges") {
  random_source random(5);
  for (const std::size_t n : {1u, 2u, 3u, 17u, 1000u, 1024u, 1025u, 5000u}) {
    for (const double spread : {1e-3, 1.0, 30.0, 600.0, 700.0, 1e6}) {
      std::vector<double> x(n);
      for (double& v : x) v = random.within(spread);
      std::vector<float> narrow(x.begin(), x.end());
      const std::vector<double> widened(narrow.begin(), narrow.end());
      const double largest = *std::max_element(x.begin(), x.end());
      for (const auto isa : xent::available_isas()) {
        xent::set_isa(isa);
        INFO(isa << ' ' << n << " elements within " << spread);
        const double got = xent::log_sum_exp(x);
        CHECK(ulps(got, straight(x), largest) <= 2);
        CHECK(xent::log_sum_exp(narrow) == static_cast<float>(straight(widened)));
        CHECK(xent::log_sum_exp(x, xent::threads(3)) == got);
      }
    }
  }
}

TEST_CASE("log_sum_exp loses nothing beside its greatest element") {
  CHECK(xent::log_sum_exp(std::vector<double>{0, -40}) == std::log1p(std::exp(-40.0)));
  CHECK(xent::log_sum_exp(std::vector<float>{1000, 1000}) == 1000 + std::log(2.0f));
  CHECK(xent::log_sum_exp(std::vector<double>{-800, -800}) == -800 + std::log(2.0));
  CHECK(xent::log_sum_exp(std::vector<float>{-0.0f, 0.0f}) == std::log(2.0f));
  for (const std::size_t n : {3000u, 4096u}) {
    CHECK(xent::log_sum_exp(std::vector<float>(n, 0.25f)) ==
          static_cast<float>(0.25 + std::log(static_cast<double>(n))));
  }
}

// The greatest element is so near 0 that the gap to the other rounds, and the other is what counts.
TEST_CASE("log_sum_exp near its zero") {
  random_source random(6);
  for (int i = 0; i < 20000; ++i) {
    const double m = std::ldexp(random.within(1), static_cast<int>(random.within(30)) - 30);
    const double x = -20 + random.within(20);
    if (x >= m) continue;
    const auto gap = static_cast<long double>(m) - static_cast<long double>(x);
    const long double lost = (gap + static_cast<long double>(x)) - static_cast<long double>(m);
    const long double want = m + std::log1p(std::exp(-gap) * (1 + lost));
    for (const auto isa : xent::available_isas()) {
      xent::set_isa(isa);
      INFO(isa << ": " << m << ", " << x);
      CHECK(ulps(xent::log_sum_exp(std::vector<double>{m, x}), want, m) <= 2.5);
    }
  }
}

TEST_CASE("log_sum_exp of infinities, NaN and nothing") {
  CHECK(xent::log_sum_exp(std::vector<double>{}) == -infinity);
  CHECK(xent::log_sum_exp(std::vector<double>{-infinity, -infinity}) == -infinity);
  CHECK(xent::log_sum_exp(std::vector<double>{-infinity, 3}) == 3);
  CHECK(xent::log_sum_exp(std::vector<float>{1, std::numeric_limits<float>::infinity()}) ==
        infinity);
  CHECK(std::isnan(xent::log_sum_exp(std::vector<double>{1, xent::test::nan, infinity})));
  CHECK(std::isnan(xent::log_sum_exp(std::vector<double>{1, -xent::test::nan, infinity})));
}
