#pragma once
// Choices of options, and arguments at the edges of cases all of whose results they leave finite.

#include <cstddef>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "../support/option_table.hpp"
#include "option_calls.hpp"

namespace xent::test {

// Options that go with a number of elements: a part of the weights, and as many classes as divide
// it.
template <class T> options<T> fitted(options<T> o, std::size_t size) {
  o.weights.size = std::min(o.weights.size, size);
  auto& classes = o.pos_weight.range;
  if (classes.is_given) classes.size = std::gcd(classes.size, size);
  return o;
}

// Are all that the call returns of such elements finite? With weights, which are below 2², or in a
// sum of double, only where much larger results would be.
template <class T>
bool is_finite(const option_call<T>& call, const point<T>& at, const options<T>& o) {
  if (o.clamp == clamp::pytorch) return true;
  const auto& [x, label] = at;
  const T s = o.label_smoothing, y = label * (1 - s) + s / 2;
  const bool has_room = call.sums ? sizeof(T) == 8 : o.weights.is_given;
  const T limit = std::numeric_limits<T>::max() / (has_room ? 0x1p16f : 1);
  const bool has_pos_weight = o.pos_weight.range.is_given || o.pos_weight.value != 1;
  const T q = has_pos_weight ? 8 : 1;  // at least every pos_weight
  return call.is_within(x, y, q, limit);
}

template <class T>
std::vector<point<T>> points_for(const option_call<T>& call, const options<T>& o) {
  auto points = call.points();
  std::erase_if(points, [&](const auto& at) { return !is_finite<T>(call, at, o); });
  return points;
}

template <class T> bool is_left_out(const options<T>& o, std::size_t i) {
  if (o.weights.is_given && o.weights.data[i] == 0) return true;
  return o.ignored_target.is_given && i % 5 == 2;
}

// Elements from the first-th point on, in turn; those left out have the logit or probability
// `masked`.
template <class T> struct elements {
  std::vector<T> at, y;

  elements(const std::vector<point<T>>& points, std::size_t first, std::size_t size,
           const options<T>& o, T masked) {
    for (std::size_t i = 0; i < size; ++i) {
      const auto& [x, label] = points[(first + i) % points.size()];
      const bool is_ignored = o.ignored_target.is_given && i % 5 == 2;
      at.push_back(is_left_out(o, i) ? masked : x);
      y.push_back(is_ignored ? o.ignored_target.value : label);
    }
  }
};

template <class T> struct choice {
  std::string name;
  losses which;
  options<T> o;
  T masked = T(0.5);
};

// An option with itself is that option alone.
template <class T, class Visitor> void for_each_choice(losses which, Visitor visit) {
  static const option_ranges<T> ranges;
  visit(choice<T>{"no options", which, {}});
  for (const auto& one : effective_options<T>) {
    for (const auto& other : effective_options<T>) {
      if (&other < &one || !one.is_for(which) || !other.is_for(which)) continue;
      if (&other != &one && !one.goes_with(other)) continue;
      options<T> o;
      one.give(o, ranges);
      other.give(o, ranges);
      const std::string name = &other == &one ? "" : std::string(" and ") + other.name;
      visit(choice<T>{one.name + name, which, o});
    }
  }
}

}  // namespace xent::test
