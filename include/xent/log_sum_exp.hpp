#pragma once
// The log-sum-exp of a range: log Σ exp(xᵢ), stably.
//
//   double total = xent::log_sum_exp(x);           // x: any contiguous range of float or of double
//   double same = xent::log_sum_exp(x, xent::threads(4));
//
// With m the greatest element, m + log(1 + Σ exp(xᵢ − m)) over the others: nothing overflows, and
// what is small beside m is not lost. −∞ where x is empty or all −∞; +∞ where one element is; NaN
// where one is. Evaluated in double and rounded to the element type once: within 0.51 ulp (float)
// or 2 ulp (double) of the larger of |m| and the result, whatever the number of elements. The same
// bits for any executor.

#include <xent/detail/log_sum_exp_call.hpp>

namespace xent::inline XENT_ABI {

template <detail::array_like X, executor... Exec>
auto log_sum_exp(const X& x, const Exec&... exec) {
  static_assert(sizeof...(Exec) <= 1, "xent: one executor at most");
  using T = detail::element_of<const X>;
  detail::check_element<T>();
  return static_cast<T>(
      detail::log_sum_exp(detail::data_of(x), detail::size_of(x), detail::executor_among(exec...)));
}

}  // namespace xent::inline XENT_ABI
