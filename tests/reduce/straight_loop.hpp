#pragma once
// What options mean, said by a loop over scalars in long double.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "every_result.hpp"

namespace xent::test {

// `larger` is the greater of the gradient's terms, in size.
struct straight_element {
  long double loss, grad, hess, larger;
};

inline straight_element straight_logits(long double x, long double y, long double q) {
  const long double e = std::exp(-std::abs(x)), rest = std::log1p(e);
  const long double p = (x < 0 ? e : 1) / (1 + e), other = (x < 0 ? 1 : e) / (1 + e);
  const long double up = (1 - y) * p, down = q * y * other;
  return {(1 - y) * (std::max(x, 0.0L) + rest) + q * y * (std::max(-x, 0.0L) + rest), up - down,
          (1 - y + q * y) * p * other, std::max(up, down)};
}

inline straight_element straight_probability(long double p, long double y, clamp how) {
  if (how == clamp::pytorch) {
    const long double least = std::max(p * (1 - p), 1e-12L);
    return {-y * std::max(std::log(p), -100.0L) - (1 - y) * std::max(std::log1p(-p), -100.0L),
            (p - y) / least, 0, std::max(p * (1 - y), y * (1 - p)) / least};
  }
  const long double up = (1 - y) / (1 - p), down = y / p;
  return {-y * std::log(p) - (1 - y) * std::log1p(-p), up - down, 0, std::max(up, down)};
}

// Every element weighted, their sum, and what the mean divides by.
template <class T> struct straight_loop {
  std::vector<straight_element> elements;
  long double sum = 0, denominator = 0;

  straight_loop(losses which, const option_arguments<T>& a, const options<T>& o) {
    for (std::size_t i = 0; i < a.size; ++i) {
      elements.push_back(is_ignored(a.y[i], o) ? straight_element{} : weighted(which, a, o, i));
      sum += elements[i].loss;
      if (!is_ignored(a.y[i], o))
        denominator += o.denominator == denominator::count ? 1 : weight(o, i);
    }
  }

 private:
  using denominator_kind = xent::denominator;

  static bool is_ignored(T y, const options<T>& o) {
    const auto& [value, is_given] = o.ignored_target;
    return is_given && (y == value || (std::isnan(y) && std::isnan(value)));
  }
  static long double weight(const options<T>& o, std::size_t i) {
    return o.weights.is_given ? o.weights.data[i] : 1;
  }
  static straight_element weighted(losses which, const option_arguments<T>& a, const options<T>& o,
                                   std::size_t i) {
    const long double w = weight(o, i), s = o.label_smoothing, y = a.y[i] * (1 - s) + s / 2;
    if (w == 0) return {};
    const auto& [classes, one] = o.pos_weight;
    const long double q = classes.is_given ? classes.data[i % classes.size] : one;
    const straight_element e = which == losses::of_logits
                                   ? straight_logits(a.at[i], y, q)
                                   : straight_probability(a.at[i], y, o.clamp);
    return {w * e.loss, w * e.grad, w * e.hess, w * e.larger};
  }
};

}  // namespace xent::test
