#pragma once
// Loops over the sample weights of a block: whether all are positive, multiplied by a power of two,
// and multiplied into results.

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/detail/numeric/bits.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

// results[i] = results[i]·weights[i]·scale; the scale is 1, or the inverse of a mean's denominator.
// Floats are multiplied in double, where nothing over- or underflows on the way, and rounded once.
// The scale is rounded to float before, where that is a normal number, so that weights of 1 change
// no bit. In double the weight is multiplied by the scale first, which does not overflow.
template <class T> struct weighted_results {
  const T* weights;
  T* results;
  std::size_t size;
  double scale;
};
struct weighting_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const weighted_results<T>& j) {
    T* const r = j.results;
    const T* const w = j.weights;
    const T narrow = static_cast<T>(j.scale);
    if (sizeof(T) == 8 || exactly_equal(narrow, T(1))) {
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < j.size; ++i) r[i] *= w[i] * narrow;
    } else {
      const bool fits_float = j.scale >= 0x1p-100 && j.scale <= 0x1p100;
      const double scale = fits_float ? static_cast<double>(narrow) : j.scale;
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < j.size; ++i)
        r[i] = static_cast<T>(static_cast<double>(r[i]) * (static_cast<double>(w[i]) * scale));
    }
  }
};

// scaled[i] = weights[i]·2^(32·digits), in two steps, because that power may not be a double. A
// weight > 0 stays > 0: beside an infinite loss it counts, however small.
struct scaled_weights {
  const double* weights;
  double* scaled;
  std::size_t size;
  int digits;
};
struct weight_scaling_loop {
  template <class Arithmetic> XENT_INLINE static void run(const scaled_weights& j) {
    constexpr double least_subnormal = 0x1p-1074;
    const double half = from_bits<double>((std::int64_t{j.digits} * 16 + 1023) << 52);
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      const double scaled = at_least(j.weights[i] * half * half, least_subnormal);
      j.scaled[i] = keep_if(nonzero_mask(j.weights[i]), scaled);
    }
  }
};

// Whether all weights are > 0 and finite.
template <class T> struct inspected_weights {
  const T* weights;
  std::size_t size;
  bool* are_positive;
};
struct weight_inspection_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const inspected_weights<T>& j) {
    using U = std::make_unsigned_t<bits_of<T>>;
    // Of such a number and no other, the bits less 1 and those of the largest number less the bits
    // are both ≥ 0.
    U any = 0;
    for (std::size_t i = 0; i < j.size; ++i) {
      const U bits = static_cast<U>(to_bits(j.weights[i]));
      any |= (bits - 1) | (static_cast<U>(to_bits(largest_of<T>)) - bits);
    }
    *j.are_positive = static_cast<bits_of<T>>(any) >= 0;
  }
};

XENT_LOOPS_END

template <class T> bool are_positive(const T* weights, std::size_t size) {
  bool all = false;
  run_on_best_isa<weight_inspection_loop>(inspected_weights<T>{weights, size, &all});
  return all;
}

// Where there are weights, multiplies results by them and the scale.
template <class T>
void multiply_by_weights(T* results, const T* weights, std::size_t size, double scale = 1) {
  if (weights) run_on_best_isa<weighting_loop>(weighted_results<T>{weights, results, size, scale});
}

}  // namespace xent::inline XENT_ABI::detail
