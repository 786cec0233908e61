#pragma once
// What an array function checks of its ranges before it starts: sizes, shapes and overlap. Messages
// name the function, the ranges, and how they differ.

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>
#include <xent/detail/base/ranges.hpp>

namespace xent::inline XENT_ABI::detail {

[[noreturn]] XENT_COLD void wrong_size(call_name call, const named_range& range,
                                       const named_range& of) {
  fail<std::invalid_argument>(call, std::string(range.name) + " has " + shown(range.size) +
                                        " elements, " + of.name + " has " + shown(of.size));
}

inline std::string shown_shape(const named_range& range) {
  const auto& [rows, cols, is_row_major] = range.shape;
  return std::string(range.name) + " is " + shown(rows) + " x " + shown(cols) +
         (is_row_major ? ", row-major" : ", column-major");
}
[[noreturn]] XENT_COLD void wrong_shape(call_name call, const named_range& range,
                                        const std::string& why) {
  fail<std::invalid_argument>(call, shown_shape(range) + "; " + why);
}

inline std::uintptr_t address_of(const named_range& range) {
  return reinterpret_cast<std::uintptr_t>(range.data);
}

[[noreturn]] XENT_COLD void overlapping(call_name call, const named_range& out,
                                        const named_range& in, const char* how) {
  const std::string name(out.name), other(in.name);
  const auto bytes = static_cast<std::ptrdiff_t>(address_of(out) - address_of(in));
  fail<std::invalid_argument>(call, name + " overlaps " + other + how + ": " + name + " starts " +
                                        shown(bytes) + " bytes after " + other);
}

inline void check_size(call_name call, const named_range& range, const named_range& of) {
  if (range.size != of.size) wrong_size(call, range, of);
}

// Elements of matrices belong together by row and column, not by their place in memory. The first
// matrix that is met becomes `first`.
inline void check_shape(call_name call, const named_range& range, named_range& first) {
  if (range.shape.rows == 0) return;
  if (first.shape.rows == 0) {
    first = range;
  } else if (range.shape != first.shape) {
    wrong_shape(call, range, shown_shape(first));
  }
}

// Do two ranges of elements of so many bytes overlap?
inline bool do_overlap(const named_range& a, const named_range& b, std::size_t element) {
  return a.size != 0 && b.size != 0 && address_of(a) < address_of(b) + b.size * element &&
         address_of(b) < address_of(a) + a.size * element;
}

// An output may be an input, but not overlap it otherwise.
inline void check_overlap(call_name call, const named_range& out, const named_range& in,
                          std::size_t element) {
  const bool is_input = out.data == in.data && out.size == in.size;
  if (do_overlap(out, in, element) && !is_input) overlapping(call, out, in, " without being it");
}

inline void check_outputs_apart(call_name call, const named_range& out, const named_range& other,
                                std::size_t element) {
  if (do_overlap(out, other, element)) overlapping(call, out, other, "");
}

}  // namespace xent::inline XENT_ABI::detail
