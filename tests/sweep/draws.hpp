#pragma once
// Random arguments by number: the same for a number whoever draws them, in whatever order.

#include <cmath>
#include <cstdint>
#include <string>

#include "../support/bound.hpp"
#include "../support/samples.hpp"

namespace xent::test {

// Labels 0 and 1 with pos_weight 1, or all others. `none`: the function has no label.
enum class labels { none, hard, soft };

// A row of the catalogue in a type, at labels of a kind.
template <class Row, class T, labels Labels> struct subject {
  using row = Row;
  using type = T;
  static constexpr labels kind = Labels;
  static constexpr bool may_cancel = Labels != labels::hard && terms_cancel<Row>;

  static std::string name() {
    static constexpr const char* names[] = {"", " hard", " soft"};
    return std::string(type_name<T>) + " " + signature(Row{}) + names[static_cast<int>(Labels)];
  }
};

// Where the terms of a difference meet, as near as T allows. (meeting.hpp has it to the last bit.)
template <class Row, class T> arguments_of<Row, T> brought_together(arguments_of<Row, T> xs) {
  const auto wide = [](T x) { return static_cast<long double>(x); };
  T near = xs[0];
  if constexpr (takes_pair<Row>) {
    const T distance = std::abs(xs[1]);
    near = static_cast<T>(-std::log1p(std::exp(-wide(distance))));
    xs[1] = near - distance;
  } else if constexpr (Row::arguments[0] == argument::probability) {
    near = xs[1];
  } else if constexpr (Row::arity == 2) {
    near = static_cast<T>(std::log(wide(xs[1]) / (1 - wide(xs[1]))));
  } else {
    near = static_cast<T>(std::log(wide(xs[2]) * wide(xs[1]) / (1 - wide(xs[1]))));
  }
  if (std::isfinite(near)) xs[0] = near;
  return xs;
}

template <class Subject> auto draw(Subject, std::uint64_t number) {
  using row = typename Subject::row;
  using type = typename Subject::type;
  random_source random(number);
  auto xs = random_arguments<row, type>(row{}, random);
  if constexpr (Subject::kind == labels::hard) {
    xs[1] = static_cast<type>(random.below(2));
  } else if constexpr (Subject::kind == labels::soft) {
    while (is_hard<row, type>(row{}, xs)) xs = random_arguments<row, type>(row{}, random);
  }
  if constexpr (is_weighted<row>) {
    if (random.below(8) == 0) return almost_subnormal<type>(random);
  }
  if constexpr (Subject::may_cancel) {
    if (random.below(8) == 0) xs = brought_together<row, type>(xs);
  }
  return xs;
}

}  // namespace xent::test
