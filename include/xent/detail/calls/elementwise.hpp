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

// The whole call as a batch, sizes, shapes and overlaps being right, and its first matrix, if any.
template <class T> struct checked_call {
  batch<T> all;
  named_range matrix;
};
template <class Function, class Out, class... Ins> auto check_call(Out& out, const Ins&... ins) {
  using T = element_of<Out>;
  constexpr call_name call{Function::name};
  const named_range to = named(call, "out", out);
  checked_call<T> checked{{call, {data_of(ins)...}, {data_of(out)}, to.size}, to};
  std::size_t k = 0;
  for (const named_range& in : {named(call, Function::arguments::names[k++], ins)...}) {
    check_size(call, in, to);
    check_overlap(call, to, in, sizeof(T));
    check_shape(call, in, checked.matrix);
  }
  return checked;
}

template <class Function, class Out, class... Ins, class... Policies>
void evaluate_elementwise(std::tuple<const Ins&...> ins, Out& out, Policies&... policies) {
  check_policies<Policies...>();
  if constexpr (are_accepted<Out, const Ins...>() && are_writable<Out>()) {
    using T = element_of<Out>;
    using loop = tiled_loop<T, grade_of<T, Policies...>, sizeof...(Ins), Function>;
    const auto call =
        std::apply([&](auto&... in) { return check_call<Function>(out, in...); }, ins);
    auto& exec = executor_among(policies...);
    if constexpr (std::is_same_v<decltype(exec), const serial_executor&>) {
      run_on_best_isa<loop>(call.all);
    } else {
      for_each_block(call.all, exec, [](const batch<T>& block) { run_on_best_isa<loop>(block); });
    }
  }
}

// The same with options.
template <class Function, class Out, class... Ins, class T, class... Policies>
void evaluate_elementwise_with(const options<T>& given, std::tuple<const Ins&...> ins, Out& out,
                               Policies&... policies) {
  check_policies<Policies...>();
  if constexpr (are_accepted<Out, const Ins...>() && are_writable<Out>()) {
    auto call = std::apply([&](auto&... in) { return check_call<Function>(out, in...); }, ins);
    batch<T>& all = call.all;
    const checked_options<T> options(all.call, given, all.size, call.matrix);
    options.check_apart("out", all.out[0], all.size);
    all.checks_targets = given.targets == targets::checked;
    const auto loop = choose_loop<T, grade_of<T, Policies...>, Function>(options);
    const pos_weights<T> q(given.pos_weight, all.size, loop.takes_pos_weight);
    for_each_block(all, executor_among(policies...), [&](batch<T> block) {
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
