#pragma once
// One call as the fuzzer's bytes describe it: the function, where its ranges lie in memory and what
// is in them, its options, grade, executor and instruction set.

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "../support/random_columns.hpp"
#include "bytes.hpp"
#include "executors.hpp"
#include "functions.hpp"

namespace xent::test {

// The roles of a call's ranges, in the order in which they are placed.
enum role : std::size_t {
  first_input,
  targets_input,
  weights,
  pos_weight,
  first_output,
  second_output,
  role_count
};

// `size` elements from the `begin`-th on of a block of memory.
struct place {
  std::size_t block = 0;
  std::ptrdiff_t begin = 0;
  std::size_t size = 0;
};

template <class T> struct scenario {
  const function* what = nullptr;
  std::size_t size = 0;
  std::optional<place> places[role_count];
  std::vector<std::vector<T>> blocks;

  T one_pos_weight = 1, label_smoothing = 0;
  std::optional<T> ignored;
  bool checks_targets = true, by_weight_sum = false, is_clamped = false;
  bool is_exact = false, is_plain = false;
  bool accumulates = false;
  xent::loss_sum accumulator;
  any_executor executor;
  std::string isa, reference_isa;

  bool has(role r) const { return places[r].has_value(); }
  std::span<T> range(role r) {
    if (!has(r)) return {};
    const place& p = *places[r];
    return std::span(blocks[p.block]).subspan(static_cast<std::size_t>(p.begin), p.size);
  }

  // Ones are none.
  bool has_pos_weight() {
    if (!has(pos_weight)) return one_pos_weight != 1;
    const auto q = range(pos_weight);
    return std::any_of(q.begin(), q.end(), [](T one) { return one != 1; });
  }

  bool is_ignored(T y) const {
    return ignored && (y == *ignored || (is_nan(y) && is_nan(*ignored)));
  }

  xent::options<T> options() {
    xent::options<T> o{.label_smoothing = label_smoothing};
    if (ignored) o.ignored_target = *ignored;
    if (is_clamped) o.clamp = xent::clamp::pytorch;
    if (has(weights)) o.weights = std::span<const T>(range(weights));
    o.pos_weight = one_pos_weight;
    if (has(pos_weight)) o.pos_weight = std::span<const T>(range(pos_weight));
    o.denominator = by_weight_sum ? xent::denominator::weight_sum : xent::denominator::count;
    o.targets = checks_targets ? xent::targets::checked : xent::targets::unchecked;
    if (accumulates) o.accumulator = &accumulator;
    return o;
  }
};

}  // namespace xent::test
