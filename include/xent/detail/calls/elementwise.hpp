#pragma once
// From a call on ranges to a loop: checks, options, the instruction set.

#include <tuple>

#include <xent/detail/calls/call_policy.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/options/chosen_loop.hpp>
#include <xent/detail/base/ranges.hpp>

namespace xent::inline XENT_ABI::detail {

// The job of a call whose sizes, shapes and overlaps are right, and its first matrix, if any.
template <class Job> struct checked_call {
  Job j;
  named_range matrix;
};
template <std::size_t Inputs, class Out, class... Ins>
auto checked(const call_names<Inputs>& names, Out& out, const Ins&... ins) {
  using T = element_of<Out>;
  const named_range to = named(names.function, "out", out);
  named_range matrix = to;
  std::size_t k = 0;
  for (const named_range& in : {named(names.function, names.inputs[k++], ins)...}) {
    check_size(names.function, in, to);
    check_overlap(names.function, to, in, sizeof(T));
    check_shape(names.function, in, matrix);
  }
  return checked_call<job<T, Inputs, 1>>{
      {names.function, {data_of(ins)...}, {data_of(out)}, size_of(out)}, matrix};
}

template <class Loop, class Job, class Executor> void run_blocks(const Job& j, Executor& exec) {
  if constexpr (std::same_as<std::remove_const_t<Executor>, serial_executor>) {
    run_best<Loop>(j);
  } else {
    for_each_block(j, exec, [](const Job& block) { run_best<Loop>(block); });
  }
}

template <class Formula, class Out, class... Ins, class... How>
void map(const call_names<sizeof...(Ins)>& names, std::tuple<const Ins&...> ins, Out& out,
         How&... how) {
  check_manners<How...>();
  if constexpr (are_accepted<Out, const Ins...>() && are_writable<Out>()) {
    const auto call = std::apply([&](auto&... in) { return checked(names, out, in...); }, ins);
    run_blocks<elementwise_loop<grade_of<element_of<Out>, How...>, Formula>>(
        call.j, executor_among(how...));
  }
}

// The same with options.
template <class Formula, class Out, class... Ins, class T, class... How>
void map_with(const options<T>& o, const call_names<2>& names, std::tuple<const Ins&...> ins,
              Out& out, How&... how) {
  check_manners<How...>();
  if constexpr (are_accepted<Out, const Ins...>() && are_writable<Out>()) {
    auto call = std::apply([&](auto&... in) { return checked(names, out, in...); }, ins);
    auto& j = call.j;
    const adjustments<T> adjust(names.function, o, j.size, call.matrix);
    adjust.check_apart("out", j.out[0], j.size);
    j.checks_targets = o.targets == targets::checked;
    with_loop<grade_of<T, How...>, Formula>(adjust, j.size, [&](const auto& run) {
      for_each_block(j, executor_among(how...), [&](job<T, 2, 1> block) {
        block_scratch<T> scratch;
        alignas(64) T logits[block_size];
        const T* const weights = adjust.prepare(block, scratch, logits);
        run(block, scratch);
        weigh(block.out[0], weights, block.size);
      });
    });
  }
}

}  // namespace xent::inline XENT_ABI::detail
