#pragma once
// An MPFR number with operators, and its rounding to float and double.

#include <mpfr.h>

#include <limits>
#include <string>
#include <utility>

#include "floating.hpp"

namespace xent::test {

class real {
 public:
  // The reference promises 200 bits of its results. What a formula may still lose to cancellation,
  // where two terms meet as closely as double arguments allow, is below 300 bits.
  static constexpr mpfr_prec_t precision = 512;

  real() { mpfr_init2(value_, precision); }
  real(long double x) : real() { mpfr_set_ld(value_, x, MPFR_RNDN); }
  real(double x) : real() { mpfr_set_d(value_, x, MPFR_RNDN); }
  real(float x) : real(static_cast<double>(x)) {}
  real(int x) : real(static_cast<double>(x)) {}
  real(const real& other) : real() { mpfr_set(value_, other.value_, MPFR_RNDN); }
  real(real&& other) noexcept {
    value_[0] = other.value_[0];
    other.value_[0]._mpfr_d = nullptr;
  }
  real& operator=(real other) noexcept {
    std::swap(value_[0], other.value_[0]);
    return *this;
  }
  ~real() {
    if (value_[0]._mpfr_d != nullptr) mpfr_clear(value_);
  }

  friend real operator+(const real& a, const real& b) { return apply(mpfr_add, a, b); }
  friend real operator-(const real& a, const real& b) { return apply(mpfr_sub, a, b); }
  friend real operator*(const real& a, const real& b) { return apply(mpfr_mul, a, b); }
  friend real operator/(const real& a, const real& b) { return apply(mpfr_div, a, b); }
  friend real operator-(const real& a) { return apply(mpfr_neg, a); }
  friend real abs(const real& a) { return apply(mpfr_abs, a); }
  friend real exp(const real& a) { return apply(mpfr_exp, a); }
  friend real expm1(const real& a) { return apply(mpfr_expm1, a); }
  friend real log(const real& a) { return apply(mpfr_log, a); }
  friend real log1p(const real& a) { return apply(mpfr_log1p, a); }
  friend real atanh(const real& a) { return apply(mpfr_atanh, a); }
  friend bool operator<(const real& a, const real& b) { return mpfr_less_p(a.value_, b.value_); }
  friend bool operator==(const real& a, const real& b) { return mpfr_equal_p(a.value_, b.value_); }

  bool is_nan() const { return mpfr_nan_p(value_) != 0; }
  bool is_finite() const { return mpfr_number_p(value_) != 0; }
  double to_double() const { return mpfr_get_d(value_, MPFR_RNDN); }

  real scaled(int exponent) const {
    real r;
    mpfr_mul_2si(r.value_, value_, exponent, MPFR_RNDN);
    return r;
  }

  // The nearest T, ties to even, rounded once: also where it is subnormal or overflows.
  template <class T> T nearest() const {
    using limits = std::numeric_limits<T>;
    const mpfr_exp_t least = mpfr_get_emin(), greatest = mpfr_get_emax();
    mpfr_t rounded;
    mpfr_init2(rounded, limits::digits);
    int direction = mpfr_set(rounded, value_, MPFR_RNDN);
    mpfr_set_emin(limits::min_exponent - limits::digits + 1);
    mpfr_set_emax(limits::max_exponent);
    direction = mpfr_check_range(rounded, direction, MPFR_RNDN);
    mpfr_subnormalize(rounded, direction, MPFR_RNDN);
    const T result = static_cast<T>(mpfr_get_d(rounded, MPFR_RNDN));
    mpfr_clear(rounded);
    mpfr_set_emin(least);
    mpfr_set_emax(greatest);
    return result;
  }

  // Rounded to so many decimals, as "-1.2345e-10".
  std::string decimal(int digits) const {
    char text[128];
    mpfr_snprintf(text, sizeof text, "%.*Re", digits - 1, value_);
    return text;
  }

 private:
  template <class Operation, class... Reals>
  static real apply(Operation operation, const Reals&... xs) {
    real r;
    operation(r.value_, xs.value_..., MPFR_RNDN);
    return r;
  }

  mpfr_t value_;
};

}  // namespace xent::test
