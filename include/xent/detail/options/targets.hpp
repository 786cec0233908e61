#pragma once
// What options make of a block before the formulas see it: targets are smoothed, and elements that
// are left out get a logit (or probability), a target and a weight of 0. So nothing that stands at
// such an element raises a flag or is taken for a bad target.

#include <cstddef>

#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// y·keep + shift, with keep = 1 − s and shift = s/2, rounded once; but in double twice where
// nothing fuses.
template <class Arithmetic, class T> XENT_INLINE T smoothed(T y, T keep, T shift) {
  if constexpr (std::is_same_v<Arithmetic, plain> && sizeof(T) == 4) {
    return fma_by_rounding_to_odd(y, keep, shift);
  } else {
    return Arithmetic::fma(y, keep, shift);
  }
}

// y is the value to ignore, or both are NaN.
template <class T> XENT_INLINE constexpr bits_of<T> ignored_mask(T y, T ignored) {
  using integer = bits_of<T>;
  return -static_cast<integer>(exactly_equal(y, ignored)) |
         (-static_cast<integer>(is_nan(y)) & -static_cast<integer>(is_nan(ignored)));
}

// `is_suspect` says whether a target, before it is smoothed, may lie outside [0, 1].
template <class T> struct target_stage {
  std::size_t size;
  const T* y;
  T* targets;
  T keep, shift;
  bool* is_suspect;
};

// The weights of a block, or 1 where there are none, and 0 where the target is the ignored one.
template <class T> struct kept_weights {
  std::size_t size;
  const T* y;
  const T* weights;
  T* kept;
  optional_value<T> ignored;
};

// Smoothing, where elements of weight 0 are left out.
template <class T> struct masking_stage : target_stage<T> {
  const T* x;
  T* logits;
  T* weights;
};

XENT_LOOPS_BEGIN

struct kept_weights_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const kept_weights<T>& j) {
    for (std::size_t i = 0; i < j.size; ++i) j.kept[i] = j.weights ? j.weights[i] : T(1);
    if (!j.ignored.is_given) return;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i)
      j.kept[i] = keep_if(~ignored_mask(j.y[i], j.ignored.value), j.kept[i]);
  }
};

struct target_stage_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const target_stage<T>& j) {
    bits_of<T> any = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      any |= unit_suspicion(j.y[i]);
      j.targets[i] = smoothed<Arithmetic>(j.y[i], j.keep, j.shift);
    }
    *j.is_suspect = any < 0;
  }

  template <class Arithmetic, class T> XENT_INLINE static void run(const masking_stage<T>& j) {
    bits_of<T> any = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      const bits_of<T> keeps = nonzero_mask(j.weights[i]);
      const T y = keep_if(keeps, j.y[i]);
      any |= unit_suspicion(y);
      j.targets[i] = keep_if(keeps, smoothed<Arithmetic>(y, j.keep, j.shift));
      j.logits[i] = keep_if(keeps, j.x[i]);
      j.weights[i] = keep_if(keeps, j.weights[i]);
    }
    *j.is_suspect = any < 0;
  }
};

XENT_LOOPS_END

}  // namespace xent::inline XENT_ABI::detail
