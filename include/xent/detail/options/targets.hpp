#pragma once
// What options make of a block's targets before the functions see them: they are smoothed, and
// elements that are left out get a logit (or probability), a target and a weight of 0. So nothing
// that stands at such an element raises a flag or is taken for an invalid target.

#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/arithmetic.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// y·keep + shift, rounded once; in double without fused multiply-add, twice. keep is 1 − s,
// rounded, and shift s/2.
template <class Arithmetic, class T> XENT_INLINE T smoothed(T y, T keep, T shift) {
  if constexpr (std::is_same_v<Arithmetic, plain> && sizeof(T) == 4) {
    return fma_by_rounding_to_odd(y, keep, shift);
  } else {
    return Arithmetic::fma(y, keep, shift);
  }
}

// All ones where y is the value to ignore, or both are NaN.
template <class T> XENT_INLINE constexpr bits_of<T> ignored_mask(T y, T ignored) {
  using integer = bits_of<T>;
  return -static_cast<integer>(exactly_equal(y, ignored)) |
         (-static_cast<integer>(is_nan(y)) & -static_cast<integer>(is_nan(ignored)));
}

// `may_be_invalid` says whether a target, before it is smoothed, may lie outside [0, 1].
template <class T> struct smoothed_targets {
  std::size_t size;
  const T* y;
  T* targets;
  T keep, shift;
  bool* may_be_invalid;
};

// The same, where elements of weight 0 are left out.
template <class T> struct masked_targets : smoothed_targets<T> {
  const T* x;
  T* logits;
  T* weights;
};

// The sample weights of a block, or 1 where there are none, and 0 where the target is the ignored
// one.
template <class T> struct unignored_weights {
  std::size_t size;
  const T* y;
  const T* weights;
  T* unignored;
  optional_value<T> ignored;
};

XENT_LOOPS_BEGIN

struct smoothing_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const smoothed_targets<T>& j) {
    bits_of<T> any = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      any |= negative_outside_unit(j.y[i]);
      j.targets[i] = smoothed<Arithmetic>(j.y[i], j.keep, j.shift);
    }
    *j.may_be_invalid = any < 0;
  }
};

struct masking_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const masked_targets<T>& j) {
    bits_of<T> any = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      const bits_of<T> is_used = nonzero_mask(j.weights[i]);
      const T y = keep_if(is_used, j.y[i]);
      any |= negative_outside_unit(y);
      j.targets[i] = keep_if(is_used, smoothed<Arithmetic>(y, j.keep, j.shift));
      j.logits[i] = keep_if(is_used, j.x[i]);
      j.weights[i] = keep_if(is_used, j.weights[i]);
    }
    *j.may_be_invalid = any < 0;
  }
};

struct ignoring_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const unignored_weights<T>& j) {
    for (std::size_t i = 0; i < j.size; ++i) j.unignored[i] = j.weights ? j.weights[i] : T(1);
    if (!j.ignored.is_given) return;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i)
      j.unignored[i] = keep_if(~ignored_mask(j.y[i], j.ignored.value), j.unignored[i]);
  }
};

XENT_LOOPS_END

}  // namespace xent::inline XENT_ABI::detail
