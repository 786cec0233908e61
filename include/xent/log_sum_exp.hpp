#pragma once
/// \file
/// The log-sum-exp of a range.

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/calls/call_policy.hpp>
#include <xent/detail/calls/log_sum_exp.hpp>

namespace xent::inline XENT_ABI {

/// log Σ exp(xᵢ), stably, of any contiguous range of float or of double; one executor may follow.
///
/// With m the greatest element, m + log(1 + Σ exp(xᵢ − m)) over the others: nothing overflows, and
/// what is small beside m is not lost (P. Blanchard, D. J. Higham, N. J. Higham, "Accurately
/// computing the log-sum-exp and softmax functions", 2021). −∞ where x is empty or all −∞; +∞ where
/// one element is; NaN where one is. Evaluated in double and rounded to the element type once:
/// within 0.51 ulp (float) or 2.5 ulp (double) of the larger of |m| and the result, whatever the
/// number of elements. The same bits for any executor.
///
/// Two passes over x; nothing is allocated. Throws `std::invalid_argument` for a matrix with gaps,
/// and what the executor throws.
/// \snippet arrays.cpp log_sum_exp
/// \ingroup arrays
template <detail::range_argument X, detail::executor_argument... Exec>
auto log_sum_exp(const X& x, Exec&&... exec) {
  static_assert(sizeof...(Exec) <= 1, "xent: one executor at most");
  using T = detail::computed_in<const X>;
  if constexpr (detail::are_accepted<const X>()) {
    const auto range = detail::named({"log_sum_exp"}, "x", x);
    return static_cast<T>(
        detail::log_sum_exp(detail::data_of(x), range.size, detail::executor_among(exec...)));
  } else {
    return T(0);
  }
}

}  // namespace xent::inline XENT_ABI
