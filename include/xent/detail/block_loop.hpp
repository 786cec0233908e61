#pragma once
// The loop over arrays: one text for every function, type and instruction set.
//
// It walks chunks of a constant size, which compilers vectorise without remainder; the last,
// shorter chunk is copied into a padded one and goes through the same code. So an element has the
// same bits wherever it stands.

#include <cstring>

#include <xent/detail/checks.hpp>
#include <xent/detail/evaluate.hpp>

namespace xent::inline XENT_ABI::detail {

inline constexpr std::size_t chunk_size = 32;

template <class Formula, class M, std::size_t N, class T>
XENT_INLINE typename M::real value_at(const std::array<const T*, N>& in, std::size_t i) {
  using R = typename M::real;
  if constexpr (N == 1) {
    return Formula::template of<M>(static_cast<R>(in[0][i]));
  } else {
    return Formula::template of<M>(static_cast<R>(in[0][i]), static_cast<R>(in[1][i]));
  }
}

// Clang says so where it does not vectorise, which is as it should be without optimisation.
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpass-failed"
#endif

// A lane by itself, in the type that the results have.
template <class Formula, class M> struct direct {
  template <std::size_t Size, std::size_t N, class T>
  XENT_INLINE static void chunk(const std::array<const T*, N>& in, T* out) {
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) out[i] = value_at<Formula, M>(in, i);
  }
};

#if defined(__clang__)
#pragma clang diagnostic pop
#endif

// float in double lanes: where the rounding of one lane is in doubt, the doubtful ones are redone.
template <class Formula, class M> struct rounded {
  template <std::size_t Size, std::size_t N>
  XENT_INLINE static void chunk(const std::array<const float*, N>& in, float* out) {
    alignas(64) std::array<double, Size> r;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) r[i] = value_at<Formula, M>(in, i);
    std::uint64_t any = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) any |= doubt_bits(r[i]);
    if constexpr (N == 2) {
      if constexpr (requires { Formula::may_cancel(0.0, 0.0); }) {
        XENT_INDEPENDENT
        for (std::size_t i = 0; i < Size; ++i) any |= soft_bits(in[1][i]);
      }
    }
    if (any != 0) [[unlikely]]
      return redo_doubtful(in, r, out);
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) out[i] = static_cast<float>(r[i]);
  }

 private:
  // Not 0 where the floats next to r·(1 ± 2⁻⁴⁰) differ.
  XENT_INLINE static std::uint64_t doubt_bits(double r) {
    const auto low = static_cast<float>(r * (1 - doubt)),
               high = static_cast<float>(r * (1 + doubt));
    return static_cast<std::uint32_t>(to_bits(low) ^ to_bits(high));
  }
  // Not 0 for labels between 0 and 1.
  XENT_INLINE static std::uint64_t soft_bits(float y) {
    return static_cast<std::uint32_t>(to_bits(y * (1 - y)));
  }

  template <std::size_t Size, std::size_t N>
  XENT_COLD static void redo_doubtful(const std::array<const float*, N>& in,
                                      const std::array<double, Size>& r, float* out) {
    for (std::size_t i = 0; i < Size; ++i) {
      if constexpr (N == 1) {
        out[i] = redone<Formula>(r[i], static_cast<double>(in[0][i]));
      } else {
        out[i] =
            redone<Formula>(r[i], static_cast<double>(in[0][i]), static_cast<double>(in[1][i]));
      }
    }
  }
};

// Are all of a block's logits so small that e⁻ᵃ is normal? NaN counts as large.
template <std::size_t Size> XENT_INLINE bool is_shallow(const float* x) {
  std::int32_t largest = 0;
  for (std::size_t i = 0; i < Size; ++i) {
    const std::int32_t size = magnitude_bits(x[i]);
    largest = size > largest ? size : largest;
  }
  return largest <= to_bits(shallow_limit);
}

// Targets, where there are any, lie in [0, 1].
template <std::size_t Size, std::size_t N, class T>
XENT_INLINE bool are_targets_bad(const std::array<const T*, N>& in) {
  if constexpr (N == 1) {
    return false;
  } else {
    bits_of<T> outside = 0;
    for (std::size_t i = 0; i < Size; ++i) outside |= outside_unit(in[1][i] + T(0));
    return outside != 0;
  }
}

// The last, shorter chunk of a range, padded with its last element, so that no lane does what no
// element asked for. Not inline: once per call, and GCC would make `rep movs` (15 ns) of a memcpy
// that it knows to be short.
template <class T, std::size_t N> struct last_chunk {
  alignas(64) T inputs[N][chunk_size], results[chunk_size];

  XENT_NOINLINE std::array<const T*, N> padded(std::array<const T*, N> in, std::size_t left) {
    for (std::size_t k = 0; k < N; ++k) {
      for (std::size_t i = 0; i < chunk_size; ++i) inputs[k][i] = in[k][left - 1];
      std::memcpy(inputs[k], in[k], left * sizeof(T));
      in[k] = inputs[k];
    }
    return in;
  }
  XENT_NOINLINE void copy_results(T* out, std::size_t left) const {
    std::memcpy(out, results, left * sizeof(T));
  }
};

// Body is direct or rounded; where Shallow is not void, it does whole blocks of small logits.
template <class Body, class Shallow = void> struct block_loop {
  static constexpr std::size_t block_size = 8 * chunk_size;

  template <std::size_t N, class T> XENT_INLINE static void over(const job<T, N>& j) {
    for (std::size_t i = 0; i < j.size; i += block_size) {
      const std::size_t left = j.size - i;
      if constexpr (!std::is_void_v<Shallow>) {
        const auto in = from(j.in, i);
        if (left >= block_size && is_shallow<block_size>(in[0])) {
          if (are_targets_bad<block_size>(in)) [[unlikely]]
            bad_target(j.function, j.in.back(), i);
          Shallow::template chunk<block_size>(in, j.out + i);
          continue;
        }
      }
      const std::size_t end = left < block_size ? j.size : i + block_size;
      for (std::size_t k = i; k < end; k += chunk_size) one_chunk(j, k);
    }
  }

 private:
  template <std::size_t N, class T>
  XENT_INLINE static std::array<const T*, N> from(std::array<const T*, N> in, std::size_t i) {
    for (auto& p : in) p += i;
    return in;
  }

  template <std::size_t N, class T>
  XENT_INLINE static void one_chunk(const job<T, N>& j, std::size_t i) {
    last_chunk<T, N> last;
    std::array<const T*, N> in = from(j.in, i);
    const std::size_t left = j.size - i;
    T* out = j.out + i;
    if (left < chunk_size) [[unlikely]] {
      in = last.padded(in, left);
      out = last.results;
    }
    if (are_targets_bad<chunk_size>(in)) [[unlikely]]
      bad_target(j.function, j.in.back(), i);
    Body::template chunk<chunk_size>(in, out);
    if (left < chunk_size) [[unlikely]]
      last.copy_results(j.out + i, left);
  }
};

}  // namespace xent::inline XENT_ABI::detail
