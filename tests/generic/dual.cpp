// Forward-mode automatic differentiation: a dual number has what real-like types need, no more.
// Without a log1p of its own it converts to double, whose log1p would lose the slope.

#include <cmath>

#include "derivatives.hpp"

namespace {

template <bool KnowsLog1p> struct dual {
  double value, slope;

  dual(double constant) : value(constant), slope(0) {}
  dual(double at, double rate) : value(at), slope(rate) {}

  operator double() const requires(!KnowsLog1p) { return value; }

  friend dual operator-(const dual& a) { return {-a.value, -a.slope}; }
  friend dual operator+(const dual& a, const dual& b) {
    return {a.value + b.value, a.slope + b.slope};
  }
  friend dual operator-(const dual& a, const dual& b) { return a + -b; }
  friend dual operator*(const dual& a, const dual& b) {
    return {a.value * b.value, a.slope * b.value + a.value * b.slope};
  }
  friend dual operator/(const dual& a, const dual& b) {
    const double quotient = a.value / b.value;
    return {quotient, (a.slope - quotient * b.slope) / b.value};
  }
  friend bool operator<(const dual& a, const dual& b) { return a.value < b.value; }
  friend bool operator==(const dual& a, const dual& b) { return a.value == b.value; }

  friend dual exp(const dual& a) {
    const double e = std::exp(a.value);
    return {e, e * a.slope};
  }
  friend dual log(const dual& a) { return {std::log(a.value), a.slope / a.value}; }
  friend dual log1p(const dual& a) requires KnowsLog1p {
    return {std::log1p(a.value), a.slope / (1 + a.value)};
  }
};

}  // namespace

TEMPLATE_TEST_CASE("derivatives by a dual number", "[generic]", dual<true>, dual<false>) {
  xent::test::check_derivatives<TestType>([](double x) { return TestType(x, 1); },
                                          [](const TestType& n) { return n.value; },
                                          [](const TestType& n) { return n.slope; });
}
