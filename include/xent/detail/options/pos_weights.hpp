#pragma once
// The pos_weight of every element: one value, or C of them that cycle along rows of C classes.

#include <algorithm>
#include <cstring>

#include <xent/detail/calls/call_policy.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// As many elements of a block as it has, and a cycle more, so that any phase of it lies in one
// piece; cycles longer than a block are read where they are.
template <class T> class pos_weights {
 public:
  pos_weights(const one_or_more<T>& given, std::size_t size)
      : one_(given.value),
        many_(given.range.is_given ? given.range.data : &one_),
        count_(given.range.is_given ? given.range.size : 1) {
    if (count_ <= block_size) repeat((std::min)(size, block_size) + count_ - 1);
  }
  pos_weights(const pos_weights&) = delete;

  // Those of the elements from the first-th on; `joined` is room for a block of them.
  const T* of(std::size_t first, std::size_t size, T* joined) const {
    const std::size_t begin = first % count_, until_end = count_ - begin;
    if (count_ <= block_size) return cycle_ + begin;
    if (size <= until_end) return many_ + begin;
    std::memcpy(joined, many_ + begin, until_end * sizeof(T));
    std::memcpy(joined + until_end, many_, (size - until_end) * sizeof(T));
    return joined;
  }

 private:
  T one_;
  const T* many_;
  std::size_t count_;
  alignas(64) T cycle_[2 * block_size];

  void repeat(std::size_t needed) {
    std::size_t filled = (std::min)(count_, needed);
    std::memcpy(cycle_, many_, filled * sizeof(T));
    while (filled < needed) {
      const std::size_t more = (std::min)(filled, needed - filled);
      std::memcpy(cycle_ + filled, cycle_, more * sizeof(T));
      filled += more;
    }
  }
};

}  // namespace xent::inline XENT_ABI::detail
