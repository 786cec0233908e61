#pragma once
// What one call asks of a loop: where to read, where to write, how much.

#include <array>
#include <cstddef>

#include <xent/detail/base/abi_namespace.hpp>

namespace xent::inline XENT_ABI::detail {

// Names of a function and of its input ranges, for messages.
template <std::size_t Inputs> struct call_names {
  const char* function;
  std::array<const char*, Inputs> inputs;
};

template <class T, std::size_t Inputs, std::size_t Outputs> struct job {
  using real = T;
  static constexpr std::size_t inputs = Inputs, outputs = Outputs;

  const char* function;
  std::array<const T*, Inputs> in;
  std::array<T*, Outputs> out;
  std::size_t size;
  // Where in the caller's ranges this job begins.
  std::size_t first = 0;
  bool checks_targets = true;
  // Multiplies the outputs after the first: a mean's derivatives.
  T scale = 1;

  // The `count` elements from the i-th on.
  XENT_INLINE constexpr job part(std::size_t i, std::size_t count) const {
    job p = *this;
    for (auto& at : p.in) at += i;
    for (auto& at : p.out) at += i;
    p.first += i;
    p.size = count;
    return p;
  }

  // The same with one more output, the first.
  constexpr job<T, Inputs, Outputs + 1> with_first_output(T* more) const {
    job<T, Inputs, Outputs + 1> j{function, in, {more}, size, first, checks_targets, scale};
    // Not k < Outputs, which may be 0: nvcc warns there.
    for (std::size_t k = 0; k != Outputs; ++k) j.out[k + 1] = out[k];
    return j;
  }

  // The same with one more input.
  constexpr job<T, Inputs + 1, Outputs> with(const T* more) const {
    job<T, Inputs + 1, Outputs> j{function, {}, out, size, first, checks_targets, scale};
    for (std::size_t k = 0; k < Inputs; ++k) j.in[k] = in[k];
    j.in[Inputs] = more;
    return j;
  }
};

}  // namespace xent::inline XENT_ABI::detail
