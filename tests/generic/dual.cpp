// Forward-mode automatic differentiation: a dual number has what real-like types need, no more.

#include "derivatives.hpp"

namespace {

struct dual {
  double value, slope;

  dual(double constant) : value(constant), slope(0) {}
  dual(double at, double rate) : value(at), slope(rate) {}

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
  friend dual log1p(const dual& a) { return {std::log1p(a.value), a.slope / (1 + a.value)}; }
};

}  // namespace

TEST_CASE("derivatives by a dual number", "[generic]") {
  xent::test::check_derivatives<dual>([](double x) { return dual(x, 1); },
                                      [](const dual& n) { return n.value; },
                                      [](const dual& n) { return n.slope; });
}
