#pragma once
// Options of the losses over arrays, for designated initialisers:
//
//   xent::bce_with_logits(x, y, out, {.weights = w, .pos_weight = 2.0f, .label_smoothing = 0.1f});
//
// What is left out costs nothing. Ranges are looked at during the call only.

#include <concepts>
#include <cstddef>

#include <xent/detail/ranges.hpp>

namespace xent::inline XENT_ABI {

// Nothing, or any contiguous range of T as the span functions take it.
template <class T> struct optional_range {
  const T* data = nullptr;
  std::size_t size = 0;
  bool is_given = false;

  constexpr optional_range() = default;
  template <detail::array_like R>
  requires std::same_as<detail::element_of<const R>, T>
  constexpr optional_range(const R& range)
      : data(detail::data_of(range)), size(detail::size_of(range)), is_given(true) {}
};

// One value, or any contiguous range of T.
template <class T> struct one_or_more {
  optional_range<T> range;
  T value;

  constexpr one_or_more(T one) : value(one) {}
  template <detail::array_like R>
  requires std::same_as<detail::element_of<const R>, T>
  constexpr one_or_more(const R& many) : range(many), value(1) {}
};

enum class targets { checked, unchecked };
enum class denominator { count, weight_sum };

template <class T> struct options {
  // One factor per element, ≥ 0: multiplies loss, gradient and hessian, which are rounded once
  // more.
  optional_range<T> weights{};
  // The weight q ≥ 0 of the positive label: one value, or C of them that cycle along rows of C
  // classes. Not for losses of probabilities.
  one_or_more<T> pos_weight = T(1);
  // s in [0, 1]: the target y becomes y(1 − s) + s/2, rounded to T.
  T label_smoothing = 0;
  // What a mean divides by: the number of elements, or the sum of their weights.
  xent::denominator denominator = xent::denominator::count;
  // Whether a target outside [0, 1] or NaN is an error; unchecked, such elements are unspecified.
  xent::targets targets = xent::targets::checked;
};

}  // namespace xent::inline XENT_ABI
