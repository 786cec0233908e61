#pragma once
// Ways to merge the sums of pieces: threads finish in any order, machines add integers.

#include <cstddef>
#include <utility>
#include <vector>

#include <xent/loss_sum.hpp>

#include "../support/samples.hpp"

namespace xent::test {

using sums_of_pieces = std::vector<loss_sum>;

inline loss_sum merged_forwards(const sums_of_pieces& sums) {
  loss_sum total;
  for (const auto& sum : sums) total.merge(sum);
  return total;
}

inline loss_sum merged_backwards(const sums_of_pieces& sums) {
  return merged_forwards({sums.rbegin(), sums.rend()});
}

template <int Seed> loss_sum merged_shuffled(const sums_of_pieces& sums) {
  random_source random(Seed);
  sums_of_pieces shuffled = sums;
  for (std::size_t i = sums.size(); i > 1; --i)
    std::swap(shuffled[i - 1], shuffled[random.below(i)]);
  return merged_forwards(shuffled);
}

// Neighbours, then neighbours of those, until one is left.
inline loss_sum merged_by_pairs(const sums_of_pieces& sums) {
  sums_of_pieces left = sums;
  for (std::size_t apart = 1; apart < left.size(); apart *= 2) {
    for (std::size_t i = 0; i + apart < left.size(); i += 2 * apart) left[i].merge(left[i + apart]);
  }
  return left.front();
}

// As MPI_SUM does.
inline loss_sum merged_as_limbs(const sums_of_pieces& sums) {
  loss_sum::limb_array total{};
  for (const auto& sum : sums) {
    const auto limbs = sum.limbs();
    for (std::size_t i = 0; i < total.size(); ++i) total[i] += limbs[i];
  }
  return loss_sum::from_limbs(total);
}

struct merge_order {
  const char* name;
  loss_sum (*merge)(const sums_of_pieces&);
};

inline constexpr merge_order merge_orders[] = {
    {"forwards", merged_forwards},     {"backwards", merged_backwards},
    {"shuffled", merged_shuffled<1>},  {"shuffled again", merged_shuffled<2>},
    {"pair by pair", merged_by_pairs}, {"as integers", merged_as_limbs}};

}  // namespace xent::test
