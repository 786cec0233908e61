#pragma once
// What one call asks of a loop: where to read, where to write, how much.

#include <array>
#include <cstddef>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>

namespace xent::inline XENT_ABI::detail {

// Inputs are the arguments of the functions in order; outputs are theirs, function by function.
template <class T> struct batch {
  static constexpr std::size_t most = 3;

  call_name call;
  std::array<const T*, most> in{};
  std::array<T*, most> out{};
  std::size_t size = 0;
  // Where in the caller's ranges this batch begins.
  std::size_t first = 0;
  bool checks_targets = true;
  // Multiplies the outputs after the first: a mean's derivatives.
  T scale = 1;

  // The elements from i on of a whole call, with so many of its inputs and outputs; the scale is
  // not taken over.
  template <std::size_t Inputs, std::size_t Outputs>
  batch part(std::size_t i, std::size_t count) const {
    batch p{.call = call, .size = count, .first = i, .checks_targets = checks_targets};
    for (std::size_t k = 0; k != Inputs; ++k) p.in[k] = in[k] + i;
    for (std::size_t k = 0; k != Outputs; ++k) p.out[k] = out[k] + i;
    return p;
  }
};

}  // namespace xent::inline XENT_ABI::detail
