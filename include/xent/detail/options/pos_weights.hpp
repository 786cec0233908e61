#pragma once
// The pos_weight of every element: one value, or C of them that cycle along rows of C classes.

#include <algorithm>
#include <cstddef>
#include <cstring>

#include <xent/detail/base/config.hpp>
#include <xent/executor.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// A cycle that is no longer than a block is repeated for as many elements as a block has and one
// cycle more, so that any phase of it lies in one piece. Longer ones are read where they are.
template <class T> class pos_weights {
 public:
  // Of a call on so many elements, whose loop takes them or not.
  pos_weights(const one_or_more<T>& given, std::size_t size, bool are_taken)
      : one_(given.value),
        cycle_(given.range.is_given ? given.range.data : &one_),
        cycle_size_(given.range.is_given ? given.range.size : 1) {
    if (are_taken && cycle_size_ <= block_size)
      repeat((std::min)(size, block_size) + cycle_size_ - 1);
  }
  pos_weights(const pos_weights&) = delete;

  // Those of the elements from the first-th on; `scratch` is room for a block of them.
  const T* of_block(std::size_t first, std::size_t size, T* scratch) const {
    const std::size_t begin = first % cycle_size_, until_end = cycle_size_ - begin;
    if (cycle_size_ <= block_size) return repeated_ + begin;
    if (size <= until_end) return cycle_ + begin;
    std::memcpy(scratch, cycle_ + begin, until_end * sizeof(T));
    std::memcpy(scratch + until_end, cycle_, (size - until_end) * sizeof(T));
    return scratch;
  }

 private:
  T one_;
  const T* cycle_;
  std::size_t cycle_size_;
  alignas(64) T repeated_[2 * block_size];

  void repeat(std::size_t needed) {
    std::size_t filled = (std::min)(cycle_size_, needed);
    std::memcpy(repeated_, cycle_, filled * sizeof(T));
    while (filled < needed) {
      const std::size_t more = (std::min)(filled, needed - filled);
      std::memcpy(repeated_ + filled, repeated_, more * sizeof(T));
      filled += more;
    }
  }
};

}  // namespace xent::inline XENT_ABI::detail
