#pragma once
// The walk over the blocks of a call, by the caller's executor.

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/first_failure.hpp>
#include <xent/executor.hpp>

namespace xent::inline XENT_ABI::detail {

// Calls do_block(first, size) for each block of so many elements; it has `size` of them from the
// first-th on. An executor sees no exception, because not all could pass one on (OpenMP's cannot):
// the caller gets that of the lowest block.
template <class Executor, class DoBlock>
void for_each_block(std::size_t size, Executor& exec, const DoBlock& do_block) {
  if constexpr (std::is_same_v<std::remove_const_t<Executor>, serial_executor>) {
    for (std::size_t first = 0; first < size; first += block_size)
      do_block(first, (std::min)(block_size, size - first));
  } else {
    std::size_t n_blocks = (size + block_size - 1) / block_size;
    first_failure failure;
    const auto guarded = [&](std::size_t i) {
      const std::size_t first = i * block_size;
      failure.guard(i, [&] { do_block(first, (std::min)(block_size, size - first)); });
    };
    block_body body(guarded);
    exec(n_blocks, body);  // both variables, because the concept `executor` is of lvalues
    failure.rethrow();
  }
}

}  // namespace xent::inline XENT_ABI::detail
