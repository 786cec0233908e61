#pragma once
// From a reduction to its blocks: terms into a block of scratch memory, folded, and the fold into
// an exact sum; gradients straight to where they belong.

#include <xent/detail/elementwise_call.hpp>
#include <xent/detail/fold.hpp>
#include <xent/detail/total.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

// pairs[2i] = first[i], pairs[2i + 1] = second[i]
template <class T> struct pairing {
  const T* first;
  const T* second;
  T* pairs;
  std::size_t size;
};
struct pairing_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const pairing<T>& j) {
    for (std::size_t i = 0; i < j.size; ++i) {
      j.pairs[2 * i] = j.first[i];
      j.pairs[2 * i + 1] = j.second[i];
    }
  }
};

XENT_LOOPS_END

// One call: the sum of the first formula's values; those of the others, weighted and times scale,
// go to the outputs, or in pairs to `pairs`.
template <class T, std::size_t Outputs> struct reduction {
  job<T, 2, Outputs> j;
  const adjustments<T>& adjust;
  T scale = 1;
  T* pairs = nullptr;

  void set_outputs() {}
  void set_outputs(T* only) {
    if constexpr (Outputs == 2) {
      pairs = only;
      j.out = {only, only};  // until a block has its own
    } else {
      j.out[0] = only;
    }
  }
  void set_outputs(T* grad, T* hess) { j.out = {grad, hess}; }

  template <class Grade, class... Formulas, class Executor>
  loss_sum run(const Executor& exec) const {
    total_of<Executor> total;
    with_loop<Grade, Formulas...>(adjust, j.size, [&](const auto& run_block) {
      for_each_block(j, exec, [&](const job<T, 2, Outputs>& block) {
        total.add(block.first / block_size, one_block(block, run_block));
      });
    });
    return total.sum();
  }

 private:
  // The partial sums of its terms.
  template <class RunBlock>
  std::array<double, partial_count> one_block(job<T, 2, Outputs> block,
                                              const RunBlock& run_block) const {
    block_scratch<T> scratch;
    alignas(64) T terms[block_size], separate[Outputs + 1][block_size];
    const block_weights<T> weights = adjust.prepare(block, scratch);
    if (pairs) {
      for (std::size_t k = 0; k < Outputs; ++k) block.out[k] = separate[k];
    }
    if (!weights.values) block.scale = scale;
    run_block(block.with_first_output(terms), scratch);
    for (T* const out : block.out) weigh(out, weights, block.size, scale);
    if (pairs) {
      run_best<pairing_loop>(
          pairing<T>{separate[0], separate[1], pairs + 2 * block.first, block.size});
    }
    if constexpr (std::same_as<T, float>) {
      return folded(terms, block.size, weights);
    } else {
      weigh(terms, weights, block.size);
      return folded(terms, block.size);
    }
  }
};

enum class averaging { sum, mean };

// Σ weights, or the number of elements where they count alike, without those of ignored targets.
template <class T, std::size_t Outputs, class Executor>
double total_of_shares(const job<T, 2, Outputs>& j, const adjustments<T>& adjust,
                       const Executor& exec) {
  total_of<Executor> total;
  for_each_block(j, exec, [&](job<T, 2, Outputs> block) {
    block_scratch<T> scratch;
    total.add(block.first / block_size, folded(adjust.shares(block, scratch), block.size));
  });
  return total.sum().value();
}

template <class T, std::size_t Outputs, class Executor>
double denominator_of(const job<T, 2, Outputs>& j, const adjustments<T>& adjust,
                      const Executor& exec) {
  if (j.size == 0) adjust.refuse("the mean of no elements");
  if (!adjust.ignores() && !adjust.averages_weights()) return static_cast<double>(j.size);
  const double sum = total_of_shares(j, adjust, exec);
  if (sum == 0)
    adjust.refuse(adjust.averages_weights() ? "the weights add up to 0"
                                            : "the mean of no elements: every target is ignored");
  return sum;
}

// Outputs as long as the inputs, in place of an input or apart from it; pairs twice as long and
// apart.
template <std::size_t Outs>
void check_outputs(const char* function, const named_range& x, const named_range& y,
                   const std::array<named_range, Outs>& outs, bool in_pairs, std::size_t element) {
  check_size(function, y, x);
  for (std::size_t k = 0; k < Outs; ++k) {
    if (in_pairs) {
      check_size(function, outs[k], {"twice x", x.data, 2 * x.size});
    } else {
      check_size(function, outs[k], x);
    }
    check_overlap(function, outs[k], x, element);
    check_overlap(function, outs[k], y, element);
    for (std::size_t other = 0; other < k; ++other) {
      check_outputs_apart(function, outs[k], outs[other], element);
    }
  }
}

inline constexpr const char* gradient_names[] = {"grad", "hess"};
inline constexpr const char* pair_names[] = {"pairs"};

// The first formula is summed or averaged; the others go to outs, or two of them to one as pairs.
template <averaging Averaging, class Loss, class... Derivatives, class X, class Y, class... Outs,
          class... How>
double reduce(const call_names<2>& names, const X& x, const Y& y, std::tuple<Outs&...> outs,
              const options<element_of<const X>>& o, const How&... how) {
  using T = element_of<const X>;
  check_inputs<X, Y>();
  (check_elements<Outs, X>(), ...);
  constexpr std::size_t derivatives = sizeof...(Derivatives);
  constexpr bool in_pairs = sizeof...(Outs) < derivatives;
  const auto ranges = std::apply(
      [&](auto&... out) {
        [[maybe_unused]] const char* const* name = in_pairs ? pair_names : gradient_names;
        return std::array<named_range, sizeof...(Outs)>{named(*name++, out)...};
      },
      outs);
  const named_range xs = named(names.inputs[0], x), ys = named(names.inputs[1], y);
  check_outputs(names.function, xs, ys, ranges, in_pairs, sizeof(T));
  const adjustments<T> adjust(names.function, o, xs.size);
  for (const auto& out : ranges)
    adjust.check_apart(out.name, static_cast<const T*>(out.data), out.size);

  reduction<T, derivatives> call{{names.function, {data_of(x), data_of(y)}, {}, xs.size}, adjust};
  call.j.checks_targets = o.targets == targets::checked;
  std::apply([&](auto&... out) { call.set_outputs(data_of(out)...); }, outs);
  const auto& exec = executor_among(how...);
  const double denominator =
      Averaging == averaging::mean ? denominator_of(call.j, adjust, exec) : 1.0;
  call.scale = static_cast<T>(1 / denominator);
  const loss_sum sum = call.template run<grade_of<T, How...>, Loss, Derivatives...>(exec);
  if (o.accumulator) o.accumulator->merge(sum);
  return sum.value() / denominator;
}

}  // namespace xent::inline XENT_ABI::detail
