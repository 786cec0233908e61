#pragma once
// A sum in 200 bits: of n terms ≥ 0 it loses at most n·2⁻²⁰⁰.

#include <mpfr.h>

namespace xent::test {

class reference_sum {
 public:
  reference_sum() {
    mpfr_init2(sum_, 200);
    mpfr_set_zero(sum_, 1);
  }
  reference_sum(const reference_sum&) = delete;
  reference_sum& operator=(const reference_sum&) = delete;
  ~reference_sum() { mpfr_clear(sum_); }

  void add(double term) { mpfr_add_d(sum_, sum_, term, MPFR_RNDN); }

  // Of a sum that is `got`, relative to this one; 0 where both are 0.
  double relative_error(double got) const {
    if (mpfr_cmp_d(sum_, got) == 0) return 0;
    mpfr_t error;
    mpfr_init2(error, 200);
    mpfr_d_sub(error, got, sum_, MPFR_RNDN);
    mpfr_div(error, error, sum_, MPFR_RNDN);
    mpfr_abs(error, error, MPFR_RNDN);
    const double relative = mpfr_get_d(error, MPFR_RNDU);
    mpfr_clear(error);
    return relative;
  }

 private:
  mpfr_t sum_;
};

}  // namespace xent::test
