#pragma once
// What options make of a block's targets before the formulas see them: smoothed, and the ignored
// ones replaced.

#include <cstddef>

#include <xent/detail/arithmetic.hpp>
#include <xent/detail/bits.hpp>
#include <xent/detail/multiversion.hpp>
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
  using I = bits_of<T>;
  return -static_cast<I>(y == ignored) |
         (-static_cast<I>(y != y) & -static_cast<I>(ignored != ignored));
}

// An ignored element has the target 0 and the weight 0, the others theirs, or 1 where there are no
// weights.
template <class T> struct target_stage {
  const T* y;
  T* targets;
  std::size_t size;
  T keep, shift;
  bool* is_suspect;
  optional_value<T> ignored;
  const T* weights;
  T* kept_weights;
};

XENT_LOOPS_BEGIN

struct target_stage_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const target_stage<T>& j) {
    const T* y = j.y;
    if (j.ignored.is_given) {
      drop_ignored(j);
      y = j.targets;
    }
    bits_of<T> any = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      any |= unit_suspicion(y[i]);
      j.targets[i] = smoothed<Arithmetic>(y[i], j.keep, j.shift);
    }
    *j.is_suspect = any < 0;
  }

 private:
  template <class T> XENT_INLINE static void drop_ignored(const target_stage<T>& j) {
    for (std::size_t i = 0; i < j.size; ++i) j.kept_weights[i] = j.weights ? j.weights[i] : T(1);
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      const bits_of<T> keeps = ~ignored_mask(j.y[i], j.ignored.value);
      j.targets[i] = keep_if(keeps, j.y[i]);
      j.kept_weights[i] = keep_if(keeps, j.kept_weights[i]);
    }
  }
};

XENT_LOOPS_END

}  // namespace xent::inline XENT_ABI::detail
