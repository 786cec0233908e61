#pragma once
// From a call on ranges, element by element, to its loop: checks, options, blocks.

#include <cstddef>
#include <tuple>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/calls/blocks.hpp>
#include <xent/detail/calls/call_policy.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/loops/tiled_loop.hpp>
#include <xent/detail/operands/range_checks.hpp>
#include <xent/detail/options/checked_options.hpp>
#include <xent/detail/options/chosen_loop.hpp>
#include <xent/detail/options/pos_weights.hpp>
#include <xent/detail/options/sample_weights.hpp>
#include <xent/executor.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// Sizes, shapes and overlaps are right; gives the first matrix, or the output where there is none.
template <class Function, class Out, class... Ins>
named_range check_elementwise(Out& out, const Ins&... ins) {
  constexpr call_name call{Function::name};
  const named_range to = named(call, "out", out);
  named_range matrix = to;
  const auto check_input = [&](const named_range& in) {
    check_size(call, in, to);
    check_overlap(call, to, in, sizeof(element_of<Out>));
    check_shape(call, in, matrix);
  };
  std::size_t k = 0;
  (check_input(named(call, Function::arguments::names[k++], ins)), ...);
  return matrix;
}

template <class Function, class Out, class... Ins>
batch<element_of<Out>> batch_of(Out& out, std::tuple<const Ins&...> ins) {
  return std::apply(
      [&](auto&... in) {
        return batch<element_of<Out>>{
            {Function::name}, {data_of(in)...}, {data_of(out)}, size_of(out)};
      },
      ins);
}

template <class Function, class Out, class... Ins, class... Policies>
void evaluate_elementwise(std::tuple<const Ins&...> ins, Out& out, Policies&... policies) {
  check_policies<Policies...>();
  if constexpr (are_accepted<Out, const Ins...>() && are_writable<Out>()) {
    using T = element_of<Out>;
    using loop = tiled_loop<T, grade_of<T, Policies...>, sizeof...(Ins), Function>;
    std::apply([&](auto&... in) { check_elementwise<Function>(out, in...); }, ins);
    const batch<T> all = batch_of<Function>(out, ins);
    auto& exec = executor_among(policies...);
    if constexpr (std::is_same_v<decltype(exec), const serial_executor&>) {
      // In one piece, because a short call shall cost no more than its loop.
      run_on_best_isa<loop>(all);
    } else {
      for_each_block(all.size, exec, [&](std::size_t first, std::size_t size) {
        run_on_best_isa<loop>(all.template part<sizeof...(Ins), 1>(first, size));
      });
    }
  }
}

// The same with options. The two are apart so that a call without options compiles none of the
// loops that options may ask for.
template <class Function, class Out, class... Ins, class T, class... Policies>
void evaluate_elementwise_with(const options<T>& given, std::tuple<const Ins&...> ins, Out& out,
                               Policies&... policies) {
  check_policies<Policies...>();
  if constexpr (are_accepted<Out, const Ins...>() && are_writable<Out>()) {
    const named_range matrix =
        std::apply([&](auto&... in) { return check_elementwise<Function>(out, in...); }, ins);
    batch<T> all = batch_of<Function>(out, ins);
    const checked_options<T> options(all.call, given, all.size, matrix);
    options.check_apart("out", all.out[0], all.size);
    all.checks_targets = given.targets == targets::checked;
    const auto loop = choose_loop<T, grade_of<T, Policies...>, Function>(options);
    const pos_weights<T> q(given.pos_weight, all.size, loop.takes_pos_weight);
    for_each_block(all.size, executor_among(policies...), [&](std::size_t first, std::size_t size) {
      batch<T> block = all.template part<sizeof...(Ins), 1>(first, size);
      block_scratch<T> scratch;
      alignas(64) T logits[block_size];
      const T* const weights = options.prepare(block, scratch, logits);
      if (loop.takes_pos_weight)
        block.in[pos_weight_index] = q.of_block(block.first, block.size, scratch.pos_weights);
      loop.run(block);
      multiply_by_weights(block.out[0], weights, block.size);
    });
  }
}

}  // namespace xent::inline XENT_ABI::detail
