#pragma once
// From a reduction to its blocks: terms into a block of scratch memory, folded, and the fold into
// an exact sum; gradients straight to where they belong.

#include <xent/detail/calls/elementwise.hpp>
#include <xent/detail/loops/pairwise_sum.hpp>
#include <xent/detail/calls/mean_divisor.hpp>
#include <xent/detail/calls/shared_sum.hpp>

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

// One call: the sum of the first formula's values; those of the others, weighted and divided, go to
// the outputs, or in pairs to `pairs`.
template <class T, std::size_t Outputs> struct reduction {
  job<T, 2, Outputs> j;
  const adjustments<T>& adjust;
  mean_divisor divisor{};
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

  template <class Grade, class... Formulas, class Executor> loss_sum run(Executor& exec) const {
    total_of<std::remove_const_t<Executor>> total;
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
    alignas(64) T terms[block_size], separate[Outputs == 0 ? 1 : Outputs][block_size];
    const T* weights = adjust.prepare(block, scratch, terms);
    if constexpr (sizeof(T) == 8) weights = scaled(weights, block.size, scratch.weights);
    if (pairs) {
      for (std::size_t k = 0; k != Outputs; ++k) block.out[k] = separate[k];
    }
    if (!weights) block.scale = static_cast<T>(divisor.inverse);
    run_block(block.with_first_output(terms), scratch);
    for (T* const out : block.out) weigh(out, weights, block.size, divisor.inverse);
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

  const double* scaled(const double* weights, std::size_t size, double* scratch) const {
    if (!weights || divisor.scale_digits == 0) return weights;
    run_best<weight_scaling_loop>(weight_scaling{weights, scratch, size, divisor.scale_digits});
    return scratch;
  }
};

enum class averaging { sum, mean };

// Outputs as long as the inputs, in place of an input or apart from it; pairs twice as long and
// apart.
template <std::size_t Outs>
void check_outputs(const char* function, const named_range& x, const named_range& y,
                   const std::array<named_range, Outs>& outs, bool in_pairs, std::size_t element) {
  check_size(function, y, x);
  for (std::size_t k = 0; k != Outs; ++k) {
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

XENT_HIDDEN inline constexpr const char* gradient_names[] = {"grad", "hess"};
XENT_HIDDEN inline constexpr const char* pair_names[] = {"pairs"};

// The first formula is summed or averaged; the others go to outs, or two of them to one as pairs.
template <averaging Averaging, class Loss, class... Derivatives, class X, class Y, class... Outs,
          class T, class... How>
double reduce(const call_names<2>& names, const X& x, const Y& y, std::tuple<Outs&...> outs,
              const options<T>& o, How&... how) {
  check_manners<How...>();
  if constexpr (are_accepted<const X, const Y, Outs...>() && are_writable<Outs...>()) {
    const char* const function = names.function;
    constexpr std::size_t derivatives = sizeof...(Derivatives);
    constexpr bool in_pairs = sizeof...(Outs) < derivatives;
    const auto ranges = std::apply(
        [&](auto&... out) {
          [[maybe_unused]] const char* const* name = in_pairs ? pair_names : gradient_names;
          return std::array<named_range, sizeof...(Outs)>{named(function, *name++, out)...};
        },
        outs);
    const named_range xs = named(function, names.inputs[0], x);
    const named_range ys = named(function, names.inputs[1], y);
    check_outputs(function, xs, ys, ranges, in_pairs, sizeof(T));
    named_range matrix = xs;
    check_shape(function, ys, matrix);
    if (!in_pairs) {
      for (const auto& out : ranges) check_shape(function, out, matrix);
    }
    const adjustments<T> adjust(function, o, xs.size, matrix);
    for (const auto& out : ranges)
      adjust.check_apart(out.name, static_cast<const T*>(out.data), out.size);

    reduction<T, derivatives> call{{function, {data_of(x), data_of(y)}, {}, xs.size}, adjust};
    call.j.checks_targets = o.targets == targets::checked;
    std::apply([&](auto&... out) { call.set_outputs(data_of(out)...); }, outs);
    auto& exec = executor_among(how...);
    if (Averaging == averaging::mean) call.divisor = divisor_of(call.j, adjust, exec);
    const loss_sum sum = call.template run<grade_of<T, How...>, Loss, Derivatives...>(exec);
    if (o.accumulator) {
      o.accumulator->merge(
          loss_sum::from_limbs(superaccumulator::shifted(sum.limbs(), -call.divisor.scale_digits)));
    }
    return exactly_equal(call.divisor.value, 0.0) ? nan_of<double>
                                                  : sum.value() / call.divisor.value;
  } else {
    return 0;
  }
}

}  // namespace xent::inline XENT_ABI::detail
