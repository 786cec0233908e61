#pragma once
// The exact sum that the blocks of a call add to, from one thread or from several.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/superaccumulator.hpp>
#include <xent/executor.hpp>
#include <xent/loss_sum.hpp>

namespace xent::inline XENT_ABI::detail {

template <class Executor> class shared_sum;

template <> class shared_sum<serial_executor> {
 public:
  template <class Partials> void add(std::size_t, const Partials& partials) {
    for (const double p : partials) sum_.add(p);
  }
  loss_sum sum() const { return sum_; }

 private:
  loss_sum sum_;
};

// Neighbouring blocks add to different copies, so that threads seldom meet. Limbs have room for
// 2³⁰ additions each, that is for 2⁴⁰ elements.
template <class Executor> class shared_sum {
 public:
  template <class Partials> void add(std::size_t block, const Partials& partials) {
    auto& limbs = copies_[block % copies_.size()];
    for (const double p : partials) {
      superaccumulator::add(p, [&](std::size_t i, std::int64_t part) {
        if (part != 0) limbs[i].fetch_add(part, std::memory_order_relaxed);
      });
    }
  }
  loss_sum sum() const {
    loss_sum all;
    for (const auto& copy : copies_) {
      loss_sum::limb_array limbs;
      for (std::size_t i = 0; i < limbs.size(); ++i)
        limbs[i] = copy[i].load(std::memory_order_relaxed);
      all.merge(loss_sum::from_limbs(limbs));
    }
    return all;
  }

 private:
  std::array<std::array<std::atomic<std::int64_t>, superaccumulator::limb_count>, 8> copies_{};
};

}  // namespace xent::inline XENT_ABI::detail
