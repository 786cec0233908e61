#pragma once
// Weights and scales of results, block by block.

#include <cstddef>
#include <type_traits>

#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/loops/instruction_sets.hpp>

namespace xent::inline XENT_ABI::detail {

XENT_LOOPS_BEGIN

// results[i] = results[i]·weights[i]·scale. The scale is 1, or the inverse of a mean's denominator.
// Floats are multiplied in double, where nothing under- or overflows on the way, and rounded once;
// the scale is rounded to float before, where it is one, so that weights of 1 change no bit. Of
// doubles the weight is multiplied by the scale first, which does not overflow.
template <class T> struct weighting {
  const T* weights;
  T* results;
  std::size_t size;
  double scale;
};
struct weighting_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const weighting<T>& j) {
    T* const r = j.results;
    const T* const w = j.weights;
    const T narrow = static_cast<T>(j.scale);
    if (sizeof(T) == 8 || exactly_equal(narrow, T(1))) {
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < j.size; ++i) r[i] *= w[i] * narrow;
    } else {
      const bool is_float = j.scale >= 0x1p-100 && j.scale <= 0x1p100;
      const double scale = is_float ? static_cast<double>(narrow) : j.scale;
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < j.size; ++i)
        r[i] = static_cast<T>(static_cast<double>(r[i]) * (static_cast<double>(w[i]) * scale));
    }
  }
};

// scaled[i] = weights[i]·2^(32·digits), in two steps, for that power may not be a double. A weight
// > 0 stays so: beside an infinite loss it counts, however small.
struct weight_scaling {
  const double* weights;
  double* scaled;
  std::size_t size;
  int digits;
};
struct weight_scaling_loop {
  template <class Arithmetic> XENT_INLINE static void run(const weight_scaling& j) {
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
template <class T> struct weight_check {
  const T* weights;
  std::size_t size;
  bool* are_positive;
};
struct weight_check_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const weight_check<T>& j) {
    using U = std::make_unsigned_t<bits_of<T>>;
    // Of such a number and no other, the bits less 1 and those of the largest less they are ≥ 0.
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
  run_best<weight_check_loop>(weight_check<T>{weights, size, &all});
  return all;
}

// results[i] times weights[i] times scale, where there are weights.
template <class T> void weigh(T* results, const T* weights, std::size_t size, double scale = 1) {
  if (weights) run_best<weighting_loop>(weighting<T>{weights, results, size, scale});
}

}  // namespace xent::inline XENT_ABI::detail
