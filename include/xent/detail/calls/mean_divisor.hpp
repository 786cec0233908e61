#pragma once
// What a mean divides by: the number of its elements, or the sum of their weights.

#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/calls/blocks.hpp>
#include <xent/detail/calls/shared_sum.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/loops/pairwise_sum.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/options/checked_options.hpp>
#include <xent/detail/options/sample_weights.hpp>
#include <xent/executor.hpp>

namespace xent::inline XENT_ABI::detail {

// Weights of double are multiplied by 2^(32·scale_digits) first, a whole number of the
// accumulator's digits, so that their sum lies in [1, 2³²). Then a product with a loss below 2⁹⁹²
// does not overflow, and one that underflows is too small to count in the mean.
struct mean_divisor {
  double value = 1;
  int scale_digits = 0;
  // What the derivatives are multiplied by: 0 for a mean of nothing.
  double inverse = 1;

  constexpr mean_divisor() = default;
  constexpr explicit mean_divisor(double v, int digits = 0)
      : value(v), scale_digits(digits), inverse(exactly_equal(v, 0.0) ? 0 : 1 / v) {}
};

// A positive number as fraction·2^(32·digits), the fraction in [1, 2³²).
struct digit_form {
  double fraction;
  int digits = 0;
};
constexpr digit_form in_digits(double x) {
  digit_form form{x};
  for (; form.fraction >= 0x1p32; form.fraction *= 0x1p-32) ++form.digits;
  for (; form.fraction < 1; form.fraction *= 0x1p32) --form.digits;
  return form;
}

// The weights of a block times 2^(32·digits), in `scratch` unless they are as they were.
inline const double* scale_weights(const double* weights, std::size_t size, int digits,
                                   double* scratch) {
  if (!weights || digits == 0) return weights;
  run_on_best_isa<weight_scaling_loop>(scaled_weights{weights, scratch, size, digits});
  return scratch;
}

// Σ weights·2^(32·scale_digits), or the number of elements where they count alike, without those of
// ignored targets.
template <class T, class Executor>
double denominator_of(const batch<T>& all, const checked_options<T>& options, int scale_digits,
                      Executor& exec) {
  shared_sum<std::remove_const_t<Executor>> total;
  for_each_block(all.size, exec, [&](std::size_t first, std::size_t size) {
    block_scratch<T> scratch;
    const T* terms = options.denominator_terms(all.template part<2, 0>(first, size), scratch);
    if constexpr (sizeof(T) == 8) terms = scale_weights(terms, size, scale_digits, scratch.weights);
    total.add(first / block_size, pairwise_sum(terms, size));
  });
  return total.sum().value();
}

template <class T, class Executor>
mean_divisor divisor_of(const batch<T>& all, const checked_options<T>& options, Executor& exec) {
  if (!options.has_ignored_target() && !options.averages_by_weight())
    return mean_divisor(static_cast<double>(all.size));
  const bool is_scaled = sizeof(T) == 8 && options.averages_by_weight();
  // There are fewer than 2⁶⁴ weights, so their sum times 2⁻⁶⁴ is finite. Where that is small it may
  // have lost digits, and the sum itself is far from overflow.
  int before = is_scaled ? -2 : 0;
  double sum = denominator_of(all, options, before, exec);
  if (is_scaled && sum < 0x1p-800) sum = denominator_of(all, options, before = 0, exec);
  if (!is_scaled || exactly_equal(sum, 0.0)) return mean_divisor(sum);
  const auto [fraction, digits] = in_digits(sum);
  return mean_divisor(fraction, before - digits);
}

}  // namespace xent::inline XENT_ABI::detail
