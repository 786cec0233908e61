#pragma once
// What an array function checks before it starts: sizes and overlap. Messages name the function,
// the range and the numbers.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include <xent/detail/errors.hpp>

namespace xent::inline XENT_ABI::detail {

// Names of a function and of its input ranges, for messages.
template <std::size_t Inputs> struct call_names {
  const char* function;
  std::array<const char*, Inputs> inputs;
};

template <class T, std::size_t Inputs> struct job {
  const char* function;
  std::array<const T*, Inputs> in;
  T* out;
  std::size_t size;
};

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

template <class T, std::size_t Inputs>
void check_job(const call_names<Inputs>& names, const job<T, Inputs>& j,
               const std::array<std::size_t, Inputs>& sizes) {
  for (std::size_t k = 0; k < Inputs; ++k) {
    if (sizes[k] != j.size) wrong_size(names.function, names.inputs[k], sizes[k], j.size);
    const auto in = reinterpret_cast<std::uintptr_t>(j.in[k]);
    const auto out = reinterpret_cast<std::uintptr_t>(j.out);
    const std::uintptr_t bytes = j.size * sizeof(T);
    if (in != out && in < out + bytes && out < in + bytes) {
      overlapping(names.function, names.inputs[k], static_cast<std::ptrdiff_t>(out - in));
    }
  }
}

// The first target outside [0, 1] or NaN, which comes after the first `i`, is named.
template <class T>
[[noreturn]] XENT_COLD void bad_target(const char* function, const T* y, std::size_t i) {
  while (y[i] >= 0 && y[i] <= 1) ++i;
  fail<std::domain_error>(std::string("xent::") + function + ": target y[" + std::to_string(i) +
                          "] = " + shown(y[i]) + " is outside [0, 1]");
}

}  // namespace xent::inline XENT_ABI::detail
