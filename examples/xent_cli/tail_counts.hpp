#pragma once
// What the usual formulas lose in float: results of 0, infinity or NaN where xent has another one.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "../common/formulas.hpp"

namespace example {

struct lost_results {
  std::uint64_t to_zero = 0, to_infinity_or_nan = 0;
  double carried = 0;  // what the true results, all ≥ 0, add up to

  std::uint64_t count() const { return to_zero + to_infinity_or_nan; }

  void merge(const lost_results& other) {
    to_zero += other.to_zero;
    to_infinity_or_nan += other.to_infinity_or_nan;
    carried += other.carried;
  }
};

struct tail_counts {
  lost_results textbook_loss, pytorch_loss;
  lost_results gradient;  // σ(x) − y, which both have; carried: squares

  void add(std::span<const float> logits, std::span<const float> targets) {
    for (std::size_t i = 0; i < logits.size(); ++i) add(logits[i], targets[i]);
  }

  void merge(const tail_counts& other) {
    textbook_loss.merge(other.textbook_loss);
    pytorch_loss.merge(other.pytorch_loss);
    gradient.merge(other.gradient);
  }

 private:
  void add(float x, float y) {
    const auto [textbook, slope] = naive(x, y);
    const double published = pytorch(x, y).loss;
    if (is_plain(textbook) && is_plain(published) && is_plain(slope)) return;
    const auto [loss, gradient_here] = stable(x, y);
    count(textbook, loss, loss, textbook_loss);
    count(published, loss, loss, pytorch_loss);
    count(slope, gradient_here, gradient_here * gradient_here, gradient);
  }

  static bool is_plain(double value) { return std::isfinite(value) && value != 0; }

  static void count(double got, double want, double carried, lost_results& lost) {
    if (got == want || is_plain(got)) return;
    ++(got == 0 ? lost.to_zero : lost.to_infinity_or_nan);
    lost.carried += carried;
  }
};

}  // namespace example
