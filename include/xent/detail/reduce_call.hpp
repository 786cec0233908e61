#pragma once
// From a reduction to its blocks: terms into a block of scratch memory, folded, and the fold into
// an exact sum; gradients straight to where they belong.

#include <xent/detail/adjust.hpp>
#include <xent/detail/elementwise_call.hpp>
#include <xent/detail/fold.hpp>
#include <xent/detail/total.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

// results[i] *= scale
template <class T> struct scaling {
  T* results;
  std::size_t size;
  T scale;
};
struct scaling_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const scaling<T>& j) {
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) j.results[i] *= j.scale;
  }
};

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
    using loop = elementwise_loop<Grade, Formulas...>;
    if (!adjust.has_pos_weight()) {
      return over_blocks(exec, [](const auto& block, auto&) { run_best<loop>(block); });
    }
    if constexpr ((requires { Formulas::takes_probability; } && ...)) {
      adjust.refuse("pos_weight is for losses of logits");
    } else {
      const pos_weights<T> q(adjust.given().pos_weight, j.size);
      return over_blocks(exec, [&](const auto& block, block_scratch<T>& scratch) {
        run_best<loop>(block.with(q.of(block.first, block.size, scratch)));
      });
    }
  }

 private:
  template <class Executor, class RunBlock>
  loss_sum over_blocks(const Executor& exec, const RunBlock& run_block) const {
    total_of<Executor> total;
    for_each_block(j, exec, [&](job<T, 2, Outputs> block) {
      block_scratch<T> scratch;
      alignas(64) T terms[block_size], separate[Outputs + 1][block_size];
      adjust.smooth_targets(block, scratch);
      if (pairs) {
        for (std::size_t k = 0; k < Outputs; ++k) block.out[k] = separate[k];
      }
      run_block(block.with_first_output(terms), scratch);
      for (T* const out : block.out) finish(out, block);
      if (pairs) {
        run_best<pairing_loop>(
            pairing<T>{separate[0], separate[1], pairs + 2 * block.first, block.size});
      }
      total.add(block.first / block_size, sums_of(terms, block));
    });
    return total.sum();
  }

  void finish(T* results, const job<T, 2, Outputs>& block) const {
    adjust.weigh(block.first, results, block.size);
    if (scale != 1) run_best<scaling_loop>(scaling<T>{results, block.size, scale});
  }

  std::array<double, partial_count> sums_of(T* terms, const job<T, 2, Outputs>& block) const {
    if constexpr (std::same_as<T, float>) {
      adjust.check_weights(block.first, block.size);
      return folded(terms, block.size, adjust.weights(block.first));
    } else {
      adjust.weigh(block.first, terms, block.size);
      return folded(terms, block.size);
    }
  }
};

enum class averaging { sum, mean };

// Σ weights
template <class T> double sum_of_weights(const adjustments<T>& adjust, std::size_t size) {
  loss_sum total;
  for (std::size_t i = 0; i < size; i += block_size) {
    const std::size_t count = std::min(block_size, size - i);
    adjust.check_weights(i, count);
    for (const double p : folded(adjust.weights(i), count)) total.add(p);
  }
  return total.value();
}

template <class T> double denominator_of(const adjustments<T>& adjust, std::size_t size) {
  const auto& o = adjust.given();
  if (size == 0) adjust.refuse("the mean of no elements");
  if (o.denominator == denominator::count || !o.weights.is_given) return static_cast<double>(size);
  const double sum = sum_of_weights(adjust, size);
  if (sum == 0) adjust.refuse("the weights add up to 0");
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
      if (x.size != 0 && outs[k].data == outs[other].data)
        overlapping(function, outs[k], outs[other], 0);
      check_overlap(function, outs[k], outs[other], element);
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
  for (const auto& out : ranges) adjust.check_apart(static_cast<const T*>(out.data), out.size);

  reduction<T, derivatives> call{{names.function, {data_of(x), data_of(y)}, {}, xs.size}, adjust};
  call.j.checks_targets = o.targets == targets::checked;
  std::apply([&](auto&... out) { call.set_outputs(data_of(out)...); }, outs);
  const double denominator = Averaging == averaging::mean ? denominator_of(adjust, xs.size) : 1.0;
  call.scale = static_cast<T>(1 / denominator);
  const loss_sum sum =
      call.template run<grade_of<How...>, Loss, Derivatives...>(executor_among(how...));
  return sum.value() / denominator;
}

}  // namespace xent::inline XENT_ABI::detail
