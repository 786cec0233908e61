// clamp::pytorch against its definition, written out in long double.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <xent/elementwise.hpp>

#include "../support/catch.hpp"
#include "../support/floating.hpp"
#include "../support/samples.hpp"

using namespace xent::test;

namespace {

long double clamped_loss(long double p, long double y) {
  return -y * std::max(std::log(p), -100.0L) - (1 - y) * std::max(std::log1p(-p), -100.0L);
}
long double clamped_grad(long double p, long double y) {
  return (p - y) / std::max(p * (1 - p), 1e-12L);
}

// Probabilities of all sizes, those where the clamps begin, and the ends.
template <class T> void clamped_points(std::vector<T>& p, std::vector<T>& y) {
  random_source random(5);
  const T edges[] = {0,
                     1,
                     std::nextafter(T(1), T(0)),
                     std::numeric_limits<T>::denorm_min(),
                     static_cast<T>(std::exp(-100.0L)),
                     T(1e-12),
                     static_cast<T>(1 - 1e-12L)};
  for (int i = 0; i < 4000; ++i) {
    const T small =
        std::ldexp(static_cast<T>(random.unit() + 0.5), -static_cast<int>(random.below(160)));
    const T any = random.below(2) ? std::min(small, T(1)) : static_cast<T>(1 - small / 2);
    p.push_back(i % 8 == 0 ? edges[random.below(7)] : std::max(any, T(0)));
    y.push_back(i % 3 == 0 ? static_cast<T>(random.unit()) : static_cast<T>(random.below(2)));
  }
}

// Of the larger of the loss's terms, all ≥ 0, or of the gradient's, which may cancel.
template <class T, class Function, class Truth>
double worst_error(Function function, Truth truth, bool may_cancel) {
  std::vector<T> p, y;
  clamped_points(p, y);
  std::vector<T> out(p.size());
  function(p, y, out);
  double worst = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const long double want = truth(p[i], y[i]);
    const long double larger =
        may_cancel ? std::max(std::abs(truth(p[i], T(0))) * (1 - y[i]), std::abs(want)) : want;
    const int exponent = ulp_exponent(static_cast<T>(larger));
    const long double error = std::abs(static_cast<long double>(out[i]) - want);
    worst = std::max(worst, static_cast<double>(std::ldexp(error, -exponent)));
  }
  return worst;
}

template <class T, class Grade> void check_bounds(Grade grade, double loss, double grad) {
  const xent::options<T> clamped{.clamp = xent::clamp::pytorch};
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    CHECK(worst_error<T>([&](auto&... a) { xent::bce(a..., clamped, grade); }, clamped_loss,
                         false) <= loss);
    CHECK(worst_error<T>([&](auto&... a) { xent::bce_grad(a..., clamped, grade); }, clamped_grad,
                         true) <= grad);
  }
}

}  // namespace

TEST_CASE("clamped as PyTorch does, to the grade's bound") {
  check_bounds<float>(xent::fast, 2.5, 2.5);
  check_bounds<float>(xent::exact, 0.51, 0.51);
  check_bounds<double>(xent::fast, 2, 2);
}

TEST_CASE("the clamps hold at the ends") {
  const std::vector<float> p{0, 1, 0, 1, 0, 1}, y{1, 0, 0, 1, 0.25f, 0.25f};
  std::vector<float> out(6);
  xent::bce(p, y, out, {.clamp = xent::clamp::pytorch});
  CHECK(out == std::vector<float>{100, 100, 0, 0, 25, 75});
  xent::bce_grad(p, y, out, {.clamp = xent::clamp::pytorch});
  CHECK(out == std::vector<float>{-1e12f, 1e12f, 0, 0, -0.25e12f, 0.75e12f});
}
