#pragma once
// What options do to a block of elements before and after its loop, so that the formulas' loops
// know nothing of options. Each is a loop of its own over memory that the first-level cache holds.

#include <algorithm>

#include <xent/detail/checks.hpp>
#include <xent/detail/pos_weights.hpp>
#include <xent/detail/target_stage.hpp>
#include <xent/detail/weighting.hpp>

namespace xent::inline XENT_ABI::detail {

// Memory of a block for what its options make of its inputs.
template <class T> struct block_scratch {
  alignas(64) T targets[block_size], weights[block_size], pos_weights[block_size];
};

// The options of one call, checked as far as they can be before the first element is looked at.
template <class T> class adjustments {
 public:
  adjustments(const char* function, const options<T>& o, std::size_t size)
      : function_(function),
        options_(o),
        keep_(1 - o.label_smoothing),
        shift_(o.label_smoothing / 2) {
    if (o.weights.is_given && o.weights.size != size) refuse_size("weights", o.weights.size, size);
    if (!(o.label_smoothing >= 0 && o.label_smoothing <= 1))
      refuse("label_smoothing = " + shown(o.label_smoothing) + " is outside [0, 1]");
    if (o.pos_weight.range.is_given) {
      check_classes(o.pos_weight.range, size);
    } else if (!is_weight(o.pos_weight.value)) {
      refuse("pos_weight = " + shown(o.pos_weight.value) + " is negative or NaN");
    }
  }

  [[noreturn]] void refuse(const std::string& what) const {
    fail<std::invalid_argument>(std::string("xent::") + function_ + ": " + what);
  }

  // pos_weight 1 everywhere is none.
  bool has_pos_weight() const {
    const auto& [range, value] = options_.pos_weight;
    if (!range.is_given) return value != 1;
    return !std::all_of(range.data, range.data + range.size, [](T q) { return q == 1; });
  }
  bool ignores() const { return options_.ignored_target.is_given; }

  // What is read again after the output was written must lie apart from it.
  void check_apart(const char* name, const T* out, std::size_t size) const {
    const auto check = [&](const char* other, const optional_range<T>& range) {
      if (range.data < out + size && out < range.data + range.size)
        refuse(std::string(name) + " overlaps " + other);
    };
    check("weights", options_.weights);
    check("pos_weight", options_.pos_weight.range);
  }

  // Smooths the targets of a block, drops the ignored ones, and gives the block's weights.
  template <class Job> block_weights<T> prepare(Job& block, block_scratch<T>& scratch) const {
    return stage_targets(block, checked_weights(block), scratch);
  }

  // What the elements of a block add to the denominator of a mean that is not just their number.
  template <class Job> const T* shares(Job& block, block_scratch<T>& scratch) const {
    const auto weights = averages_weights() ? checked_weights(block) : block_weights<T>{};
    const auto left = ignores() ? stage_targets(block, weights, scratch) : weights;
    return left.values;
  }
  bool averages_weights() const {
    return options_.denominator == denominator::weight_sum && options_.weights.is_given;
  }

  const options<T>& given() const { return options_; }

 private:
  const char* function_;
  const options<T>& options_;
  T keep_, shift_;

  template <class Job> block_weights<T> checked_weights(const Job& block) const {
    if (!options_.weights.is_given) return {};
    const T* const weights = options_.weights.data + block.first;
    if (are_positive(weights, block.size)) return {weights, false};
    check_weights(function_, "weights", weights, block.size, block.first);
    return {weights, true};
  }

  template <class Job>
  block_weights<T> stage_targets(Job& block, const block_weights<T>& weights,
                                 block_scratch<T>& scratch) const {
    if (shift_ == 0 && !ignores()) return weights;
    bool is_suspect = false;
    const optional_value<T>& ignored = options_.ignored_target;
    run_best<target_stage_loop>(target_stage<T>{block.in[1], scratch.targets, block.size, keep_,
                                                shift_, &is_suspect, ignored, weights.values,
                                                scratch.weights});
    if (is_suspect && block.checks_targets) {
      check_targets(block, 0, block.size,
                    [&](T y) { return ignored.is_given && ignored_mask(y, ignored.value) != 0; });
    }
    block.in[1] = scratch.targets;
    block.checks_targets = false;
    return ignores() ? block_weights<T>{scratch.weights, true} : weights;
  }

  [[noreturn]] void refuse_size(const char* name, std::size_t its_size, std::size_t size) const {
    refuse(name + (" has " + shown(its_size)) + " elements, y has " + shown(size));
  }
  void check_classes(const optional_range<T>& q, std::size_t size) const {
    if (q.size == 0 ? size != 0 : size % q.size != 0) {
      refuse("pos_weight has " + shown(q.size) + " elements, which do not divide the " +
             shown(size) + " of y");
    }
    check_weights(function_, "pos_weight", q.data, q.size, 0);
  }
};

}  // namespace xent::inline XENT_ABI::detail
