#pragma once
// Arguments to test at: the edges of cases, and random ones. Only correctly rounded operations, so
// that every machine draws the same (compiled without contraction to fused multiply-adds).

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
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

// Where formulas change case, saturate, or leave the normal numbers; and where an argument
// reduction takes its next step: logits in the middle between multiples of ln 2 and of ln 2/128,
// and probabilities whose odds or whose own mantissa pass from one power of two to the next.
inline std::vector<double> edges(argument kind) {
  switch (kind) {
    case argument::probability:
      return {0,       0.25,     0.5,      0.75,      1,         0x1p-24,   1 - 0x1p-24,
              0x1p-53, 0x1p-126, 0x1p-149, 0x1p-1022, 0x1p-1074, 1.0 / 3,   2.0 / 3,
              0.375,   0.625,    0.1875,   0.8125,    1.5e-5,    1 - 1.5e-5};
    case argument::label:
      return {0, 1, 0.5};
    case argument::pos_weight:
      return {0, 1, 3, 1e-3, 1e6};
    case argument::real_line:
      break;
  }
  std::vector<double> both{0};
  const auto add = [&](double x) { both.insert(both.end(), {x, -x}); };
  constexpr double half_ln2 = 0x1.62e42fefa39efp-2;
  for (const int n : {1, 2, 3, 5, 7}) add(n * half_ln2);
  for (const int n : {1, 3, 127, 129, 255, 767, 6401}) add(n * (half_ln2 / 128));
  for (const double x : {1.0, 16.6, 17.3, 37.0, 64.0, 87.3, 88.7, 103.97, 128.0, 708.4, 709.8,
                         745.13, 746.0, 0x1p-126, 0x1p-149, 0x1p-1022, 0x1p-1074}) {
    add(x);
  }
  return both;
}

// Floats at which some function comes so near the middle between two floats that double cannot tell
// the side; found by sweeps over all floats. Probabilities: bce. Logits of either sign: four of the
// sigmoid, four of softplus, four of σ'.
inline std::vector<float> hard_to_round(argument kind) {
  if (kind == argument::probability) {
    return {0x1.9a1258p-7f, 0x1.db5d3cp-4f, 0x1.7b109ep-4f, 0x1.0a8dc8p-3f, 0x1.566842p-3f};
  }
  if (kind != argument::real_line) return {};
  std::vector<float> both;
  for (const float x : {0x1.8p-22f, 0x1.cp-21f, 0x1.7p-20f, 0x1.7p-19f, 0x1.4d9ea6p-13f,
                        0x1.a1da8ep-8f, 0x1.df473ap-25f, 0x1.5e667ap-11f, 0x1.43f18p-4f,
                        0x1.5e47p-3f, 0x1.6792b6p+2f, 0x1.9d4768p+0f}) {
    both.insert(both.end(), {x, -x});
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

// log₂ of the smallest subnormal.
template <class T>
inline constexpr int least_exponent =
    std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits;

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
    // And beyond, whence a pos_weight brings the result back.
    case 5:
      return static_cast<T>(random.within(sizeof(T) == 4 ? 135 : 1050));
    default:
      return static_cast<T>(sign * random.log_uniform(-40, 7));
  }
}

template <class T> T random_probability(random_source& random) {
  const double sign = random.below(2) == 0 ? 1 : -1;
  switch (random.below(6)) {
    case 0:
      return static_cast<T>(random.log_uniform(least_exponent<T>, 0));
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

// Never so small that a pos_weight makes it subnormal: y·q would have lost digits.
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
    case 4:
      return static_cast<T>(random.log_uniform(std::max(least_exponent<T>, -500), 0));
    default:
      return static_cast<T>(random.below(2));
  }
}

// Up to 2³³ in float, 2⁴⁰⁰ in double: far greater ones outweigh even e⁻ᵃ where kernels stop at a
// greatest a.
template <class T> T random_pos_weight(random_source& random) {
  static constexpr std::array usual{0.0, 1.0, 1.0, 3.0, 1e-3, 1e6};
  switch (random.below(5)) {
    case 0:
      return static_cast<T>(10 * random.unit());
    case 1:
      return static_cast<T>(random.log_uniform(-20, 20));
    case 2:
      return static_cast<T>(sizeof(T) == 4 ? random.log_uniform(-90, 33)
                                           : random.log_uniform(-400, 400));
    default:
      return static_cast<T>(usual[random.below(usual.size())]);
  }
}

// Logit, label and a small pos_weight whose product with e^−|x| is next to the smallest normal
// number, but theirs is normal.
template <class T> std::array<T, 3> almost_subnormal(random_source& random) {
  constexpr int least = std::numeric_limits<T>::min_exponent;
  const double q = random.log_uniform(least, 0), product = least - 26 + 30 * random.unit();
  const double a = std::max(std::ilogb(q) - product, random.unit()) * 0x1.62e42fefa39efp-1;
  const double y = random.below(3) == 0 ? 1 - random.unit() / 2 : 1;
  return {static_cast<T>(random.below(2) == 0 ? a : -a), static_cast<T>(y), static_cast<T>(q)};
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
  if constexpr (takes_pair<Row>) {
    if (random.below(2) == 0) xs[1] = xs[0] + static_cast<T>(random.within(40));
    if (!std::isfinite(xs[1])) xs[1] = xs[0];
  }
  return xs;
}

}  // namespace xent::test
