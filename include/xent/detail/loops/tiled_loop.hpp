#pragma once
// The loop over arrays, one text for every function, type and instruction set. It goes from tile to
// tile, which compilers vectorise without remainder; the last, shorter one is copied into a padded
// tile and goes through the same code. So an element has the same bits wherever it stands.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/domain_errors.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/loops/loop_math.hpp>
#include <xent/detail/math/precision.hpp>
#include <xent/detail/numeric/bits.hpp>

namespace xent::inline XENT_ABI::detail {

// Elements of a tile: a few vectors of any instruction set.
inline constexpr std::size_t tile_size = 32;
// Elements that are looked at together, for invalid labels and for the normal range of logits.
inline constexpr std::size_t inspected_size = 256;

// Are all logits within a limit? NaN is not. In float the largest of them is quickest to find; in
// double only AVX-512 has that, and the sign of what is left of the limit tells.
template <std::size_t Size> XENT_INLINE bool are_within(float limit, const float* x) {
  std::int32_t largest = 0;
  for (std::size_t i = 0; i < Size; ++i) {
    const std::int32_t size = magnitude_bits(x[i]);
    largest = size > largest ? size : largest;
  }
  return largest <= to_bits(limit);
}
template <std::size_t Size> XENT_INLINE bool are_within(double limit, const double* x) {
  std::int64_t any = 0;
  for (std::size_t i = 0; i < Size; ++i) any |= to_bits(limit) - magnitude_bits(x[i]);
  return any >= 0;
}

// May a label lie outside [0, 1]? −0 may, too.
template <std::size_t Size, class T> XENT_INLINE bool may_be_invalid(const T* labels) {
  bits_of<T> any = 0;
  for (std::size_t i = 0; i < Size; ++i) any |= negative_outside_unit(labels[i]);
  return any < 0;
}

// The last, shorter tile of a range, padded with its last element, so that no lane does what no
// element asked for. Not inline: it is called once, and GCC would make `rep movs` (15 ns) of a
// memcpy that it knows to be short.
template <class T, std::size_t Inputs, std::size_t Outputs> struct padded_tile {
  alignas(64) T inputs[Inputs][tile_size], outputs[Outputs][tile_size];

  XENT_NOINLINE std::array<const T*, Inputs> read(std::array<const T*, Inputs> in,
                                                  std::size_t size) {
    for (std::size_t k = 0; k < Inputs; ++k) {
      const T last = in[k][size - 1];
      for (T& element : inputs[k]) element = last;
      std::memcpy(inputs[k], in[k], size * sizeof(T));
      in[k] = inputs[k];
    }
    return in;
  }
  XENT_INLINE std::array<T*, Outputs> results() {
    std::array<T*, Outputs> out;
    for (std::size_t k = 0; k < Outputs; ++k) out[k] = outputs[k];
    return out;
  }
  XENT_NOINLINE void write(const std::array<T*, Outputs>& out, std::size_t size) const {
    for (std::size_t k = 0; k < Outputs; ++k) std::memcpy(out[k], outputs[k], size * sizeof(T));
  }
};

template <class T, class Grade, std::size_t Inputs, class... Functions> struct tiled_loop {
  static constexpr std::size_t outputs = sizeof...(Functions);
  using inputs_at = std::array<const T*, Inputs>;
  using outputs_at = std::array<T*, outputs>;

  template <class Arithmetic> XENT_INLINE static void run(const batch<T>& b) {
    for (std::size_t i = 0; i < b.size; i += inspected_size) {
      const std::size_t left = b.size - i;
      const bool is_whole = left >= inspected_size;
      if (is_whole) {
        check_labels<inspected_size>(b, at(b.in, i), i, inspected_size);
        if constexpr (has_normal_range<T, Grade, Functions...>) {
          if (are_within<inspected_size>(normal_limit<T>, b.in[0] + i)) {
            tile<inspected_size, argument_range::normal, Arithmetic>(at(b.in, i), at(b.out, i),
                                                                     b.scale);
            continue;
          }
        }
      }
      const std::size_t end = is_whole ? i + inspected_size : b.size;
      for (std::size_t k = i; k < end; k += tile_size) tile_or_rest<Arithmetic>(b, k, !is_whole);
    }
  }

 private:
  template <std::size_t N, class Pointer>
  XENT_INLINE static auto at(const std::array<Pointer, N>& pointers, std::size_t i) {
    constexpr bool is_input = std::is_same_v<Pointer, const T*>;
    std::array<Pointer, is_input ? Inputs : outputs> moved;
    for (std::size_t k = 0; k < moved.size(); ++k) moved[k] = pointers[k] + i;
    return moved;
  }

  template <std::size_t Size, argument_range Range, class Arithmetic>
  XENT_INLINE static void tile(const inputs_at& in, const outputs_at& out, T scale) {
    using lanes = lanes_of<T, Grade, Inputs, Range, Arithmetic, Functions...>;
    lanes::template tile<Size>(in, out, scale, std::make_index_sequence<Inputs>{});
  }

  template <std::size_t Size>
  XENT_INLINE static void check_labels(const batch<T>& b, const inputs_at& in, std::size_t i,
                                       std::size_t size) {
    if constexpr ((Functions::arguments::has_label || ...)) {
      if (b.checks_targets && may_be_invalid<Size>(in[label_index])) [[unlikely]]
        check_domain<argument::label>(b.call, b.in[label_index] + i, size, b.first + i);
    }
  }

  // The code of a tile is long, so whole tiles and the padded one share one copy of it.
  template <class Arithmetic>
  XENT_INLINE static void tile_or_rest(const batch<T>& b, std::size_t i, bool checks_labels) {
    padded_tile<T, Inputs, outputs> padded;
    const std::size_t left = b.size - i;
    inputs_at in = at(b.in, i);
    outputs_at out = at(b.out, i);
    if (left < tile_size) [[unlikely]] {
      in = padded.read(in, left);
      out = padded.results();
    }
    if (checks_labels) check_labels<tile_size>(b, in, i, left < tile_size ? left : tile_size);
    tile<tile_size, argument_range::full, Arithmetic>(in, out, b.scale);
    if (left < tile_size) [[unlikely]]
      padded.write(at(b.out, i), left);
  }
};

}  // namespace xent::inline XENT_ABI::detail
