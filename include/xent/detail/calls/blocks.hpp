#pragma once
// The walk over the blocks of a call, by the caller's executor.

#include <algorithm>
#include <array>
#include <cstddef>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/first_failure.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/executor.hpp>

namespace xent::inline XENT_ABI::detail {

template <class T> batch<T> block_of(const batch<T>& all, std::size_t i) {
  batch<T> block = all;
  block.first = i * block_size;
  block.size = (std::min)(block_size, all.size - block.first);
  for (auto& in : block.in) in = in ? in + block.first : nullptr;
  for (auto& out : block.out) out = out ? out + block.first : nullptr;
  return block;
}

// do_block(block) for each block of the call. An executor sees no exception, because not all could
// pass one on (OpenMP's cannot): the caller gets that of the lowest block.
template <class T, class Executor, class DoBlock>
void for_each_block(const batch<T>& all, Executor& exec, const DoBlock& do_block) {
  const std::size_t n_blocks = (all.size + block_size - 1) / block_size;
  if constexpr (std::is_same_v<std::remove_const_t<Executor>, serial_executor>) {
    for (std::size_t i = 0; i < n_blocks; ++i) do_block(block_of(all, i));
  } else {
    first_failure failure;
    const auto guarded = [&](std::size_t i) {
      failure.guard(i, [&] { do_block(block_of(all, i)); });
    };
    // Variables, because the concept `executor` is of lvalues.
    std::size_t n = n_blocks;
    block_body body(guarded);
    exec(n, body);
    failure.rethrow();
  }
}

}  // namespace xent::inline XENT_ABI::detail
