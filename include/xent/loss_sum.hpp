#pragma once
/// \file
/// An exact sum of doubles: what blocks, threads and machines combine in any order to the same
/// bits.

#include <array>
#include <cstddef>
#include <cstdint>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/superaccumulator.hpp>

namespace xent::inline XENT_ABI {

/// An exact sum of doubles; trivially copyable: save it, send it, sum it over machines.
///
/// The bits of each double are added into 64-bit integers that together span all of double's range
/// (a small superaccumulator, after R. M. Neal, https://arxiv.org/abs/1505.05571). Integer addition
/// has no order: any order and any grouping give the same bits. Up to 2⁶² additions in all.
///
/// All members are constexpr, allocate nothing and throw nothing.
/// \snippet reductions.cpp loss_sum
/// \ingroup reductions
class loss_sum {
 public:
  /// The state as integers: of fixed size, and trivially copyable.
  using limb_array = std::array<std::int64_t, detail::superaccumulator::limb_count>;

  /// The sum of nothing.
  constexpr loss_sum() = default;

  /// Adds x exactly, in constant time. NaN and infinities decide the value: NaN, or ∞ − ∞, gives
  /// NaN.
  constexpr void add(double x) {
    detail::superaccumulator::add(x,
                                  [this](std::size_t i, std::int64_t part) { limbs_[i] += part; });
    if (++pending_ == most_pending) normalise();
  }

  /// Adds all that was added to the other, exactly.
  constexpr void merge(const loss_sum& other) {
    const limb_array theirs = other.limbs();
    for (std::size_t i = 0; i < theirs.size(); ++i) limbs_[i] += theirs[i];
    if (++pending_ == most_pending) normalise();
  }

  /// The exact sum rounded once, to nearest: within half an ulp. 0 where nothing was added.
  constexpr double value() const { return detail::superaccumulator::value(limbs_); }

  /// The state as integers, in one form for every exact sum: the sum of two such arrays, element by
  /// element, is a merge (over MPI: MPI_SUM of MPI_INT64_T, up to 2³⁰ parts at once).
  /// \snippet reductions.cpp limbs
  constexpr limb_array limbs() const {
    limb_array normal = limbs_;
    detail::superaccumulator::carry(normal);
    return normal;
  }
  /// The sum that has these limbs, or that several arrays of limbs added up to.
  static constexpr loss_sum from_limbs(const limb_array& limbs) {
    loss_sum sum;
    sum.limbs_ = limbs;
    sum.normalise();
    return sum;
  }

  /// Whether the states are the same: where everything added is finite, whether the exact sums are.
  /// Of infinities and NaN the state also knows how many there were.
  friend constexpr bool operator==(const loss_sum& a, const loss_sum& b) {
    return a.limbs() == b.limbs();
  }

 private:
  // Each addition changes a limb by less than 1.5·2³².
  static constexpr std::int64_t most_pending = std::int64_t{1} << 30;

  limb_array limbs_{};
  std::int64_t pending_ = 0;

  constexpr void normalise() {
    detail::superaccumulator::carry(limbs_);
    pending_ = 1;
  }
};

}  // namespace xent::inline XENT_ABI
