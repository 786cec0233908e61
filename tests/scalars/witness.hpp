#pragma once
// The worst error seen, with the arguments that show it.

#include <cstdio>
#include <string>
#include <tuple>

#include "../support/bound.hpp"
#include "../support/catalogue.hpp"
#include "../support/floating.hpp"

namespace xent::test {

template <class Row, class T> struct witness {
  double error = -1;  // in ulp as the bound measures it; −1 before anything was seen
  arguments_of<Row, T> at{};
  T got{}, want{};

  // `remainder` and `shift` as in reference<T>; returns the error as measured.
  double see(const arguments_of<Row, T>& xs, T result, T wanted, double remainder, int shift) {
    const bound judge = bound_at<Row, T>(Row{}, xs);
    double apart = ulps_apart(result, wanted) - remainder;
    if (sizeof(T) == 8) apart = beyond_granted<Row, T>(Row{}, xs, apart, wanted);
    const double measured = measure<T>(judge, apart, shift);
    if (measured > error) *this = {measured, xs, result, wanted};
    return measured;
  }

  std::string text() const {
    if (error < 0) return "nothing seen";
    const std::string arguments = std::apply([](auto... x) { return hex(x...); }, at);
    char ulps[32];
    std::snprintf(ulps, sizeof ulps, "%.4f", error);
    return std::string(ulps) + " ulp at (" + arguments + "): got " + hex(got) + ", want " +
           hex(want);
  }
};

}  // namespace xent::test
