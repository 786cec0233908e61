#pragma once
// What pair_totals knows, as text.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include "pair_totals.hpp"

namespace example {

inline double percent(double part, double whole) { return 100 * part / whole; }
inline double percent(std::uint64_t part, std::uint64_t whole) {
  return percent(static_cast<double>(part), static_cast<double>(whole));
}

inline void print_totals(const pair_totals& totals) {
  std::printf("pairs          %ju, %.4g %% positive\n", std::uintmax_t{totals.count},
              100 * totals.mean_target());
  std::printf("mean loss      %.17g\n", totals.mean_loss());
  std::printf("sum of losses  %.17g\n", totals.loss.value());
  std::printf("gradient norm  %.9g (of the mean loss, by the logits)\n", totals.gradient_norm());
}

// What they carry is left out where the whole is 0 or infinite.
inline void print_lost(const char* formula, const lost_results& lost, std::uint64_t count,
                       double carried, double whole, const char* name) {
  std::printf("  %-16s %12ju %12ju %10.3g %%", formula, std::uintmax_t{lost.to_zero},
              std::uintmax_t{lost.to_infinity_or_nan}, percent(lost.count(), count));
  if (whole > 0 && std::isfinite(whole)) {
    std::printf("   %.3g %% of the %s", percent(carried, whole), name);
  }
  std::printf("\n");
}

inline void print_tails(const pair_totals& totals) {
  const auto& [textbook, pytorch, gradient] = totals.tails;
  const double loss = totals.loss.value();
  const double norm = std::sqrt(totals.gradient_squares.value());
  std::printf("\nResults that float32 formulas lose and xent does not:\n");
  std::printf("  %-16s %12s %12s %12s   %s\n", "", "are 0", "inf or NaN", "of pairs", "they carry");
  print_lost("loss, textbook", textbook, totals.count, textbook.carried, loss, "loss");
  print_lost("loss, PyTorch", pytorch, totals.count, pytorch.carried, loss, "loss");
  print_lost("gradient, p - y", gradient, totals.count, std::sqrt(gradient.carried), norm, "norm");
}

inline void print_saturated(const pair_totals& totals) {
  std::printf("\nProbabilities of exactly 0 or 1, whose logits are lost: %ju, %.3g %%\n",
              std::uintmax_t{totals.saturated}, percent(totals.saturated, totals.count));
}

inline void print_bin(double lower, double upper, const calibration_bin& bin) {
  std::array<char, 32> range;
  std::snprintf(range.data(), range.size(), "%.4g - %.4g", lower, upper);
  std::printf("  %-16s %12ju", range.data(), std::uintmax_t{bin.count});
  if (bin.count != 0) {
    std::printf(" %12.6f %12.6f %12.6f", bin.mean_prediction(), bin.observed(), bin.gap());
  }
  std::printf("\n");
}

inline void print_calibration(const calibration& table) {
  std::printf("\nHow often label 1 came where it was predicted:\n");
  std::printf("  %-16s %12s %12s %12s %12s\n", "probability", "pairs", "predicted", "observed",
              "gap");
  for (std::size_t i = 0; i < table.bins().size(); ++i) {
    print_bin(table.lower_edge(i), table.lower_edge(i + 1), table.bins()[i]);
  }
  std::printf("expected calibration error %.6f\n", table.expected_error());
}

inline void print_report(const pair_totals& totals) {
  print_totals(totals);
  if (totals.kind() == prediction::logit) {
    print_tails(totals);
  } else {
    print_saturated(totals);
  }
  print_calibration(totals.table);
}

}  // namespace example
