#pragma once
// Options of the losses over arrays, for designated initialisers:
//
//   xent::bce_with_logits(x, y, out, {.weights = w, .pos_weight = 2.0f, .label_smoothing = 0.1f});
//
// What is left out costs nothing. Ranges are looked at during the call only.

#include <concepts>
#include <cstddef>

#include <xent/detail/ranges.hpp>
#include <xent/loss_sum.hpp>

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

// Nothing, or one value.
template <class T> struct optional_value {
  T value{};
  bool is_given = false;

  constexpr optional_value() = default;
  constexpr optional_value(T one) : value(one), is_given(true) {}
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
enum class clamp { none, pytorch };

template <class T> struct options {
  // One factor per element, ≥ 0: multiplies loss, gradient and hessian, which are rounded once
  // more. An element of weight 0 is left out, whatever its logit: its results are +0.
  optional_range<T> weights{};
  // The weight q ≥ 0 of the positive label: one value, or C of them that cycle along rows of C
  // classes. Not for losses of probabilities.
  one_or_more<T> pos_weight = T(1);
  // s in [0, 1]: the target y becomes y(1 − s) + s/2, rounded to T.
  T label_smoothing = 0;
  // The target, usually outside [0, 1] or NaN, that says that there is none: such an element has
  // weight 0, and a mean's denominator leaves it out.
  optional_value<T> ignored_target{};
  // For losses of probabilities: `pytorch` bounds log p and log(1 − p) from below by −100, and the
  // gradient's denominator p(1 − p) by 10⁻¹², as PyTorch's BCELoss does.
  xent::clamp clamp = xent::clamp::none;
  // What a mean divides by: the number of elements, or the sum of their weights.
  xent::denominator denominator = xent::denominator::count;
  // Whether a target outside [0, 1] or NaN is an error; unchecked, such elements are unspecified.
  xent::targets targets = xent::targets::checked;
  // Reductions add their terms here as well, exactly: sums over pieces of the data (multiples of
  // block_size but for the last) have the bits of a sum over the whole.
  loss_sum* accumulator = nullptr;
};

}  // namespace xent::inline XENT_ABI
