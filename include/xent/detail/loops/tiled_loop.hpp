#pragma once
// The loop over arrays: one text for every function, type and instruction set.
//
// It walks chunks of a constant size, which compilers vectorise without remainder; the last,
// shorter chunk is copied into a padded one and goes through the same code. So an element has the
// same bits wherever it stands.

#include <cstring>

#include <xent/detail/loops/lanes.hpp>
#include <xent/detail/operands/range_checks.hpp>

namespace xent::inline XENT_ABI::detail {

inline constexpr std::size_t chunk_size = 32;

// Are all of a stretch's logits within a limit? NaN is not. In float the largest of them is
// quickest to find; in double only AVX-512 has that, and the sign of what is left of the limit
// tells.
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

// Is none of a stretch's weights too small for the shallow way?
template <std::size_t Size, class T> XENT_INLINE bool has_no_small_weight(const T* q) {
  using U = std::make_unsigned_t<bits_of<T>>;
  U any = 0;
  for (std::size_t i = 0; i < Size; ++i)
    any |= static_cast<U>(to_bits(q[i])) - static_cast<U>(to_bits(least_shallow_weight<T>));
  return static_cast<bits_of<T>>(any) >= 0;
}

// May a stretch be done without a care for subnormal numbers?
template <std::size_t Size, std::size_t N, class T>
XENT_INLINE bool is_shallow(const std::array<const T*, N>& in) {
  if constexpr (N < 3) {
    return are_within<Size>(shallow_limit<T>, in[0]);
  } else {
    return are_within<Size>(weighted_shallow_limit<T>, in[0]) && has_no_small_weight<Size>(in[2]);
  }
}

// May a target, where there are any, lie outside [0, 1]?
template <std::size_t Size, std::size_t N, class T>
XENT_INLINE bool is_target_suspect(const std::array<const T*, N>& in) {
  if constexpr (N == 1) {
    return false;
  } else {
    bits_of<T> any = 0;
    for (std::size_t i = 0; i < Size; ++i) any |= unit_suspicion(in[1][i]);
    return any < 0;
  }
}

// The last, shorter chunk of a range, padded with its last element, so that no lane does what no
// element asked for. Not inline: once per call, and GCC would make `rep movs` (15 ns) of a memcpy
// that it knows to be short.
template <class T, std::size_t Inputs, std::size_t Outputs> struct last_chunk {
  alignas(64) T inputs[Inputs][chunk_size], outputs[Outputs][chunk_size];

  XENT_NOINLINE std::array<const T*, Inputs> padded(std::array<const T*, Inputs> in,
                                                    std::size_t left) {
    for (std::size_t k = 0; k < Inputs; ++k) {
      const T last = in[k][left - 1];
      for (T& element : inputs[k]) element = last;
      std::memcpy(inputs[k], in[k], left * sizeof(T));
      in[k] = inputs[k];
    }
    return in;
  }
  XENT_INLINE std::array<T*, Outputs> results() {
    std::array<T*, Outputs> out;
    for (std::size_t k = 0; k < Outputs; ++k) out[k] = outputs[k];
    return out;
  }
  XENT_NOINLINE void copy_results(const std::array<T*, Outputs>& out, std::size_t left) const {
    for (std::size_t k = 0; k < Outputs; ++k) std::memcpy(out[k], outputs[k], left * sizeof(T));
  }
};

// Body is one of bodies.hpp; where Shallow is not void, it does whole stretches that are.
template <class Body, class Shallow = void> struct block_loop {
  static constexpr std::size_t stretch = 8 * chunk_size;

  template <class Job> XENT_INLINE static void over(const Job& j) {
    for (std::size_t i = 0; i < j.size; i += stretch) {
      const std::size_t left = j.size - i;
      const bool is_whole = left >= stretch;
      if (is_whole) {
        check_targets_of<stretch>(j, j.part(i, stretch));
        if constexpr (!std::is_void_v<Shallow>) {
          const Job part = j.part(i, stretch);
          if (is_shallow<stretch>(part.in)) {
            Shallow::template chunk<stretch>(part);
            continue;
          }
        }
      }
      const std::size_t end = is_whole ? i + stretch : j.size;
      for (std::size_t k = i; k < end; k += chunk_size)
        one_chunk(j, j.part(k, j.size - k), !is_whole);
    }
  }

 private:
  template <std::size_t Size, class Job>
  XENT_INLINE static void check_targets_of(const Job& all, const Job& j) {
    if (j.checks_targets && is_target_suspect<Size>(j.in)) [[unlikely]]
      check_targets(all, j.first - all.first, j.size < Size ? j.size : Size);
  }

  // One place for the body's code, which is long: for a chunk where it is as for a padded one.
  template <class Job> XENT_INLINE static void one_chunk(const Job& all, Job j, bool checks) {
    last_chunk<typename Job::real, Job::inputs, Job::outputs> last;
    const auto out = j.out;
    if (j.size < chunk_size) [[unlikely]] {
      j.in = last.padded(j.in, j.size);
      j.out = last.results();
    }
    if (checks) check_targets_of<chunk_size>(all, j);
    Body::template chunk<chunk_size>(j);
    if (j.size < chunk_size) [[unlikely]]
      last.copy_results(out, j.size);
  }
};

}  // namespace xent::inline XENT_ABI::detail
