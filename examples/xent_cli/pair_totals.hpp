#pragma once
// What is known of all pairs read so far: the same bits for any number of threads.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <xent/elementwise.hpp>
#include <xent/executor.hpp>
#include <xent/reduce.hpp>
#include <xent/threads.hpp>

#include "calibration.hpp"
#include "pair_source.hpp"
#include "tail_counts.hpp"

namespace example {

class pair_totals {
 public:
  pair_totals(prediction kind, std::size_t bins, std::size_t threads)
      : table(bins), kind_(kind), threads_(threads) {}

  std::uint64_t count = 0;
  std::uint64_t saturated = 0;  // probabilities that are 0 or 1
  xent::loss_sum loss, targets;
  xent::loss_sum gradient_squares;  // of the loss by the logit
  calibration table;
  tail_counts tails;  // of logits

  // A whole number of blocks, but for the last call.
  void add(std::span<const float> predictions, std::span<const float> labels) {
    gradient_.resize(predictions.size());
    probabilities_.resize(predictions.size());
    if (kind_ == prediction::logit) {
      add_logits(predictions, labels);
    } else {
      add_probabilities(predictions, labels);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
      gradient_squares.add(double{gradient_[i]} * double{gradient_[i]});
      targets.add(double{labels[i]});
      saturated += probabilities_[i] == 0 || probabilities_[i] == 1;
      table.add(probabilities_[i], labels[i]);
    }
    count += labels.size();
  }

  prediction kind() const { return kind_; }
  double mean_loss() const { return loss.value() / static_cast<double>(count); }
  double mean_target() const { return targets.value() / static_cast<double>(count); }
  // L2, of the mean loss by the logits.
  double gradient_norm() const {
    return std::sqrt(gradient_squares.value()) / static_cast<double>(count);
  }

 private:
  void add_logits(std::span<const float> logits, std::span<const float> labels) {
    xent::bce_with_logits_sum_and_grad(logits, labels, gradient_, {.accumulator = &loss},
                                       xent::exact, threads_);
    xent::sigmoid(logits, probabilities_, xent::exact, threads_);
    add_tails(logits, labels);
  }

  void add_probabilities(std::span<const float> given, std::span<const float> labels) {
    xent::bce_sum(given, labels, {.accumulator = &loss}, xent::exact, threads_);
    std::copy(given.begin(), given.end(), probabilities_.begin());
    std::transform(given.begin(), given.end(), labels.begin(), gradient_.begin(),
                   [](float p, float y) { return p - y; });
  }

  void add_tails(std::span<const float> logits, std::span<const float> labels) {
    std::vector<tail_counts> blocks((logits.size() + xent::block_size - 1) / xent::block_size);
    threads_(blocks.size(), xent::block_body([&](std::size_t b) {
               const std::size_t first = b * xent::block_size;
               const std::size_t size = std::min(xent::block_size, logits.size() - first);
               blocks[b].add(logits.subspan(first, size), labels.subspan(first, size));
             }));
    for (const tail_counts& block : blocks) tails.merge(block);
  }

  prediction kind_;
  xent::threads threads_;
  std::vector<float> gradient_, probabilities_;
};

}  // namespace example
