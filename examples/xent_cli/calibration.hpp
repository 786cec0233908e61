#pragma once
// How often label 1 came where it was predicted with probability p: the reliability table and the
// expected calibration error.
//
// M bins of equal width, the m-th being ((m − 1)/M, m/M], the first with 0. With n pairs in all,
//
//   ECE = Σₘ (count of bin m)/n · |observed frequency − mean prediction|.
//
// C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", 2017,
// section 2; for the probability of label 1, as here, M. P. Naeini, G. F. Cooper, M. Hauskrecht,
// "Obtaining well calibrated probabilities using Bayesian binning", 2015.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace example {

struct calibration_bin {
  std::uint64_t count = 0;
  double predictions = 0, targets = 0;  // sums

  double mean_prediction() const { return predictions / static_cast<double>(count); }
  double observed() const { return targets / static_cast<double>(count); }
  double gap() const { return observed() - mean_prediction(); }
};

class calibration {
 public:
  explicit calibration(std::size_t bins) : bins_(bins) {}

  // p and y in [0, 1].
  void add(float p, float y) {
    // Exact, for p has 24 bits.
    const double edge = std::ceil(double{p} * static_cast<double>(bins_.size()));
    calibration_bin& bin = bins_[edge > 1 ? static_cast<std::size_t>(edge) - 1 : 0];
    ++bin.count;
    bin.predictions += double{p};
    bin.targets += double{y};
  }

  const std::vector<calibration_bin>& bins() const { return bins_; }

  double lower_edge(std::size_t bin) const {
    return static_cast<double>(bin) / static_cast<double>(bins_.size());
  }

  double expected_error() const {
    double sum = 0, count = 0;
    for (const calibration_bin& bin : bins_) {
      sum += std::fabs(bin.targets - bin.predictions);
      count += static_cast<double>(bin.count);
    }
    return sum / count;
  }

 private:
  std::vector<calibration_bin> bins_;
};

}  // namespace example
