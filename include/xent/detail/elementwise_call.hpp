#pragma once
// From a call on ranges to a loop: checks, options, the instruction set.

#include <xent/detail/adjust.hpp>
#include <xent/detail/loop_of.hpp>
#include <xent/detail/manner.hpp>
#include <xent/detail/multiversion.hpp>
#include <xent/detail/ranges.hpp>

namespace xent::inline XENT_ABI::detail {

template <array_like R> named_range named(const char* name, R& range) {
  return {name, data_of(range), size_of(range)};
}

template <std::size_t Inputs, class Out, class... Ins>
auto checked_job(const call_names<Inputs>& names, Out& out, const Ins&... ins) {
  check_elements<Out, Ins...>();
  using T = element_of<Out>;
  const named_range to = named("out", out);
  std::size_t k = 0;
  for (const named_range& in : {named(names.inputs[k++], ins)...}) {
    check_size(names.function, in, to);
    check_overlap(names.function, to, in, sizeof(T));
  }
  return job<T, Inputs, 1>{names.function, {data_of(ins)...}, {data_of(out)}, size_of(out)};
}

template <class Loop, class Job, class Executor>
void run_blocks(const Job& j, const Executor& exec) {
  if constexpr (std::same_as<Executor, serial_executor>) {
    run_best<Loop>(j);
  } else {
    for_each_block(j, exec, [](const Job& block) { run_best<Loop>(block); });
  }
}

template <class Formula, class Job, class... How> void map(const Job& j, const How&... how) {
  run_blocks<elementwise_loop<grade_of<How...>, Formula>>(j, executor_among(how...));
}

// The same with options.
template <class Formula, class T, class... How>
void map(job<T, 2, 1> j, const options<T>& o, const How&... how) {
  using loop = elementwise_loop<grade_of<How...>, Formula>;
  const adjustments<T> adjust(j.function, o, j.size);
  adjust.check_apart(j.out[0], j.size);
  j.checks_targets = o.targets == targets::checked;
  const auto blockwise = [&](const auto& run) {
    for_each_block(j, executor_among(how...), [&](job<T, 2, 1> block) {
      block_scratch<T> scratch;
      adjust.smooth_targets(block, scratch);
      run(block, scratch);
      adjust.weigh(block.first, block.out[0], block.size);
    });
  };
  if (!adjust.has_pos_weight())
    return blockwise([](const job<T, 2, 1>& block, auto&) { run_best<loop>(block); });
  if constexpr (requires { Formula::takes_probability; }) {
    adjust.refuse("pos_weight is for losses of logits");
  } else {
    const pos_weights<T> q(o.pos_weight, j.size);
    blockwise([&](const job<T, 2, 1>& block, block_scratch<T>& scratch) {
      run_best<loop>(block.with(q.of(block.first, block.size, scratch)));
    });
  }
}

}  // namespace xent::inline XENT_ABI::detail
