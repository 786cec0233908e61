#pragma once
// What options.accumulator must hold after a call: what it held before and, of a sum that returned,
// that sum exactly, also where it was formed piece by piece.

#include <algorithm>
#include <cstddef>
#include <string>

#include "expected_values.hpp"

namespace xent::test {

template <class T> class accumulator_expectation {
 public:
  // `before` is untouched, and its instruction set in use.
  accumulator_expectation(scenario<T>& before, const scenario<T>& after, const outcome& got)
      : before_(before), after_(after), got_(got) {}

  void check() {
    if (got_.how == ending::out_of_domain) return;
    const result returns = before_.what->returns;
    const bool adds = returns == result::sum || returns == result::mean;
    if (!before_.accumulates || !adds || got_.how != ending::returned) {
      if (!(before_.accumulator == after_.accumulator)) complain_of("changed");
      return;
    }
    if (returns == result::sum) {
      if (!same(added(), got_.value)) complain_of("has another sum");
      check_pieces();
    } else if (!before_.by_weight_sum && !before_.ignored) {
      const double mean = added() / static_cast<double>(before_.places[first_input]->size);
      if (!same(mean, got_.value)) complain_of("has another mean");
    }
  }

 private:
  scenario<T>& before_;
  const scenario<T>& after_;
  const outcome& got_;

  void complain_of(const char* what) const {
    complain(std::string(before_.what->name) + ": the accumulator " + what);
  }

  double added() const {
    auto limbs = after_.accumulator.limbs();
    const auto earlier = before_.accumulator.limbs();
    for (std::size_t i = 0; i < limbs.size(); ++i) limbs[i] -= earlier[i];
    return xent::loss_sum::from_limbs(limbs).value();
  }

  // Elements [first, end) of the same call.
  scenario<T> piece(std::size_t first, std::size_t end) const {
    scenario<T> p = before_;
    for (const role r : {first_input, targets_input, weights, first_output, second_output}) {
      if (!p.has(r)) continue;
      const std::size_t step = r == first_output && p.what->in_pairs ? 2 : 1;
      p.places[r]->begin += static_cast<std::ptrdiff_t>(step * first);
      p.places[r]->size = step * (end - first);
    }
    return p;
  }

  // Those of a block each; rows of classes must not be cut.
  void check_pieces() const {
    const std::size_t size = before_.places[first_input]->size;
    if (size <= xent::block_size) return;
    if (before_.has(pos_weight) && xent::block_size % before_.places[pos_weight]->size != 0) return;
    xent::loss_sum all = before_.accumulator;
    for (std::size_t i = 0; i < size; i += xent::block_size) {
      scenario<T> p = piece(i, std::min(size, i + xent::block_size));
      p.accumulator = all;
      if (const outcome got = perform(p); got.how != ending::returned) complain(got.message);
      all = p.accumulator;
    }
    if (!(all == after_.accumulator)) complain_of("depends on the pieces");
  }
};

}  // namespace xent::test
