#pragma once
// The sum of a block of terms, pairwise in double down to 8 partial sums, by the same tree on every
// instruction set. It is seven additions deep, so that no partial sum of terms ≥ 0 is off by more
// than 7·2⁻⁵³ of itself; the partial sums are added exactly (loss_sum.hpp).

#include <array>
#include <cstddef>

#include <xent/detail/base/config.hpp>
#include <xent/detail/loops/instruction_sets.hpp>
#include <xent/executor.hpp>

namespace xent::inline XENT_ABI::detail {

inline constexpr std::size_t partial_count = 8;

// float terms may have sample weights, or null: the products are exact in double.
template <class T> struct block_terms {
  const T* terms;
  const float* weights;
  std::size_t size;
  double* partials;
};

XENT_LOOPS_BEGIN

struct pairwise_sum_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const block_terms<T>& f) {
    const T* const t = f.terms;
    const float* const w = f.weights;
    if (sizeof(T) == 8 || w == nullptr) {
      add(f, [=](std::size_t i) { return static_cast<double>(t[i]); });
    } else {
      add(f, [=](std::size_t i) { return static_cast<double>(t[i]) * static_cast<double>(w[i]); });
    }
  }

 private:
  // Zeros change no sum: a short block starts further down the tree.
  template <class T, class Term> XENT_INLINE static void add(const block_terms<T>& f, Term term) {
    alignas(64) double sums[block_size / 2];
    std::size_t count = partial_count;
    while (2 * count < f.size) count *= 2;
    const std::size_t pairs = f.size > count ? f.size - count : 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < pairs; ++i) sums[i] = term(i) + term(i + count);
    for (std::size_t i = pairs; i < count; ++i) sums[i] = i < f.size ? term(i) + 0.0 : 0.0;
    for (count /= 2; count >= partial_count; count /= 2) {
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < count; ++i) sums[i] += sums[i + count];
    }
    for (std::size_t i = 0; i < partial_count; ++i) f.partials[i] = sums[i];
  }
};

XENT_LOOPS_END

template <class T>
std::array<double, partial_count> pairwise_sum(const T* terms, std::size_t size,
                                               const float* weights = nullptr) {
  std::array<double, partial_count> partials;
  run_on_best_isa<pairwise_sum_loop>(block_terms<T>{terms, weights, size, partials.data()});
  return partials;
}

}  // namespace xent::inline XENT_ABI::detail
