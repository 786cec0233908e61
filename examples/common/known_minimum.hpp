#pragma once
// The answer for the data set that comes with the examples.

#include <cmath>
#include <cstdio>

namespace example {

// Of the mean loss and known_ridge/2·‖w‖² over standardised features: ../data/README.md.
constexpr double known_ridge = 0.01;
constexpr double known_minimum = 0.0995913754847055;

inline bool is_known(double objective) {
  const double difference = objective - known_minimum;
  std::printf("known minimum: %.16f, difference %.1e\n", known_minimum, difference);
  return std::fabs(difference) <= 1e-14;
}

}  // namespace example
