#pragma once
// Arguments to test at: the edges of cases, and random ones. Only correctly rounded operations, so
// that every machine draws the same (compiled without contraction to fused multiply-adds).

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "catalogue.hpp"
#include "floating.hpp"

namespace xent::test {

// G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014: splitmix64.
class random_source {
 public:
  explicit random_source(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t n) { return bits() % n; }
  double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
  double within(double size) { return (unit() - 0.5) * 2 * size; }
  // Positive, every exponent in [least, greatest) as likely.
  double log_uniform(int least, int greatest) {
    const auto span = static_cast<std::uint64_t>(greatest - least);
    const int exponent = least + static_cast<int>(below(span));
    return std::ldexp(1 + unit(), exponent);
  }

 private:
  std::uint64_t state_;
};

// Where formulas change case, saturate, or leave the normal numbers, and the steps of an argument
// reduction by ln 2.
inline std::vector<double> edges(argument kind) {
  switch (kind) {
    case argument::probability:
      return {0,       0.25,     0.5,      0.75,      1,         0x1p-24, 1 - 0x1p-24, 0x1p-2,
              0x1p-53, 0x1p-126, 0x1p-149, 0x1p-1022, 0x1p-1074, 1.0 / 3, 2.0 / 3};
    case argument::label:
      return {0, 1, 0.5};
    case argument::pos_weight:
      return {0, 1, 3, 1e-3, 1e6};
    case argument::real_line:
      break;
  }
  std::vector<double> both{0};
  const double half_ln2 = 0x1.62e42fefa39efp-2;
  for (const double x :
       {1 * half_ln2, 2 * half_ln2, 3 * half_ln2, 5 * half_ln2, 7 * half_ln2, 1.0, 16.6, 17.3, 37.0,
        87.3, 88.7, 103.97, 708.4, 709.8, 745.13, 0x1p-126, 0x1p-149, 0x1p-1022, 0x1p-1074}) {
    both.push_back(x);
    both.push_back(-x);
  }
  return both;
}

// Where a sigmoid computed first has lost its digits, saturated, or overflowed.
template <class T> std::vector<T> extreme_logits() {
  std::vector<T> both;
  for (const double x : {10.0, 15.0, 17.0, 37.0, 40.0, 88.8, 100.0, 104.0, 710.0, 746.0, 1e4,
                         static_cast<double>(std::numeric_limits<T>::max()), infinity}) {
    both.push_back(static_cast<T>(x));
    both.push_back(static_cast<T>(-x));
  }
  return both;
}

template <class T> T random_logit(random_source& random) {
  const double sign = random.below(2) == 0 ? 1 : -1;
  switch (random.below(8)) {
    case 0: {
      const T x = from_bits<T>(static_cast<bits_of<T>>(random.bits()));
      return std::isfinite(x) ? x : T(1);
    }
    case 1:
      return static_cast<T>(random.within(4));
    case 2:
      return static_cast<T>(random.within(20));
    case 3:
      return static_cast<T>(random.within(110));
    // The subnormal tails.
    case 4:
      return static_cast<T>(sizeof(T) == 4 ? sign * (87 + 17 * random.unit())
                                           : sign * (708 + 38 * random.unit()));
    case 5:
      return static_cast<T>(random.within(sizeof(T) == 4 ? 110 : 760));
    default:
      return static_cast<T>(sign * random.log_uniform(-40, 7));
  }
}

template <class T> T random_probability(random_source& random) {
  const int least = std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits;
  const double sign = random.below(2) == 0 ? 1 : -1;
  switch (random.below(6)) {
    case 0:
      return static_cast<T>(random.log_uniform(least, 0));
    case 1:
      return static_cast<T>(random.log_uniform(-30, 0));
    case 2:
      return static_cast<T>(1 - random.log_uniform(-53, -1));
    case 3:
      return static_cast<T>(0.5 + sign * random.log_uniform(-53, -2));
    default:
      return static_cast<T>(random.unit());
  }
}

template <class T> T random_label(random_source& random) {
  static constexpr std::array usual{0.5, 0.3, 0.1, 0.9, 0.25, 0.95};
  switch (random.below(8)) {
    case 0:
      return static_cast<T>(random.unit());
    case 1:
      return static_cast<T>(random.log_uniform(-60, 0));
    case 2:
      return static_cast<T>(1 - random.log_uniform(-53, -1));
    case 3:
      return static_cast<T>(usual[random.below(usual.size())]);
    default:
      return static_cast<T>(random.below(2));
  }
}

template <class T> T random_pos_weight(random_source& random) {
  static constexpr std::array usual{0.0, 1.0, 1.0, 3.0, 1e-3, 1e6};
  switch (random.below(4)) {
    case 0:
      return static_cast<T>(10 * random.unit());
    case 1:
      return static_cast<T>(random.log_uniform(-20, 20));
    default:
      return static_cast<T>(usual[random.below(usual.size())]);
  }
}

template <class T> T random_argument(argument kind, random_source& random) {
  switch (kind) {
    case argument::probability:
      return random_probability<T>(random);
    case argument::label:
      return random_label<T>(random);
    case argument::pos_weight:
      return random_pos_weight<T>(random);
    case argument::real_line:
      break;
  }
  return random_logit<T>(random);
}

template <class Row, class T> arguments_of<Row, T> random_arguments(Row, random_source& random) {
  arguments_of<Row, T> xs;
  for (std::size_t i = 0; i < xs.size(); ++i) xs[i] = random_argument<T>(Row::arguments[i], random);
  // A second logit is as often near the first.
  if constexpr (std::is_same_v<Row, rows::log_add_exp>) {
    if (random.below(2) == 0) xs[1] = xs[0] + static_cast<T>(random.within(40));
    if (!std::isfinite(xs[1])) xs[1] = xs[0];
  }
  return xs;
}

}  // namespace xent::test
