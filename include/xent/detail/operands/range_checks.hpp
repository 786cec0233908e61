#pragma once
// What an array function checks before it starts, sizes and overlap, and how it reports a bad
// value. Messages name the function, the range, the value and its index.

#include <cstdint>
#include <string>

#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/base/errors.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/base/ranges.hpp>

namespace xent::inline XENT_ABI::detail {

[[noreturn]] XENT_COLD void wrong_size(const char* function, const named_range& range,
                                       const named_range& of) {
  fail<std::invalid_argument>(std::string("xent::") + function + ": " + range.name + " has " +
                              shown(range.size) + " elements, " + of.name + " has " +
                              shown(of.size));
}

[[noreturn]] XENT_COLD void wrong_shape(const char* function, const named_range& range,
                                        const named_range& of) {
  const auto shape = [](const named_range& r) {
    const auto& [rows, cols, is_row_major] = r.shape;
    return std::string(r.name) + " is " + shown(rows) + " x " + shown(cols) +
           (is_row_major ? ", row-major" : ", column-major");
  };
  fail<std::invalid_argument>(std::string("xent::") + function + ": " + shape(range) + "; " +
                              shape(of));
}

inline std::uintptr_t address_of(const named_range& range) {
  return reinterpret_cast<std::uintptr_t>(range.data);
}

[[noreturn]] XENT_COLD void overlapping(const char* function, const named_range& out,
                                        const named_range& in, const char* how) {
  const std::string name(out.name), other(in.name);
  const auto bytes = static_cast<std::ptrdiff_t>(address_of(out) - address_of(in));
  fail<std::invalid_argument>(std::string("xent::") + function + ": " + name + " overlaps " +
                              other + how + ": " + name + " starts " + shown(bytes) +
                              " bytes after " + other);
}

inline void check_size(const char* function, const named_range& range, const named_range& of) {
  if (range.size != of.size) wrong_size(function, range, of);
}

// Elements of matrices belong together by row and column, not by their place in memory. The first
// matrix that is met becomes `first`.
inline void check_shape(const char* function, const named_range& range, named_range& first) {
  if (range.shape.rows == 0) return;
  if (first.shape.rows == 0) {
    first = range;
  } else if (range.shape != first.shape) {
    wrong_shape(function, range, first);
  }
}

// Do two ranges of elements of so many bytes overlap?
inline bool do_overlap(const named_range& a, const named_range& b, std::size_t element) {
  return a.size != 0 && b.size != 0 && address_of(a) < address_of(b) + b.size * element &&
         address_of(b) < address_of(a) + a.size * element;
}

// An output may be an input, but not overlap it otherwise.
inline void check_overlap(const char* function, const named_range& out, const named_range& in,
                          std::size_t element) {
  const bool is_input = out.data == in.data && out.size == in.size;
  if (do_overlap(out, in, element) && !is_input)
    overlapping(function, out, in, " without being it");
}

inline void check_outputs_apart(const char* function, const named_range& out,
                                const named_range& other, std::size_t element) {
  if (do_overlap(out, other, element)) overlapping(function, out, other, "");
}

[[noreturn]] XENT_COLD void bad_value(const char* function, const std::string& what,
                                      const std::string& value, const char* why) {
  fail<std::domain_error>(std::string("xent::") + function + ": " + what + " = " + value + why);
}

template <class T> constexpr bool is_target(T y) { return y >= 0 && y <= 1; }
template <class T> constexpr bool is_weight(T w) { return w >= 0 && w <= largest_of<T>; }
XENT_HIDDEN inline constexpr const char* not_a_weight = " is negative, infinite or NaN";

template <class T>
[[noreturn]] XENT_COLD void bad_target(const char* function, std::size_t i, T y) {
  bad_value(function, "target y[" + shown(i) + "]", shown(y), " is outside [0, 1]");
}

// The first of a block's targets, from the begin-th on, that lies outside [0, 1]; where
// `left_in(i)` is false there need be none.
template <class Job, class LeftIn>
XENT_COLD void check_targets(const Job& j, std::size_t begin, std::size_t size,
                             const LeftIn& left_in) {
  for (std::size_t i = begin; i < begin + size; ++i) {
    const auto y = j.in[1][i];
    if (left_in(i) && !is_target(y)) bad_target(j.function, j.first + i, y);
  }
}
template <class Job>
XENT_COLD void check_targets(const Job& j, std::size_t begin, std::size_t size) {
  check_targets(j, begin, size, [](std::size_t) { return true; });
}

// Weights that are ≥ 0 and finite; w[0] is the first-th of its range.
template <class T>
XENT_COLD void check_weights(const char* function, const char* name, const T* w, std::size_t size,
                             std::size_t first) {
  for (std::size_t i = 0; i < size; ++i) {
    if (!is_weight(w[i]))
      bad_value(function, std::string(name) + '[' + shown(first + i) + ']', shown(w[i]),
                not_a_weight);
  }
}

}  // namespace xent::inline XENT_ABI::detail
