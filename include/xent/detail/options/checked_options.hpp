#pragma once
// The options of one call, checked, and what they do to a block of elements before its loop. Each
// step is a loop of its own over memory that the first-level cache holds, so that the functions'
// loops know nothing of options.

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/domain_errors.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/operands/range_checks.hpp>
#include <xent/detail/options/sample_weights.hpp>
#include <xent/detail/options/targets.hpp>
#include <xent/executor.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// Memory of a block for what its options make of its inputs.
template <class T> struct block_scratch {
  alignas(64) T targets[block_size], weights[block_size], pos_weights[block_size];
};

template <class T> class checked_options {
 public:
  // Of a call on ranges of this size, whose first matrix is named, if there is one. Checks what can
  // be checked before the first element is looked at, and the elements of pos_weight.
  checked_options(call_name call, const options<T>& o, std::size_t size, named_range matrix)
      : call_(call), options_(o), keep_(1 - o.label_smoothing), shift_(o.label_smoothing / 2) {
    if (o.weights.is_given) {
      const named_range weights = named(argument::sample_weight::name, o.weights);
      check_size(call, weights, {argument::label::name, nullptr, size});
      check_shape(call, weights, matrix);
    }
    if (!(o.label_smoothing >= 0 && o.label_smoothing <= 1))
      refuse("label_smoothing = " + shown(o.label_smoothing) + " is outside [0, 1]");
    const auto& [cycle, one] = o.pos_weight;
    if (cycle.is_given) {
      check_cycle(cycle.size, size, matrix.shape);
      // One for each element.
      if (cycle.size == size) check_shape(call, named(argument::pos_weight::name, cycle), matrix);
      check_domain<argument::pos_weight>(call, cycle.data, cycle.size, 0);
    } else if (!argument::pos_weight::is_valid(one)) {
      refuse("pos_weight = " + shown(one) + argument::pos_weight::domain);
    }
  }

  [[noreturn]] void refuse(const std::string& what) const {
    fail<std::invalid_argument>(call_, what);
  }

  // pos_weight 1 everywhere is none.
  bool has_pos_weight() const {
    const auto& [range, value] = options_.pos_weight;
    if (!range.is_given) return !exactly_equal(value, T(1));
    return !std::all_of(range.data, range.data + range.size,
                        [](T q) { return exactly_equal(q, T(1)); });
  }
  bool has_ignored_target() const { return options_.ignored_target.is_given; }
  bool averages_by_weight() const {
    return options_.denominator == denominator::weight_sum && options_.weights.is_given;
  }
  const options<T>& given() const { return options_; }

  // What is read again after the output was written must lie apart from it.
  void check_apart(const char* name, const T* out, std::size_t size) const {
    const auto check_range = [&](const char* other, const optional_range<T>& range) {
      if (do_overlap({name, out, size}, named(other, range), sizeof(T)))
        refuse(std::string(name) + " overlaps " + other);
    };
    check_range(argument::sample_weight::name, options_.weights);
    check_range(argument::pos_weight::name, options_.pos_weight.range);
  }

  // Smooths the targets of a block, leaves out what is to be left out, and gives the block's sample
  // weights, or null where all are 1. `logits` is room for those of the block, and may be where the
  // results go.
  const T* prepare(batch<T>& block, block_scratch<T>& scratch, T* logits) const {
    const auto [weights, has_zeros] = checked_weights(block);
    if (has_ignored_target() || has_zeros) {
      find_unignored_weights(block, weights, scratch);
      masked_targets<T> masked{smoothing_of(block, scratch), block.in[0], logits, scratch.weights};
      run_and_check<masking_loop>(
          block, masked, [&](std::size_t i) { return nonzero_mask(scratch.weights[i]) != 0; });
      block.in[0] = logits;
      return scratch.weights;
    }
    if (shift_ > 0) {
      smoothed_targets<T> smoothed = smoothing_of(block, scratch);
      run_and_check<smoothing_loop>(block, smoothed, [](std::size_t) { return true; });
    }
    return weights;
  }

  // What the elements of a block add to the denominator of a mean whose elements do not all add 1.
  const T* denominator_terms(const batch<T>& block, block_scratch<T>& scratch) const {
    const T* const weights = averages_by_weight() ? checked_weights(block).values : nullptr;
    if (!has_ignored_target()) return weights;
    find_unignored_weights(block, weights, scratch);
    return scratch.weights;
  }

 private:
  call_name call_;
  const options<T>& options_;
  T keep_, shift_;

  // Null where none are given.
  struct block_weights {
    const T* values;
    bool has_zeros;
  };
  block_weights checked_weights(const batch<T>& block) const {
    if (!options_.weights.is_given) return {nullptr, false};
    const T* const weights = options_.weights.data + block.first;
    if (are_positive(weights, block.size)) return {weights, false};
    check_domain<argument::sample_weight>(call_, weights, block.size, block.first);
    return {weights, true};
  }

  smoothed_targets<T> smoothing_of(const batch<T>& block, block_scratch<T>& scratch) const {
    return {block.size, block.in[label_index], scratch.targets, keep_, shift_, nullptr};
  }
  void find_unignored_weights(const batch<T>& block, const T* weights,
                              block_scratch<T>& scratch) const {
    run_on_best_isa<ignoring_loop>(unignored_weights<T>{block.size, block.in[label_index], weights,
                                                        scratch.weights, options_.ignored_target});
  }

  // Targets are checked here, before they are smoothed.
  template <class Loop, class Targets, class IsUsed>
  void run_and_check(batch<T>& block, Targets& targets, const IsUsed& is_used) const {
    bool may_be_invalid = false;
    targets.may_be_invalid = &may_be_invalid;
    run_on_best_isa<Loop>(targets);
    if (may_be_invalid && block.checks_targets)
      check_domain<argument::label>(call_, targets.y, block.size, block.first, is_used);
    block.in[label_index] = targets.targets;
    block.checks_targets = false;
  }

  static named_range named(const char* name, const optional_range<T>& range) {
    return {name, range.data, range.size, range.shape};
  }
  // One for all, one for each class of every row, or one for each element. Rows of a matrix that
  // has its columns together do not lie together: there a cycle along memory would be no row.
  void check_cycle(std::size_t cycle, std::size_t size, const matrix_shape& shape) const {
    if (cycle == 0 ? size != 0 : size % cycle != 0) {
      refuse("pos_weight has " + shown(cycle) + " elements, which do not divide the " +
             shown(size) + " of y");
    }
    if (shape.rows != 0 && cycle != 1 && cycle != size && cycle != shape.inner()) {
      refuse("pos_weight has " + shown(cycle) + " elements, but " + shown(shape.inner()) +
             " elements of a matrix lie together");
    }
  }
};

}  // namespace xent::inline XENT_ABI::detail
