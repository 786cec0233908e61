#pragma once
// What a mean divides by: the number of its elements, or the sum of their weights.

#include <type_traits>

#include <xent/detail/options/checked_options.hpp>
#include <xent/detail/loops/pairwise_sum.hpp>
#include <xent/detail/calls/shared_sum.hpp>

namespace xent::inline XENT_ABI::detail {

// What a mean divides its terms by. Weights of double are multiplied by 2^(32·scale_digits) on the
// way, a whole number of the accumulator's digits, which brings their sum into [1, 2³²): so their
// products with losses below 2⁹⁹² do not overflow, and those that are normal numbers do not
// underflow where they count.
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

// Σ weights·2^(32·scale_digits), or the number of elements where they count alike, without those of
// ignored targets.
template <class T, std::size_t Outputs, class Executor>
double total_of_shares(const job<T, 2, Outputs>& j, const adjustments<T>& adjust, int scale_digits,
                       Executor& exec) {
  total_of<std::remove_const_t<Executor>> total;
  for_each_block(j, exec, [&](const job<T, 2, Outputs>& block) {
    block_scratch<T> scratch;
    const T* shares = adjust.shares(block, scratch);
    if constexpr (sizeof(T) == 8) {
      if (scale_digits != 0) {
        run_best<weight_scaling_loop>(
            weight_scaling{shares, scratch.weights, block.size, scale_digits});
        shares = scratch.weights;
      }
    }
    total.add(block.first / block_size, folded(shares, block.size));
  });
  return total.sum().value();
}

template <class T, std::size_t Outputs, class Executor>
mean_divisor divisor_of(const job<T, 2, Outputs>& j, const adjustments<T>& adjust, Executor& exec) {
  if (!adjust.ignores() && !adjust.averages_weights())
    return mean_divisor(static_cast<double>(j.size));
  const bool is_scaled = sizeof(T) == 8 && adjust.averages_weights();
  // There are fewer than 2⁶⁴ weights, so their sum times 2⁻⁶⁴ is finite. Where that is small it may
  // have lost digits, and the sum itself is far from overflow.
  int before = is_scaled ? -2 : 0;
  double sum = total_of_shares(j, adjust, before, exec);
  if (is_scaled && sum < 0x1p-800) sum = total_of_shares(j, adjust, before = 0, exec);
  if (!is_scaled || exactly_equal(sum, 0.0)) return mean_divisor(sum);
  const auto [fraction, digits] = in_digits(sum);
  return mean_divisor(fraction, before - digits);
}

}  // namespace xent::inline XENT_ABI::detail
