#pragma once
// log Σ exp(xᵢ): one pass for the greatest element, one for the sum over the others.

#include <atomic>
#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/calls/blocks.hpp>
#include <xent/detail/calls/shared_sum.hpp>
#include <xent/detail/functions/log_add_exp.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/loops/pairwise_sum.hpp>
#include <xent/detail/loops/tiled_loop.hpp>
#include <xent/detail/math/lane_math.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/executor.hpp>
#include <xent/grade.hpp>
#include <xent/loss_sum.hpp>

namespace xent::inline XENT_ABI::detail {

// Numbers in the order of their values as integers, −0 just before +0; NaN after or before all.
template <class T> XENT_INLINE constexpr bits_of<T> ordered_bits(T x) {
  return to_bits(x) ^ (sign_mask(x) & largest_of<bits_of<T>>);
}
template <class T> constexpr T from_ordered_bits(bits_of<T> i) {
  return from_bits<T>(i ^ (i < 0 ? largest_of<bits_of<T>> : 0));
}

// The greatest element of a block, and the largest magnitude, which tells NaN.
template <class T> struct block_maximum {
  const T* x;
  std::size_t size;
  bits_of<T>* greatest;
  bits_of<T>* largest_magnitude;
};
struct maximum_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const block_maximum<T>& b) {
    auto greatest = lowest_of<bits_of<T>>;
    bits_of<T> largest = 0;
    for (std::size_t i = 0; i < b.size; ++i) {
      const auto x = ordered_bits(b.x[i]), size = magnitude_bits(b.x[i]);
      greatest = x > greatest ? x : greatest;
      largest = size > largest ? size : largest;
    }
    *b.greatest = greatest;
    *b.largest_magnitude = largest;
  }
};

// The elements of a block as double, bounded from below, and how many are the maximum.
template <class T> struct widened_block {
  const T* x;
  double maximum;
  std::size_t size;
  double* widened;
  std::size_t* count;
};
struct widening_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const widened_block<T>& b) {
    // Below this e^(x − m) is 0, and m − x might overflow.
    const double least = b.maximum - 2000;
    std::size_t count = 0;
    for (std::size_t i = 0; i < b.size; ++i) {
      const auto x = static_cast<double>(b.x[i]);
      b.widened[i] = at_least(x, least);
      count += exactly_equal(x, b.maximum);
    }
    *b.count = count;
  }
};

// The greatest element, or NaN where there is one.
template <class T, class Executor> T maximum_of(const T* x, std::size_t size, Executor& exec) {
  std::atomic<bits_of<T>> greatest = lowest_of<bits_of<T>>, largest = 0;
  const auto raise = [](std::atomic<bits_of<T>>& all_blocks, bits_of<T> to) {
    auto now = all_blocks.load(std::memory_order_relaxed);
    while (now < to && !all_blocks.compare_exchange_weak(now, to, std::memory_order_relaxed)) {
    }
  };
  for_each_block(size, exec, [&](std::size_t first, std::size_t count) {
    bits_of<T> greatest_here, largest_here;
    run_on_best_isa<maximum_loop>(
        block_maximum<T>{x + first, count, &greatest_here, &largest_here});
    raise(greatest, greatest_here);
    raise(largest, largest_here);
  });
  if (largest > to_bits(infinity_of<T>)) return nan_of<T>;
  return from_ordered_bits<T>(greatest);
}

// m + log(1 + rest) for rest ≥ 0: above 1 through t = 1/rest, log(1 + rest) = log(1 + t) − log t.
// Compilers may divide before they compare, so the divisor is never below 1.
inline double log_of_sum(double m, double rest) {
  using M = lane_math<double_precision<argument_range::full>, native>;
  const double inverse = 1 / at_least(rest, 1.0);
  const double t = rest > 1 ? inverse : rest;
  M::number log = M::accurate_log1p_of({t, 0});
  if (rest > 1) {
    const M::number more = M::minus_log(t);
    const auto sum = two_sum(more.head, log.head);
    log = {sum.head, sum.tail + (more.tail + log.tail)};
  }
  const auto sum = two_sum(m, log.head);
  return sum.head + (sum.tail + log.tail);
}

template <class T, class Executor>
double log_sum_exp(const T* x, std::size_t size, Executor& exec) {
  constexpr double infinity = infinity_of<double>;
  if (size == 0) return -infinity;
  const auto m = static_cast<double>(maximum_of(x, size, exec));
  if (!(magnitude(m) < infinity)) return m;
  shared_sum<std::remove_const_t<Executor>> total;
  std::atomic<std::size_t> count = 0;
  for_each_block(size, exec, [&](std::size_t first, std::size_t n) {
    alignas(64) double widened[block_size], terms[block_size], maxima[block_size];
    std::size_t count_here;
    run_on_best_isa<widening_loop>(widened_block<T>{x + first, m, n, widened, &count_here});
    count.fetch_add(count_here, std::memory_order_relaxed);
    for (std::size_t i = 0; i < n; ++i) maxima[i] = m;
    run_on_best_isa<tiled_loop<double, fast_grade, 2, functions::exp_below_maximum<T>>>(
        batch<double>{{"log_sum_exp"}, {widened, maxima}, {terms}, n});
    total.add(first / block_size, pairwise_sum(terms, n));
  });
  loss_sum rest = total.sum();
  rest.add(static_cast<double>(count - 1));
  return log_of_sum(m, rest.value());
}

}  // namespace xent::inline XENT_ABI::detail
