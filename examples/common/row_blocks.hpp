#pragma once
// The rows of a data set, block by block: from a table, or made when they are asked for.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <xent/elementwise.hpp>

#include "counter_random.hpp"
#include "csv.hpp"

namespace example {

using block_values = std::array<float, xent::block_size>;

// At most block_size neighbouring rows, feature by feature, so that loops run along memory.
struct row_block {
  std::size_t size = 0;
  std::vector<block_values> features;
  block_values labels{};

  explicit row_block(std::size_t feature_count) : features(feature_count) {}
};

// The first so many values: a block of a data set may be its last, and short.
inline std::span<float> first(block_values& values, std::size_t size) {
  return std::span(values).first(size);
}

// logits = bias + Σ weights·features; parameters are the weights, then the bias.
inline void logits_of(const row_block& block, const std::vector<double>& parameters,
                      block_values& logits) {
  std::array<double, xent::block_size> sums;
  sums.fill(parameters.back());
  for (std::size_t f = 0; f < block.features.size(); ++f) {
    const double w = parameters[f];
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += w * double{block.features[f][i]};
  }
  for (std::size_t i = 0; i < sums.size(); ++i) logits[i] = static_cast<float>(sums[i]);
}

class table_rows {
 public:
  explicit table_rows(const table& data) : data_(data) {}

  std::size_t rows() const { return data_.rows; }
  std::size_t features() const { return data_.features; }

  // No less than the second derivative of the mean loss in any direction: a quarter of the mean
  // of ‖(x, 1)‖², which for standardised features is their number + 1.
  double curvature() const { return (static_cast<double>(data_.features) + 1) / 4; }

  void fill(std::size_t first_row, row_block& block) const {
    block.size = std::min(xent::block_size, data_.rows - first_row);
    for (std::size_t i = 0; i < block.size; ++i) {
      const std::size_t row = first_row + i;
      block.labels[i] = static_cast<float>(data_.labels[row]);
      for (std::size_t f = 0; f < data_.features; ++f) {
        block.features[f][i] = static_cast<float>(data_.values[row * data_.features + f]);
      }
    }
  }

 private:
  const table& data_;
};

// Features uniform in [−1, 1), labels drawn with probability σ(true weights·features + true bias).
// A row depends on its index alone and is never stored.
class generated_rows {
 public:
  generated_rows(std::size_t rows, std::size_t features) : rows_(rows), truth_(features + 1, 0.5) {
    const double size = 2 / std::sqrt(static_cast<double>(features));
    for (std::size_t f = 0; f < features; ++f) truth_[f] = f % 2 == 0 ? size : -size;
  }

  std::size_t rows() const { return rows_; }
  std::size_t features() const { return truth_.size() - 1; }
  const std::vector<double>& truth() const { return truth_; }

  // As above: the features are independent with mean square 1/3, so the bias curves most.
  double curvature() const { return 0.25; }

  void fill(std::size_t first_row, row_block& block) const {
    block.size = std::min(xent::block_size, rows_ - first_row);
    const std::uint64_t per_row = truth_.size(), start = first_row * per_row;
    for (std::size_t f = 0; f < features(); ++f) {
      for (std::size_t i = 0; i < xent::block_size; ++i) {
        block.features[f][i] = 2 * random_float(start + i * per_row + f) - 1;
      }
    }
    block_values probability;
    logits_of(block, truth_, probability);
    xent::sigmoid(probability, probability, xent::exact);
    for (std::size_t i = 0; i < xent::block_size; ++i) {
      block.labels[i] = random_float(start + i * per_row + features()) < probability[i] ? 1 : 0;
    }
  }

 private:
  std::size_t rows_;
  std::vector<double> truth_;
};

}  // namespace example
