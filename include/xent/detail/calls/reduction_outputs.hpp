#pragma once
// What reductions write: how they are named, how their outputs are checked, and how two outputs
// become pairs.

#include <array>
#include <cstddef>
#include <tuple>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/operands/range_checks.hpp>

namespace xent::inline XENT_ABI::detail {

enum class averaging { sum, mean };

XENT_HIDDEN inline constexpr const char* sum_suffixes[] = {"_sum", "_sum_and_grad",
                                                           "_sum_and_grad_hess"};
XENT_HIDDEN inline constexpr const char* mean_suffixes[] = {"_mean", "_mean_and_grad",
                                                            "_mean_and_grad_hess"};
// What a reduction's name has after that of its loss.
template <averaging Averaging, std::size_t Derivatives>
XENT_HIDDEN inline constexpr const char* reduction_suffix =
    Averaging == averaging::sum ? sum_suffixes[Derivatives] : mean_suffixes[Derivatives];

XENT_HIDDEN inline constexpr const char* derivative_names[] = {"grad", "hess"};

template <bool InPairs, class... Outs>
std::array<named_range, sizeof...(Outs)> named_outputs(call_name call, std::tuple<Outs&...> outs) {
  return std::apply(
      [&](auto&... out) {
        [[maybe_unused]] std::size_t k = 0;
        return std::array<named_range, sizeof...(Outs)>{
            named(call, InPairs ? "pairs" : derivative_names[k++], out)...};
      },
      outs);
}

// A matrix of pairs is n x 2 with its rows together, or 2 x n with its columns together.
inline void check_pairs_lie_together(call_name call, const named_range& pairs) {
  if (pairs.shape.rows != 0 && pairs.shape.inner() != 2)
    wrong_shape(call, pairs, "a pair must lie together");
}

// Outputs are as long as the inputs, in place of an input or apart from it; pairs are twice as long
// and apart. Gives the first matrix, if any.
template <bool InPairs, std::size_t Outs>
named_range check_reduction(call_name call, const named_range& x, const named_range& y,
                            const std::array<named_range, Outs>& outs, std::size_t element) {
  check_size(call, y, x);
  for (std::size_t k = 0; k != Outs; ++k) {
    if constexpr (InPairs) {
      check_size(call, outs[k], {"twice x", x.data, 2 * x.size});
      check_pairs_lie_together(call, outs[k]);
    } else {
      check_size(call, outs[k], x);
    }
    check_overlap(call, outs[k], x, element);
    check_overlap(call, outs[k], y, element);
    for (std::size_t other = 0; other < k; ++other)
      check_outputs_apart(call, outs[k], outs[other], element);
  }
  named_range matrix = x;
  check_shape(call, y, matrix);
  for (std::size_t k = 0; !InPairs && k != Outs; ++k) check_shape(call, outs[k], matrix);
  return matrix;
}

XENT_LOOPS_BEGIN

// pairs[2i] = first[i], pairs[2i + 1] = second[i]
template <class T> struct interleaved_pairs {
  const T* first;
  const T* second;
  T* pairs;
  std::size_t size;
};
struct pairing_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const interleaved_pairs<T>& j) {
    for (std::size_t i = 0; i < j.size; ++i) {
      j.pairs[2 * i] = j.first[i];
      j.pairs[2 * i + 1] = j.second[i];
    }
  }
};

XENT_LOOPS_END

}  // namespace xent::inline XENT_ABI::detail
