#pragma once
// How far sums are from the 200-bit sums of their terms, and the worst seen.

#include <cmath>
#include <cstdio>
#include <vector>

#include <xent/xent.hpp>

#include "reference_sum.hpp"

namespace xent::test {

// What the interface promises of a sum.
inline constexpr double promised_error = 0x1p-50;

struct worst_error {
  double error = 0;
  std::size_t size = 0;

  void see(double seen, std::size_t n) {
    if (seen > error) *this = {seen, n};
  }
  void print(const char* what) const {
    std::printf("%s: the worst error is 2^%.2f, at n = %zu\n", what, std::log2(error), size);
  }
};

// The terms as the elementwise function gives them; the product of a float term and its weight is
// exact in double, that of doubles is rounded.
template <class T, class Grade>
void add_terms(reference_sum& truth, const std::vector<T>& x, const std::vector<T>& y,
               const std::vector<T>& w, Grade grade) {
  std::vector<T> terms(x.size());
  xent::bce_with_logits(x, y, terms, grade);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    truth.add(static_cast<double>(terms[i]) * (w.empty() ? 1.0 : static_cast<double>(w[i])));
  }
}

template <class T, class Grade>
double error_of_sum(const std::vector<T>& x, const std::vector<T>& y, const std::vector<T>& w,
                    Grade grade) {
  reference_sum truth;
  add_terms(truth, x, y, w, grade);
  const auto options = w.empty() ? xent::options<T>{} : xent::options<T>{.weights = w};
  return truth.relative_error(xent::bce_with_logits_sum(x, y, options, grade));
}

}  // namespace xent::test
