#pragma once
// From a reduction to its blocks: the terms of a block go into scratch memory, their pairwise sum
// into an exact one; derivatives go straight to where they belong.

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/calls/blocks.hpp>
#include <xent/detail/calls/call_policy.hpp>
#include <xent/detail/calls/mean_divisor.hpp>
#include <xent/detail/calls/reduction_outputs.hpp>
#include <xent/detail/calls/shared_sum.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/loops/pairwise_sum.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/superaccumulator.hpp>
#include <xent/detail/options/checked_options.hpp>
#include <xent/detail/options/chosen_loop.hpp>
#include <xent/detail/options/pos_weights.hpp>
#include <xent/detail/options/sample_weights.hpp>
#include <xent/executor.hpp>
#include <xent/loss_sum.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// What the blocks of one call have in common. Derivatives are multiplied by the sample weights and
// divided by what a mean divides by.
template <class T, std::size_t Derivatives, bool InPairs> struct reduction {
  // The whole call: inputs, and outputs for the derivatives unless they go in pairs.
  const batch<T>& all;
  const checked_options<T>& options;
  const chosen_loop<T>& loop;
  const pos_weights<T>& q;
  const mean_divisor& divisor;
  // Where InPairs, for both derivatives.
  T* pairs;

  // Writes the derivatives of a block, and gives the partial sums of its terms.
  std::array<double, partial_count> operator()(std::size_t first, std::size_t size) const {
    batch<T> block = all.template part<2, 0>(first, size);
    block_scratch<T> scratch;
    // The loop reads the logits before it writes the terms.
    alignas(64) T terms[block_size], separate[InPairs ? Derivatives : 1][block_size];
    T* const logits = terms;
    const T* weights = options.prepare(block, scratch, logits);
    if constexpr (sizeof(T) == 8)
      weights = scale_weights(weights, size, divisor.scale_digits, scratch.weights);
    if (loop.takes_pos_weight)
      block.in[pos_weight_index] = q.of_block(block.first, size, scratch.pos_weights);
    // The loss comes before its derivatives, which are all that the whole call has outputs for.
    block.out[0] = terms;
    for (std::size_t k = 0; k != Derivatives; ++k)
      block.out[1 + k] = InPairs ? separate[k] : all.out[k] + first;
    if (!weights) block.scale = static_cast<T>(divisor.inverse);
    loop.run(block);
    for (std::size_t k = 0; k != Derivatives; ++k)
      multiply_by_weights(block.out[1 + k], weights, size, divisor.inverse);
    if constexpr (InPairs) {
      run_on_best_isa<pairing_loop>(
          interleaved_pairs<T>{separate[0], separate[1], pairs + 2 * first, size});
    }
    if constexpr (std::is_same_v<T, float>) {
      return pairwise_sum(terms, size, weights);
    } else {
      multiply_by_weights(terms, weights, size);
      return pairwise_sum(terms, size);
    }
  }
};

// The loop of a loss and so many derivatives.
template <class T, class Grade, class Loss, std::size_t Derivatives>
chosen_loop<T> choose_reduction_loop(const checked_options<T>& options) {
  if constexpr (Derivatives == 0) {
    return choose_loop<T, Grade, Loss>(options);
  } else if constexpr (Derivatives == 1) {
    return choose_loop<T, Grade, Loss, typename Loss::gradient>(options);
  } else {
    return choose_loop<T, Grade, Loss, typename Loss::gradient, typename Loss::gradient::gradient>(
        options);
  }
}

// The loss summed or averaged. Its derivatives go to outs, or two of them to one range, in pairs.
template <class Loss, averaging Averaging, std::size_t Derivatives, class X, class Y, class... Outs,
          class Options, class... Policies>
double reduce(const X& x, const Y& y, std::tuple<Outs&...> outs, Options& options_or_policy,
              Policies&... policies) {
  check_policies<Options, Policies...>();
  if constexpr (are_accepted<const X, const Y, Outs...>() && are_writable<Outs...>()) {
    using T = element_of<const X>;
    using grade = grade_of<T, Options, Policies...>;
    constexpr bool in_pairs = sizeof...(Outs) < Derivatives;
    constexpr call_name call{Loss::name, reduction_suffix<Averaging, Derivatives>};
    const named_range xs = named(call, Loss::arguments::names[0], x);
    const named_range ys = named(call, Loss::arguments::names[1], y);
    const auto outputs = named_outputs<in_pairs>(call, outs);
    const named_range matrix = check_reduction<in_pairs>(call, xs, ys, outputs, sizeof(T));
    const options<T>& given = options_among<T>(options_or_policy);
    const checked_options<T> options(call, given, xs.size, matrix);
    for (const named_range& out : outputs)
      options.check_apart(out.name, static_cast<const T*>(out.data), out.size);

    batch<T> all{call, {data_of(x), data_of(y)}, {}, xs.size};
    all.checks_targets = given.targets == targets::checked;
    T* pairs = nullptr;
    if constexpr (in_pairs) {
      pairs = data_of(std::get<0>(outs));
    } else {
      std::size_t k = 0;
      std::apply([&](auto&... out) { ((all.out[k++] = data_of(out)), ...); }, outs);
    }
    auto& exec = executor_among(options_or_policy, policies...);
    const auto loop = choose_reduction_loop<T, grade, Loss, Derivatives>(options);
    const pos_weights<T> q(given.pos_weight, all.size, loop.takes_pos_weight);
    const mean_divisor divisor =
        Averaging == averaging::mean ? divisor_of(all, options, exec) : mean_divisor{};

    shared_sum<std::remove_const_t<std::remove_reference_t<decltype(exec)>>> total;
    const reduction<T, Derivatives, in_pairs> reduce_block{all, options, loop, q, divisor, pairs};
    for_each_block(all.size, exec, [&](std::size_t first, std::size_t size) {
      total.add(first / block_size, reduce_block(first, size));
    });
    const loss_sum sum = total.sum();
    if (given.accumulator) {
      given.accumulator->merge(
          loss_sum::from_limbs(superaccumulator::shifted(sum.limbs(), -divisor.scale_digits)));
    }
    return exactly_equal(divisor.value, 0.0) ? nan_of<double> : sum.value() / divisor.value;
  } else {
    return 0;
  }
}

}  // namespace xent::inline XENT_ABI::detail
