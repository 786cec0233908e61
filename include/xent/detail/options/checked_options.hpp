#pragma once
// What options do to a block of elements before and after its loop, so that the formulas' loops
// know nothing of options. Each is a loop of its own over memory that the first-level cache holds.

#include <algorithm>

#include <xent/detail/operands/range_checks.hpp>
#include <xent/detail/options/pos_weights.hpp>
#include <xent/detail/options/targets.hpp>
#include <xent/detail/options/sample_weights.hpp>

namespace xent::inline XENT_ABI::detail {

// Memory of a block for what its options make of its inputs.
template <class T> struct block_scratch {
  alignas(64) T targets[block_size], weights[block_size], pos_weights[block_size];
};

// The options of one call, checked as far as they can be before the first element is looked at.
template <class T> class adjustments {
 public:
  // Of a call on ranges of this size, whose first matrix is named, if there is one.
  adjustments(const char* function, const options<T>& o, std::size_t size, named_range matrix)
      : function_(function),
        options_(o),
        keep_(1 - o.label_smoothing),
        shift_(o.label_smoothing / 2) {
    const named_range y{"y", nullptr, size};
    if (o.weights.is_given) {
      check_size(function, named("weights", o.weights), y);
      check_shape(function, named("weights", o.weights), matrix);
    }
    if (!(o.label_smoothing >= 0 && o.label_smoothing <= 1))
      refuse("label_smoothing = " + shown(o.label_smoothing) + " is outside [0, 1]");
    if (o.pos_weight.range.is_given) {
      check_classes(o.pos_weight.range.size, size);
      // One for each element.
      if (o.pos_weight.range.size == size)
        check_shape(function, named("pos_weight", o.pos_weight.range), matrix);
      check_weights(function, "pos_weight", o.pos_weight.range.data, o.pos_weight.range.size, 0);
    } else if (!is_weight(o.pos_weight.value)) {
      refuse("pos_weight = " + shown(o.pos_weight.value) + not_a_weight);
    }
  }

  [[noreturn]] void refuse(const std::string& what) const {
    fail<std::invalid_argument>(std::string("xent::") + function_ + ": " + what);
  }

  // pos_weight 1 everywhere is none.
  bool has_pos_weight() const {
    const auto& [range, value] = options_.pos_weight;
    if (!range.is_given) return !exactly_equal(value, T(1));
    return !std::all_of(range.data, range.data + range.size,
                        [](T q) { return exactly_equal(q, T(1)); });
  }
  bool ignores() const { return options_.ignored_target.is_given; }

  // What is read again after the output was written must lie apart from it.
  void check_apart(const char* name, const T* out, std::size_t size) const {
    const auto check_range = [&](const char* other, const optional_range<T>& range) {
      if (range.data < out + size && out < range.data + range.size)
        refuse(std::string(name) + " overlaps " + other);
    };
    check_range("weights", options_.weights);
    check_range("pos_weight", options_.pos_weight.range);
  }

  // Smooths the targets of a block, leaves out what is to be left out, and gives the block's
  // weights, or null where all are 1. `logits` is room for those of the block, and may be where the
  // results go.
  template <class Job> const T* prepare(Job& block, block_scratch<T>& scratch, T* logits) const {
    const auto [weights, has_zeros] = checked_weights(block);
    if (ignores() || has_zeros) {
      keep_weights(block, weights, scratch);
      masking_stage<T> stage{smoothing(block, scratch), block.in[0], logits, scratch.weights};
      run_stage(block, stage, [&](std::size_t i) { return nonzero_mask(scratch.weights[i]) != 0; });
      block.in[0] = logits;
      return scratch.weights;
    }
    if (shift_ > 0) {
      target_stage<T> stage = smoothing(block, scratch);
      run_stage(block, stage, [](std::size_t) { return true; });
    }
    return weights;
  }

  // What the elements of a block add to the denominator of a mean; null where each adds 1.
  template <class Job> const T* shares(const Job& block, block_scratch<T>& scratch) const {
    const T* const weights = averages_weights() ? checked_weights(block).values : nullptr;
    if (!ignores()) return weights;
    keep_weights(block, weights, scratch);
    return scratch.weights;
  }
  bool averages_weights() const {
    return options_.denominator == denominator::weight_sum && options_.weights.is_given;
  }

  const options<T>& given() const { return options_; }

 private:
  const char* function_;
  const options<T>& options_;
  T keep_, shift_;

  // Null where none are given.
  struct block_weights {
    const T* values;
    bool has_zeros;
  };
  template <class Job> block_weights checked_weights(const Job& block) const {
    if (!options_.weights.is_given) return {nullptr, false};
    const T* const weights = options_.weights.data + block.first;
    if (are_positive(weights, block.size)) return {weights, false};
    check_weights(function_, "weights", weights, block.size, block.first);
    return {weights, true};
  }

  template <class Job>
  target_stage<T> smoothing(const Job& block, block_scratch<T>& scratch) const {
    return {block.size, block.in[1], scratch.targets, keep_, shift_, nullptr};
  }
  template <class Job>
  void keep_weights(const Job& block, const T* weights, block_scratch<T>& scratch) const {
    run_best<kept_weights_loop>(kept_weights<T>{block.size, block.in[1], weights, scratch.weights,
                                                options_.ignored_target});
  }

  // Targets are checked here, before they are smoothed.
  template <class Job, class Stage, class LeftIn>
  void run_stage(Job& block, Stage& stage, const LeftIn& left_in) const {
    bool is_suspect = false;
    stage.is_suspect = &is_suspect;
    run_best<target_stage_loop>(stage);
    if (is_suspect && block.checks_targets) check_targets(block, 0, block.size, left_in);
    block.in[1] = stage.targets;
    block.checks_targets = false;
  }

  static named_range named(const char* name, const optional_range<T>& range) {
    return {name, range.data, range.size, range.shape};
  }
  void check_classes(std::size_t classes, std::size_t size) const {
    if (classes == 0 ? size != 0 : size % classes != 0) {
      refuse("pos_weight has " + shown(classes) + " elements, which do not divide the " +
             shown(size) + " of y");
    }
  }
};

}  // namespace xent::inline XENT_ABI::detail
