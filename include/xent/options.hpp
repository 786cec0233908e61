#pragma once
/// \defgroup options Options of the losses over arrays
/// \brief Weights, label smoothing, what a mean divides by, and the like: designated initialisers.
///
///     xent::bce_with_logits(x, y, out, {.weights = w, .label_smoothing = 0.1f});
///
/// What is left out costs nothing. Options refer to what they are given, and copy only single
/// values: a range or accumulator must live until the call that takes the options is done. Within
/// one call that includes temporaries (`{.weights = make_weights()}`); options that are kept in a
/// variable need ranges that live as long. Nothing is read before the call or after it.
///
/// Values outside their domain are `std::invalid_argument`, elements of `.weights` and of a range
/// of `.pos_weight` `std::domain_error`, thrown by the call.
///
/// In the examples
/// \snippet settings.cpp data

#include <cstddef>
#include <span>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/loss_sum.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup options
/// \{

/// Nothing, or any contiguous range of T as the array functions take it; not a copy.
/// \snippet settings.cpp weights
template <class T> struct optional_range {
  /// The first element.
  const T* data = nullptr;
  /// How many.
  std::size_t size = 0;
  /// False for nothing; an empty range is given.
  bool is_given = false;
  /// Rows and columns, where it is a matrix.
  detail::matrix_shape shape{};

  /// Nothing.
  constexpr optional_range() = default;
  /// The elements of a range, which must outlive the call. Throws std::invalid_argument where they
  /// do not lie one after the other.
  template <detail::range_argument R> constexpr optional_range(const R& range) : is_given(true) {
    // The type of the call's ranges is T.
    if constexpr (detail::are_accepted<std::span<T>, const R>()) {
      data = detail::data_of(range);
      size = detail::size_of(range);
      shape = detail::checked_shape({"options"}, "a range", range);
    }
  }
};

/// Nothing, or one value.
/// \snippet settings.cpp ignored_target
template <class T> struct optional_value {
  /// The value, if there is one.
  T value{};
  /// False for nothing.
  bool is_given = false;

  /// Nothing.
  constexpr optional_value() = default;
  /// This value.
  constexpr optional_value(T one) : value(one), is_given(true) {}
};

/// One value, or any contiguous range of T; not a copy.
/// \snippet settings.cpp pos_weight
template <class T> struct one_or_more {
  /// The range, where one is given.
  optional_range<T> range;
  /// The one value, where no range is given.
  T value;

  /// One value.
  constexpr one_or_more(T one) : value(one) {}
  /// The elements of a range, which must outlive the call.
  template <detail::range_argument R>
  constexpr one_or_more(const R& many) : range(many), value(1) {}
};

/// Whether a call looks for targets that are none.
/// \snippet settings.cpp targets
enum class targets {
  checked,   ///< A target outside [0, 1] or NaN is an error.
  unchecked  ///< The results of such an element are unspecified; saves a few per cent.
};
/// What a mean divides by.
/// \snippet settings.cpp denominator
enum class denominator {
  count,      ///< The number of elements, those of weight 0 included, ignored ones not.
  weight_sum  ///< The sum of their weights.
};
/// What bounds the logarithms of a probability.
/// \snippet settings.cpp clamp
enum class clamp {
  none,    ///< Nothing: log 0 is −∞.
  pytorch  ///< −100, and 10⁻¹² for the gradient's p(1 − p), as in PyTorch's BCELoss.
};

/// The options; T is the type that the call is computed in.
/// \snippet settings.cpp options
template <class T> struct options {
  /// One factor per element, ≥ 0 and finite: multiplies loss, gradient and hessian, which are
  /// rounded once more. An element of weight 0 is left out, whatever its logit or label: its
  /// results are +0.
  /// \snippet settings.cpp weights
  optional_range<T> weights{};
  /// The weight q of the positive label, ≥ 0 and finite: one value, or C of them that cycle along
  /// rows of C classes (of a matrix, along the elements that lie together, which must be C). Not
  /// for losses of probabilities. \snippet settings.cpp pos_weight
  one_or_more<T> pos_weight = T(1);
  /// s in [0, 1]: the target y becomes y(1 − s) + s/2, rounded to T.
  /// \snippet settings.cpp label_smoothing
  T label_smoothing = 0;
  /// The target, usually outside [0, 1] or NaN, that says that there is none: such an element has
  /// weight 0, and a mean's denominator leaves it out.
  /// \snippet settings.cpp ignored_target
  optional_value<T> ignored_target{};
  /// For losses of probabilities: `pytorch` bounds log p and log(1 − p) from below by −100, and the
  /// gradient's denominator p(1 − p) by 10⁻¹², as PyTorch's BCELoss does.
  /// \snippet settings.cpp clamp
  xent::clamp clamp = xent::clamp::none;
  /// What a mean divides by: the number of elements, or the sum of their weights.
  /// \snippet settings.cpp denominator
  xent::denominator denominator = xent::denominator::count;
  /// Whether a target outside [0, 1] or NaN is an error; unchecked, such elements are unspecified.
  /// \snippet settings.cpp targets
  xent::targets targets = xent::targets::checked;
  /// Reductions add their terms here as well, exactly (a mean by weight_sum those that are normal
  /// numbers): sums over pieces of the data (multiples of
  /// block_size but for the last) have the bits of a sum over the whole.
  /// \snippet settings.cpp accumulator
  loss_sum* accumulator = nullptr;
};

/// \}

namespace detail {
// The options of a call on ranges of this type.
template <class R> using options_of = options<computed_in<R>>;
}  // namespace detail

}  // namespace xent::inline XENT_ABI
