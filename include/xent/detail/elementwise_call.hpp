#pragma once
// From a call on ranges to a loop: checks, options, the instruction set.

#include <xent/detail/manner.hpp>
#include <xent/detail/multiversion.hpp>
#include <xent/detail/option_dispatch.hpp>
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
  run_blocks<elementwise_loop<grade_of<typename Job::real, How...>, Formula>>(
      j, executor_among(how...));
}

// The same with options.
template <class Formula, class T, class... How>
void map(job<T, 2, 1> j, const options<T>& o, const How&... how) {
  const adjustments<T> adjust(j.function, o, j.size);
  adjust.check_apart("out", j.out[0], j.size);
  j.checks_targets = o.targets == targets::checked;
  with_loop<grade_of<T, How...>, Formula>(adjust, j.size, [&](const auto& run) {
    for_each_block(j, executor_among(how...), [&](job<T, 2, 1> block) {
      block_scratch<T> scratch;
      const block_weights<T> weights = adjust.prepare(block, scratch);
      run(block, scratch);
      weigh(block.out[0], weights, block.size);
    });
  });
}

}  // namespace xent::inline XENT_ABI::detail
