#pragma once
// What an array function checks before it starts, sizes and overlap, and how it reports a bad
// value. Messages name the function, the range, the value and its index.

#include <cstdint>
#include <string>

#include <xent/detail/errors.hpp>
#include <xent/detail/job.hpp>

namespace xent::inline XENT_ABI::detail {

[[noreturn]] XENT_COLD void wrong_size(const char* function, const char* input, std::size_t size,
                                       std::size_t out_size) {
  fail<std::invalid_argument>(std::string("xent::") + function + ": " + input + " has " +
                              std::to_string(size) + " elements, out has " +
                              std::to_string(out_size));
}

[[noreturn]] XENT_COLD void overlapping(const char* function, const char* input,
                                        std::ptrdiff_t bytes) {
  fail<std::invalid_argument>(std::string("xent::") + function + ": out overlaps " + input +
                              " without being it: out starts " + std::to_string(bytes) +
                              " bytes after " + input);
}

// `bytes` at `out` are to be written while as many at `in` are read.
inline void check_overlap(const char* function, const char* name, const void* in_memory,
                          const void* out_memory, std::size_t bytes) {
  const auto in = reinterpret_cast<std::uintptr_t>(in_memory);
  const auto out = reinterpret_cast<std::uintptr_t>(out_memory);
  if (in != out && in < out + bytes && out < in + bytes) {
    overlapping(function, name, static_cast<std::ptrdiff_t>(out - in));
  }
}

template <class T, std::size_t Inputs>
void check_job(const call_names<Inputs>& names, const job<T, Inputs, 1>& j,
               const std::array<std::size_t, Inputs>& sizes) {
  for (std::size_t k = 0; k < Inputs; ++k) {
    if (sizes[k] != j.size) wrong_size(names.function, names.inputs[k], sizes[k], j.size);
    check_overlap(names.function, names.inputs[k], j.in[k], j.out[0], j.size * sizeof(T));
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
  bad_value(j.function, "target y[" + std::to_string(j.first + i) + "]", shown(y[i]),
            " is outside [0, 1]");
}

}  // namespace xent::inline XENT_ABI::detail
