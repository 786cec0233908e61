#pragma once
// What the array functions accept: any contiguous range of float or of double, const or not, with
// no cast; all ranges of one call have the same element type.

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include <xent/detail/abi.hpp>

namespace xent::inline XENT_ABI::detail {

// Eigen's vectors before version 3.4 are no ranges, but have data() and size().
template <class R>
concept array_like = std::ranges::contiguous_range<R> || requires(R& r) {
  { *r.data() } -> std::convertible_to<double>;
  { r.size() } -> std::convertible_to<std::size_t>;
};

template <array_like R> constexpr auto* data_of(R& r) {
  if constexpr (std::ranges::contiguous_range<R>) {
    return std::ranges::data(r);
  } else {
    return r.data();
  }
}

template <array_like R> constexpr std::size_t size_of(R& r) {
  if constexpr (std::ranges::contiguous_range<R>) {
    return static_cast<std::size_t>(std::ranges::size(r));
  } else {
    return static_cast<std::size_t>(r.size());
  }
}

template <class R>
using element_of =
    std::remove_cvref_t<decltype(*data_of(std::declval<std::remove_reference_t<R>&>()))>;

template <class T> constexpr void check_element() {
  static_assert(std::same_as<T, float> || std::same_as<T, double>,
                "xent: ranges must be of float or of double");
}

template <class First, class... More> constexpr void check_inputs() {
  check_element<element_of<First>>();
  static_assert((std::same_as<element_of<First>, element_of<More>> && ...),
                "xent: all ranges of one call must be of the same type, float or double");
}

template <class Out, class... Ins> constexpr void check_elements() {
  check_inputs<Out, Ins...>();
  static_assert(!std::is_const_v<std::remove_reference_t<decltype(*data_of(
                    std::declval<std::remove_reference_t<Out>&>()))>>,
                "xent: the output range must not be const");
}

}  // namespace xent::inline XENT_ABI::detail
