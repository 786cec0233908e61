#pragma once
// What an array function checks before it starts, sizes and overlap, and how it reports a bad
// value. Messages name the function, the range, the value and its index.

#include <cstdint>
#include <string>

#include <xent/detail/errors.hpp>
#include <xent/detail/job.hpp>

namespace xent::inline XENT_ABI::detail {

// A range of a call, for checks and messages.
struct named_range {
  const char* name;
  const void* data;
  std::size_t size;
};

[[noreturn]] XENT_COLD void wrong_size(const char* function, const named_range& range,
                                       const named_range& of) {
  fail<std::invalid_argument>(std::string("xent::") + function + ": " + range.name + " has " +
                              shown(range.size) + " elements, " + of.name + " has " +
                              shown(of.size));
}

[[noreturn]] XENT_COLD void overlapping(const char* function, const named_range& out,
                                        const named_range& in, std::ptrdiff_t bytes) {
  const std::string name(out.name), other(in.name);
  fail<std::invalid_argument>(std::string("xent::") + function + ": " + name + " overlaps " +
                              other + " without being it: " + name + " starts " + shown(bytes) +
                              " bytes after " + other);
}

inline void check_size(const char* function, const named_range& range, const named_range& of) {
  if (range.size != of.size) wrong_size(function, range, of);
}

// An output may be an input, but not overlap it otherwise; both have elements of so many bytes.
inline void check_overlap(const char* function, const named_range& out, const named_range& in,
                          std::size_t element) {
  const auto in_at = reinterpret_cast<std::uintptr_t>(in.data);
  const auto out_at = reinterpret_cast<std::uintptr_t>(out.data);
  const bool apart = in_at + in.size * element <= out_at || out_at + out.size * element <= in_at;
  const bool same = in_at == out_at && in.size == out.size;
  if (!apart && !same && in.size != 0 && out.size != 0) {
    overlapping(function, out, in, static_cast<std::ptrdiff_t>(out_at - in_at));
  }
}

[[noreturn]] XENT_COLD void bad_value(const char* function, const std::string& what,
                                      const std::string& value, const char* why) {
  fail<std::domain_error>(std::string("xent::") + function + ": " + what + " = " + value + why);
}

// The first target outside [0, 1] or NaN, which is not among the first i of this job, is named.
template <class Job> [[noreturn]] XENT_COLD void bad_target(const Job& j, std::size_t i) {
  const auto* const y = j.in[1];
  while (y[i] >= 0 && y[i] <= 1) ++i;
  bad_value(j.function, "target y[" + shown(j.first + i) + "]", shown(y[i]), " is outside [0, 1]");
}

}  // namespace xent::inline XENT_ABI::detail
