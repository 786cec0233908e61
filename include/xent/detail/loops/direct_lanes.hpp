#pragma once
// A tile, that is so many elements as is known while compiling, by one or more functions of the
// same arguments, every lane in the type of the results. MathOf says in which mathematics each
// function is evaluated. rounded_lanes.hpp is the other way: float in lanes of double.

#include <array>
#include <cstddef>
#include <utility>

#include <xent/detail/base/config.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

template <class MathOf, class... Functions> struct direct_lanes {
  static constexpr std::size_t outputs = sizeof...(Functions);

  // The outputs after the first are multiplied by `scale`. Everything is read before anything is
  // written, because an output may be an input.
  template <std::size_t Size, class T, std::size_t... Input>
  XENT_INLINE static void tile(const std::array<const T*, sizeof...(Input)> in,
                               const std::array<T*, outputs> out, const T scale,
                               std::index_sequence<Input...>) {
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) {
      const std::array<T, sizeof...(Input)> xs{in[Input][i]...};
      const std::array<T, outputs> results{
          Functions::template eval<typename MathOf::template of<Functions>>(xs[Input]...)...};
      store(results, out, scale, i, std::make_index_sequence<outputs - 1>{});
    }
  }

 private:
  template <class T, std::size_t... After>
  XENT_INLINE static void store(const std::array<T, outputs>& results,
                                const std::array<T*, outputs>& out, [[maybe_unused]] T scale,
                                std::size_t i, std::index_sequence<After...>) {
    out[0][i] = results[0];
    ((out[After + 1][i] = results[After + 1] * scale), ...);
  }
};

XENT_LOOPS_END

}  // namespace xent::inline XENT_ABI::detail
