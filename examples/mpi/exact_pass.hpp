#pragma once
// One pass over rows: loss and gradient of logistic regression, summed exactly, so that the shards
// of any number of machines add up to the same bits.

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include <xent/reduce.hpp>

#include "../common/row_blocks.hpp"

namespace example {

// Sums over all rows seen so far.
struct exact_pass {
  xent::loss_sum loss, right;            // right: rows on the right side of logit 0
  std::vector<xent::loss_sum> gradient;  // by each weight, and by the bias

  explicit exact_pass(std::size_t features) : gradient(features + 1) {}

  void add(row_block& block, const std::vector<double>& parameters) {
    block_values logits, grad{};
    logits_of(block, parameters, logits);
    right.add(count_right(block, logits));
    xent::bce_with_logits_sum_and_grad(first(logits, block.size), first(block.labels, block.size),
                                       first(grad, block.size), {.accumulator = &loss});
    for (std::size_t f = 0; f < block.features.size(); ++f) {
      gradient[f].add(dot(grad, block.features[f]));
    }
    gradient.back().add(std::accumulate(grad.begin(), grad.end(), 0.0));
  }

  // Calls visit for each of the sums.
  template <class Visit> void for_each_sum(Visit visit) {
    visit(loss);
    visit(right);
    for (xent::loss_sum& sum : gradient) visit(sum);
  }

 private:
  // Values past the end of a short block have a gradient of 0.
  static double dot(const block_values& grad, const block_values& feature) {
    double sum = 0;
    for (std::size_t i = 0; i < grad.size(); ++i) sum += double{grad[i]} * double{feature[i]};
    return sum;
  }

  static double count_right(const row_block& block, const block_values& logits) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < block.size; ++i) count += (logits[i] > 0) == (block.labels[i] == 1);
    return static_cast<double>(count);
  }
};

// The blocks [n·part/parts, n·(part + 1)/parts) of the n blocks of the rows.
template <class Rows>
exact_pass pass_over_shard(const Rows& rows, std::size_t part, std::size_t parts,
                           const std::vector<double>& parameters) {
  const std::size_t blocks = (rows.rows() + xent::block_size - 1) / xent::block_size;
  exact_pass pass(rows.features());
  row_block block(rows.features());
  for (std::size_t b = blocks * part / parts; b < blocks * (part + 1) / parts; ++b) {
    rows.fill(b * xent::block_size, block);
    pass.add(block, parameters);
  }
  return pass;
}

}  // namespace example
