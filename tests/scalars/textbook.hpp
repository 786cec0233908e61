#pragma once
// How the textbook forms come out at extreme logits, as follows from their text:
//
//   p = 1/(1 + e⁻ˣ) is 1 once e⁻ˣ < ε/2: from 17 in float, 37 in double. Then log(1 − p) = −∞,
//   and 0·(−∞) = NaN. p is 0 once e⁻ˣ overflows: from −88.8 and −710. Then log p = −∞.
//   1 − p is 1 once p < ε/4, from −37 in float and −40 in double: the loss at label 0 is then 0.
//   Before that, p near 1 and 1 − p have lost the digits that the logarithm is made of.

#include <array>
#include <cmath>
#include <limits>
#include <ostream>

#include "../support/floating.hpp"

namespace xent::test {

enum class outcome { right, digits_lost, zero, infinite, not_a_number };

inline std::ostream& operator<<(std::ostream& out, outcome o) {
  static constexpr const char* names[] = {"right", "digits lost", "0", "infinite", "NaN"};
  return out << names[static_cast<int>(o)];
}

// Right is what a few roundings leave.
template <class T> outcome judge(T naive, T want) {
  if (is_nan(naive)) return outcome::not_a_number;
  if (std::isinf(naive) && !std::isinf(want)) return outcome::infinite;
  if (naive == 0 && want != 0) return outcome::zero;
  return std::abs(ulps_apart(naive, want)) <= 16 ? outcome::right : outcome::digits_lost;
}

// For logits in [from, to]; at labels 0, 1 and 0.3 where there is a label.
struct expectation {
  double from, to;
  std::array<outcome, 3> at;
};

template <class T> struct textbook;

template <> struct textbook<float> {
  using enum outcome;
  static constexpr double inf = HUGE_VAL, huge = std::numeric_limits<double>::max();
  // Between −104 and −88.8 the truth is subnormal, beyond it rounds to 0.
  static constexpr expectation sigmoid[] = {
      {-inf, -104, {right}}, {-100, -88.7, {zero}}, {-40, inf, {right}}};
  static constexpr expectation log_sigmoid[] = {{-inf, -inf, {right}}, {-huge, -88.7, {infinite}},
                                                {-40, -10, {right}},   {10, 15, {digits_lost}},
                                                {17, 100, {zero}},     {104, inf, {right}}};
  // e⁻³⁷ and already e⁻¹⁷ vanish beside 1; e^88.8 overflows.
  static constexpr expectation softplus[] = {{-inf, -104, {right}},     {-100, -17, {zero}},
                                             {-15, -10, {digits_lost}}, {10, 40, {right}},
                                             {88.7, huge, {infinite}},  {inf, inf, {right}}};
  static constexpr expectation bce_with_logits[] = {
      {-inf, -inf, {not_a_number, right, right}},
      {-huge, -88.7, {not_a_number, infinite, infinite}},
      {-40, -37, {zero, right, right}},
      {-17, -10, {digits_lost, right, right}},
      {10, 15, {digits_lost, digits_lost, digits_lost}},
      {17, huge, {infinite, not_a_number, infinite}},
      {inf, inf, {right, not_a_number, right}}};
  // p − y: what is lost is p where it is subnormal, and 1 − p.
  static constexpr expectation bce_with_logits_grad[] = {
      {-inf, -104, {right, right, right}}, {-100, -88.7, {zero, right, right}},
      {-40, -10, {right, right, right}},   {10, 15, {right, digits_lost, right}},
      {17, 100, {right, zero, right}},     {104, inf, {right, right, right}}};
};

template <> struct textbook<double> {
  using enum outcome;
  static constexpr double inf = HUGE_VAL, huge = std::numeric_limits<double>::max();
  static constexpr expectation sigmoid[] = {
      {-inf, -746, {right}}, {-710, -710, {zero}}, {-104, inf, {right}}};
  static constexpr expectation log_sigmoid[] = {{-inf, -inf, {right}}, {-huge, -710, {infinite}},
                                                {-104, -10, {right}},  {10, 17, {digits_lost}},
                                                {37, 710, {zero}},     {746, inf, {right}}};
  static constexpr expectation softplus[] = {{-inf, -746, {right}},     {-710, -37, {zero}},
                                             {-17, -10, {digits_lost}}, {10, 104, {right}},
                                             {710, huge, {infinite}},   {inf, inf, {right}}};
  static constexpr expectation bce_with_logits[] = {
      {-inf, -inf, {not_a_number, right, right}},
      {-huge, -710, {not_a_number, infinite, infinite}},
      {-104, -40, {zero, right, right}},
      {-37, -10, {digits_lost, right, right}},
      {10, 17, {digits_lost, digits_lost, digits_lost}},
      {37, huge, {infinite, not_a_number, infinite}},
      {inf, inf, {right, not_a_number, right}}};
  static constexpr expectation bce_with_logits_grad[] = {
      {-inf, -746, {right, right, right}}, {-710, -710, {zero, right, right}},
      {-104, -10, {right, right, right}},  {10, 17, {right, digits_lost, right}},
      {37, 710, {right, zero, right}},     {746, inf, {right, right, right}}};
};

}  // namespace xent::test
