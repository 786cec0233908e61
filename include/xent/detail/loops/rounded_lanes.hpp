#pragma once
// A tile of float results, correctly rounded: evaluated in lanes of double, tested all together,
// and where a rounding of the tile is uncertain every element is rounded by itself.

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <xent/detail/base/config.hpp>
#include <xent/detail/math/correct_rounding.hpp>
#include <xent/detail/numeric/bits.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

template <class MathOf, class... Functions> struct rounded_lanes {
  static constexpr std::size_t outputs = sizeof...(Functions);

  // As direct_lanes.
  template <std::size_t Size, std::size_t... Input>
  XENT_INLINE static void tile(const std::array<const float*, sizeof...(Input)> in,
                               const std::array<float*, outputs> out, const float scale,
                               std::index_sequence<Input...> inputs) {
    alignas(64) std::array<double, Size> results[outputs];
    std::uint64_t uncertain = 0;
    std::size_t k = 0;
    ((uncertain |= evaluate_tile<Functions>(in, results[k++], inputs)), ...);
    if (uncertain != 0) [[unlikely]] {
      round_each(in, results, out, inputs);
    } else {
      for (k = 0; k < outputs; ++k) {
        XENT_INDEPENDENT
        for (std::size_t i = 0; i < Size; ++i) out[k][i] = static_cast<float>(results[k][i]);
      }
    }
    for (k = 1; k < outputs; ++k) {
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < Size; ++i) out[k][i] *= scale;
    }
  }

 private:
  template <class Function> using math = typename MathOf::template of<Function>;

  // Not 0 where a rounding is uncertain.
  template <class Function, std::size_t Size, std::size_t... Input>
  XENT_INLINE static std::uint64_t evaluate_tile(
      const std::array<const float*, sizeof...(Input)>& in, std::array<double, Size>& results,
      std::index_sequence<Input...>) {
    using M = math<Function>;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) {
      results[i] = Function::template eval<M>(static_cast<double>(in[Input][i])...);
    }
    // By their bits, which also differ for ends of −0 and +0; round_with_care tells.
    std::uint64_t uncertain = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) {
      const rounded_ends ends = rounding_test(
          results[i], Function::template cancelling_terms<M>(static_cast<double>(in[Input][i])...));
      uncertain |= static_cast<std::uint32_t>(to_bits(ends.low) ^ to_bits(ends.high));
    }
    return uncertain;
  }

  template <std::size_t Size, std::size_t... Input>
  XENT_COLD static void round_each(const std::array<const float*, sizeof...(Input)>& in,
                                   const std::array<double, Size> (&results)[outputs],
                                   const std::array<float*, outputs>& out,
                                   std::index_sequence<Input...>) {
    for (std::size_t i = 0; i < Size; ++i) {
      const std::array<double, sizeof...(Input)> xs{static_cast<double>(in[Input][i])...};
      std::size_t k = 0;
      ((out[k][i] = round_with_care<Functions>(
            results[k][i], Functions::template cancelling_terms<math<Functions>>(xs[Input]...),
            xs[Input]...),
        ++k),
       ...);
    }
  }
};

XENT_LOOPS_END

}  // namespace xent::inline XENT_ABI::detail
