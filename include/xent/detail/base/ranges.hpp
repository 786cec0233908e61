#pragma once
// What the array functions accept as a range: elements of float or of double that lie one after the
// other. That is a contiguous range of the standard library, a C array, or an Eigen object without
// gaps. Everything else is refused while compiling, in one sentence; a stride that only the object
// knows is refused by the call.

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>

namespace xent::inline XENT_ABI::detail {

// Anything that a caller may mean as a range, accepted or not. Numbers are excluded, so that the
// scalar functions of the same name stay apart.
template <class R>
concept range_argument = std::is_pointer_v<std::decay_t<R>> ||
    requires(std::remove_reference_t<R>& r) {
  r.size();
} || requires(std::remove_reference_t<R>& r) {
  r.data();
} || requires(std::remove_reference_t<R>& r) {
  r.begin();
};

// A dense matrix or vector of Eigen, or of a library with the same members.
template <class R, class Matrix = std::remove_cvref_t<R>>
concept dense_matrix = requires(std::remove_reference_t<R>& r) {
  r.data();
  r.rows();
  r.cols();
  r.innerStride();
  r.outerStride();
  int(Matrix::IsRowMajor);
  int(Matrix::IsVectorAtCompileTime);
  int(Matrix::InnerStrideAtCompileTime);
};

// Eigen says −1 where only the object knows its stride.
template <class R> constexpr bool may_be_contiguous() {
  if constexpr (dense_matrix<R>) {
    constexpr int stride = std::remove_cvref_t<R>::InnerStrideAtCompileTime;
    return stride == 1 || stride == -1;
  } else {
    return std::ranges::contiguous_range<R>;
  }
}

// std::data and std::size where they apply. std::ranges::data is an object: at -O0 GCC gives it a
// unique symbol, which keeps a shared object loaded.
template <class R> constexpr auto* data_of(R& r) {
  if constexpr (dense_matrix<R>) {
    return r.data();
  } else if constexpr (requires { requires std::is_pointer_v<decltype(std::data(r))>; }) {
    return std::data(r);
  } else {
    return std::ranges::data(r);
  }
}

template <class R> constexpr std::size_t size_of(R& r) {
  if constexpr (dense_matrix<R>) {
    return static_cast<std::size_t>(r.size());
  } else if constexpr (requires { std::size(r); }) {
    return static_cast<std::size_t>(std::size(r));
  } else {
    return static_cast<std::size_t>(std::ranges::size(r));
  }
}

template <class R> constexpr auto type_of_elements() {
  if constexpr (may_be_contiguous<R>()) {
    return std::type_identity<
        std::remove_reference_t<decltype(*data_of(std::declval<std::remove_reference_t<R>&>()))>>{};
  } else {
    return std::type_identity<void>{};
  }
}
// With const where the elements cannot be written; void where there are none.
template <class R> using stored_element_of = typename decltype(type_of_elements<R>())::type;
template <class R> using element_of = std::remove_cv_t<stored_element_of<R>>;

template <class T>
inline constexpr bool is_element = std::same_as<T, float> || std::same_as<T, double>;

// What the elements of a range are computed in: float also for a range that is refused.
template <class R>
using computed_in = std::conditional_t<std::same_as<element_of<R>, double>, double, float>;

// Eigen's vectors have one dimension, whatever they say of their memory order.
template <class R, bool RowMajor> constexpr bool is_matrix_of_order() {
  if constexpr (dense_matrix<R>) {
    using Matrix = std::remove_cvref_t<R>;
    return !Matrix::IsVectorAtCompileTime && bool(Matrix::IsRowMajor) == RowMajor;
  } else {
    return false;
  }
}

// Whether ranges of these types can be those of one call: the one place that refuses them.
template <class First, class... More> constexpr bool are_accepted() {
  constexpr bool contiguous = may_be_contiguous<First>() && (may_be_contiguous<More>() && ...);
  static_assert(contiguous,
                "xent: the elements of a range must lie one after the other: pass a contiguous "
                "range, std::span(pointer, count), or an Eigen object without gaps, or copy them");
  if constexpr (contiguous) {
    constexpr bool one_type =
        is_element<element_of<First>> && (std::same_as<element_of<First>, element_of<More>> && ...);
    static_assert(one_type,
                  "xent: all ranges of one call must be of float, or all of double: convert "
                  "integers and other numbers first, and flatten nested ranges");
    constexpr bool one_order =
        !((is_matrix_of_order<First, true>() || ... || is_matrix_of_order<More, true>()) &&
          (is_matrix_of_order<First, false>() || ... || is_matrix_of_order<More, false>()));
    static_assert(one_order,
                  "xent: all matrices of one call must have the same memory order, column-major "
                  "or row-major: copy one to the order of the other");
    return one_type && one_order;
  } else {
    return false;
  }
}

template <class... Outs> constexpr bool are_writable() {
  constexpr bool writable = (!std::is_const_v<stored_element_of<Outs>> && ...);
  static_assert(writable, "xent: an output range must not be const");
  return writable;
}

// Rows and columns of a matrix, and which of them lie together; no rows for what has one dimension.
struct matrix_shape {
  std::size_t rows = 0, cols = 0;
  bool is_row_major = false;

  // How many elements lie together: those of a row, or of a column.
  std::size_t inner() const { return is_row_major ? cols : rows; }
  bool operator==(const matrix_shape&) const = default;
};

// Where a range lies and how much it is, for checks and messages.
struct named_range {
  const char* name;
  const void* data;
  std::size_t size;
  matrix_shape shape{};
};

[[noreturn]] XENT_COLD void has_gaps(call_name call, const char* name, const char* which,
                                     std::ptrdiff_t stride) {
  fail<std::invalid_argument>(call, std::string(name) + " is not contiguous: its " + which +
                                        " stride is " + shown(stride) + " elements");
}

// The shape of a range, whose elements must lie one after the other.
template <class R> matrix_shape checked_shape(call_name call, const char* name, R& r) {
  if constexpr (dense_matrix<R>) {
    constexpr bool is_row_major = std::remove_cvref_t<R>::IsRowMajor;
    const auto rows = static_cast<std::size_t>(r.rows()), cols = static_cast<std::size_t>(r.cols());
    const std::size_t inner = is_row_major ? cols : rows, outer = is_row_major ? rows : cols;
    if (inner > 1 && outer > 0 && r.innerStride() != 1)
      has_gaps(call, name, "inner", r.innerStride());
    if (outer > 1 && inner > 0 && static_cast<std::size_t>(r.outerStride()) != inner)
      has_gaps(call, name, "outer", r.outerStride());
    if (inner > 1 && outer > 1) return {rows, cols, is_row_major};
  }
  return {};
}

template <class R> named_range named(call_name call, const char* name, R& r) {
  return {name, data_of(r), size_of(r), checked_shape(call, name, r)};
}

}  // namespace xent::inline XENT_ABI::detail
