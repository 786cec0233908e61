#pragma once
// Losses of pairs in a file, block by block, and what is wrong with a pair that has none.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>

#include <xent/reduce.hpp>

#include "../common/pair_file.hpp"
#include "state.hpp"

namespace example {

// Adds the losses of at most block_size pairs to the sum: correctly rounded ones, so that another
// machine may go on with it.
inline double add_block(std::span<const logit_and_target> pairs, xent::loss_sum& sum) {
  std::array<float, xent::block_size> logits, targets;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    logits[i] = pairs[i].logit;
    targets[i] = pairs[i].target;
  }
  return xent::bce_with_logits_sum(std::span(logits).first(pairs.size()),
                                   std::span(targets).first(pairs.size()), {.accumulator = &sum},
                                   xent::exact);
}

// The same, or NaN where a pair is not fit for it.
inline double add_or_nan(std::span<const logit_and_target> pairs, xent::loss_sum& sum) {
  try {
    return add_block(pairs, sum);
  } catch (const std::domain_error&) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

[[noreturn]] inline void refuse(const pair_reader& reader, std::uint64_t first,
                                std::span<const logit_and_target> pairs) {
  for (std::size_t i = 0;; ++i) {
    const auto [logit, target] = pairs[i];
    const std::uint64_t byte = (first + i) * sizeof(logit_and_target);
    if (std::isnan(logit)) reader.fail(byte, "the logit is not a number");
    if (!(target >= 0 && target <= 1)) {
      std::array<char, 32> value;
      std::snprintf(value.data(), value.size(), "%.9g", double{target});
      reader.fail(byte + 4, std::string("the target is outside [0, 1]: ") + value.data());
    }
  }
}

// Reads pairs from where the state is, and moves it past them.
inline void add_chunk(pair_reader& reader, std::span<logit_and_target> pairs, stream_state& state) {
  reader.read(state.pairs_done, pairs);
  for (std::size_t i = 0; i < pairs.size(); i += xent::block_size) {
    const auto block = pairs.subspan(i, std::min(xent::block_size, pairs.size() - i));
    if (std::isnan(add_or_nan(block, state.sum))) refuse(reader, state.pairs_done + i, block);
  }
  state.pairs_done += pairs.size();
}

}  // namespace example
