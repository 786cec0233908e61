#pragma once
// log Σ exp(xᵢ): one pass for the greatest element, one for the sum over the others.

#include <atomic>
#include <bit>
#include <limits>

#include <xent/detail/loops/pairwise_sum.hpp>
#include <xent/detail/loops/choice.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/calls/shared_sum.hpp>

namespace xent::inline XENT_ABI::detail {

// e^(x − m) for m − 2000 ≤ x < m; 0 for x = m, which is counted. With d + t the exact gap it is
// e⁻ᵈ(1 − t): the sum may be hardly anything but this term, and t up to 2⁻⁴⁸ where m is near 0,
// which only double would show.
template <class Element> struct exp_below_formula {
  static constexpr bool outgrows_logit = true;
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x, real_of<M> m) {
    const real_of<M> gap = m - x;
    number_of<M> e = M::exp_of_minus(gap);
    if constexpr (sizeof(Element) == 8)
      e.head += M::fma(-e.head, M::sum_unordered(m, -x).tail, e.tail);
    return keep_if(nonzero_mask(gap), e.head);
  }
};

// Numbers in the order of their values as integers, −0 just before +0; NaN after or before all.
template <class T> XENT_INLINE constexpr bits_of<T> order_of(T x) {
  return to_bits(x) ^ (sign_mask(x) & largest_of<bits_of<T>>);
}
template <class T> constexpr T in_order(bits_of<T> i) {
  return from_bits<T>(i ^ (i < 0 ? largest_of<bits_of<T>> : 0));
}

template <class T> struct survey {
  const T* x;
  std::size_t size;
  bits_of<T>* last;
  bits_of<T>* largest;
};
struct survey_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const survey<T>& s) {
    auto last = lowest_of<bits_of<T>>;
    bits_of<T> largest = 0;
    for (std::size_t i = 0; i < s.size; ++i) {
      const auto order = order_of(s.x[i]), size = magnitude_bits(s.x[i]);
      last = order > last ? order : last;
      largest = size > largest ? size : largest;
    }
    *s.last = last;
    *s.largest = largest;
  }
};

// The terms of a block; how many are the greatest.
template <class T> struct terms_below {
  const T* x;
  double greatest;
  std::size_t size;
  double* wide;
  std::size_t* count;
};
struct widen_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const terms_below<T>& t) {
    // Below this e^(x − m) is 0, and m − x might overflow.
    const double least = t.greatest - 2000;
    std::size_t count = 0;
    for (std::size_t i = 0; i < t.size; ++i) {
      const auto x = static_cast<double>(t.x[i]);
      t.wide[i] = at_least(x, least);
      count += exactly_equal(x, t.greatest);
    }
    *t.count = count;
  }
};

template <class Executor, class Body>
void for_each_block_of(std::size_t size, Executor& exec, const Body& body) {
  for_each_block(job<double, 0, 0>{"log_sum_exp", {}, {}, size}, exec, body);
}

// The greatest element, or NaN where there is one.
template <class T, class Executor> T greatest_of(const T* x, std::size_t size, Executor& exec) {
  std::atomic<bits_of<T>> last = lowest_of<bits_of<T>>, largest = 0;
  const auto raise = [](std::atomic<bits_of<T>>& all, bits_of<T> to) {
    auto now = all.load(std::memory_order_relaxed);
    while (now < to && !all.compare_exchange_weak(now, to, std::memory_order_relaxed)) {
    }
  };
  for_each_block_of(size, exec, [&](const auto& block) {
    bits_of<T> last_here, largest_here;
    run_best<survey_loop>(survey<T>{x + block.first, block.size, &last_here, &largest_here});
    raise(last, last_here);
    raise(largest, largest_here);
  });
  if (largest > to_bits(infinity_of<T>)) return nan_of<T>;
  return in_order<T>(last);
}

// m + log(1 + rest) for rest ≥ 0: above 1 through t = 1/rest, log(1 + rest) = log(1 + t) − log t.
// Compilers may divide before they compare, so not by a rest below 1.
inline double log_of_sum(double m, double rest) {
  using M = kernel<binary64<true>, native>;
  const double inverse = 1 / at_least(rest, 1.0);
  const double t = rest > 1 ? inverse : rest;
  M::number log = M::log1p_closely({t, 0});
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
  const auto m = static_cast<double>(greatest_of(x, size, exec));
  if (!(magnitude(m) < infinity)) return m;
  total_of<std::remove_const_t<Executor>> total;
  std::atomic<std::size_t> count = 0;
  for_each_block_of(size, exec, [&](const auto& block) {
    alignas(64) double widened[block_size], terms[block_size], greatest[block_size];
    std::size_t count_here;
    run_best<widen_loop>(terms_below<T>{x + block.first, m, block.size, widened, &count_here});
    count.fetch_add(count_here, std::memory_order_relaxed);
    for (std::size_t i = 0; i < block.size; ++i) greatest[i] = m;
    job<double, 2, 1> j{"log_sum_exp", {widened, greatest}, {terms}, block.size};
    j.checks_targets = false;
    run_best<elementwise_loop<fast_grade, exp_below_formula<T>>>(j);
    total.add(block.first / block_size, folded(terms, block.size));
  });
  loss_sum rest = total.sum();
  rest.add(static_cast<double>(count - 1));
  return log_of_sum(m, rest.value());
}

}  // namespace xent::inline XENT_ABI::detail
