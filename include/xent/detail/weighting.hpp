#pragma once
// Weights and scales of results, block by block.

#include <cstddef>
#include <type_traits>

#include <xent/detail/bits.hpp>
#include <xent/detail/multiversion.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

// The weights of a block; null: all are 1.
template <class T> struct block_weights {
  const T* values = nullptr;
  bool has_zeros = false;
};

// x·w; 0 where w is, whatever x.
template <class T> XENT_INLINE T weighted(T x, T w) {
  return keep_if(nonzero_mask(w), x) * (w + T(0));
}

// results[i] = results[i]·weights[i]·scale, each product rounded.
template <class T> struct weighting {
  block_weights<T> weights;
  T* results;
  std::size_t size;
  T scale;
};
struct weighting_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const weighting<T>& j) {
    T* const r = j.results;
    const T* const w = j.weights.values;
    if (!j.weights.has_zeros) {
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < j.size; ++i) r[i] = r[i] * w[i] * j.scale;
    } else {
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < j.size; ++i) r[i] = weighted(r[i], w[i]) * j.scale;
    }
  }
};

// Whether all weights are > 0.
template <class T> struct weight_check {
  const T* weights;
  std::size_t size;
  bool* are_positive;
};
struct weight_check_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const weight_check<T>& j) {
    using U = std::make_unsigned_t<bits_of<T>>;
    // Of a positive number and no other, the bits less 1 and those of infinity less they are ≥ 0.
    U any = 0;
    for (std::size_t i = 0; i < j.size; ++i) {
      const U bits = static_cast<U>(to_bits(j.weights[i]));
      any |= (bits - 1) | (static_cast<U>(to_bits(infinity_of<T>)) - bits);
    }
    *j.are_positive = static_cast<bits_of<T>>(any) >= 0;
  }
};

XENT_LOOPS_END

template <class T> bool are_positive(const T* weights, std::size_t size) {
  bool all = false;
  run_best<weight_check_loop>(weight_check<T>{weights, size, &all});
  return all;
}

// results[i] times weights[i] times scale, where there are weights.
template <class T>
void weigh(T* results, const block_weights<T>& weights, std::size_t size, T scale = 1) {
  if (weights.values) run_best<weighting_loop>(weighting<T>{weights, results, size, scale});
}

}  // namespace xent::inline XENT_ABI::detail
