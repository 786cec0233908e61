#pragma once
// A subject over runs of draws: every way's results against an estimate of the truth.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "../support/bound.hpp"
#include "../support/random_columns.hpp"
#include "draws.hpp"
#include "nearest.hpp"
#include "subject_tally.hpp"
#include "ways.hpp"
#include "yardstick.hpp"

namespace xent::test {

// What a way promises of a subject.
template <class Subject> bound promised(const way& w) {
  using row = typename Subject::row;
  using type = typename Subject::type;
  const auto given = w.what == grade::fast ? fast_bounds_of<row, type>() : bounds_of<row, type>();
  return Subject::kind == labels::hard || row::arity == 1 ? given.hard : given.soft;
}

// Scalar and exact floats are computed in double.
template <class T> bool is_computed_in(const way& w) {
  return sizeof(T) == 8 || w.what == grade::fast;
}

// The fast grade multiplies y·q in float: where that is subnormal its bound does not hold.
template <class Xs> bool is_served(const way& w, const Xs& xs) {
  using T = typename Xs::value_type;
  if constexpr (std::tuple_size_v<Xs> == 3 && sizeof(T) == 4) {
    const bool is_lost = xs[1] > 0 && xs[2] > 0 && xs[1] * xs[2] < std::numeric_limits<T>::min();
    return w.what != grade::fast || !is_lost;
  }
  return true;
}

template <class Subject> class searcher {
  using row = typename Subject::row;
  using T = typename Subject::type;
  static constexpr std::size_t length = 1024;
  static constexpr std::uint64_t audit = 1 << 14;  // one estimate in so many

 public:
  searcher() : truths_(length, wider<T>(0)), results_(ways_.size(), std::vector<T>(length)) {
    for (auto& column : at_) column.resize(length);
  }

  // Draws from number `first` on; `count` is rounded up.
  subject_tally run(std::uint64_t first, std::uint64_t count) {
    subject_tally tally(ways_.size());
    for (const std::uint64_t end = first + count; first < end; first += length) {
      enter(first, tally);
      for (std::size_t w = 0; w < ways_.size(); ++w) check(w, first, tally.ways[w]);
    }
    return tally;
  }

 private:
  void enter(std::uint64_t first, subject_tally& tally) {
    for (std::size_t i = 0; i < length; ++i) {
      const auto xs = draw(Subject{}, first + i);
      for (std::size_t k = 0; k < xs.size(); ++k) at_[k][i] = xs[k];
      truths_[i] = std::apply([](auto... x) { return estimated(row{}, wider<T>(x)...); }, xs);
      if ((first + i) % audit != 0) continue;
      ++tally.audited;
      if (!std::apply([](auto... x) { return encloses_truth(row{}, x...); }, xs)) ++tally.outside;
    }
  }

  void check(std::size_t w, std::uint64_t first, way_tally& t) {
    if (!exists<row>(ways_[w])) return;
    spans_of<row, T> at;
    for (std::size_t k = 0; k < at.size(); ++k) at[k] = at_[k];
    evaluate<row, T>(row{}, ways_[w], at, results_[w]);
    t.results += length;
    const std::size_t like = ways_[w].like;
    const std::size_t unlike = like < w ? differences<T>(results_[w], results_[like]) : 0;
    t.unlike += unlike;
    // What has the bits of an earlier way has its errors, too.
    if (like < w && unlike == 0) return;
    const bound allowed = promised<Subject>(ways_[w]);
    for (std::size_t i = 0; i < length; ++i) {
      const double granted =
          is_computed_in<T>(ways_[w]) ? granted_to_pos_weight<row, T>({}, arguments(i)) : 0;
      const double error = yardstick<T>(truths_[i], allowed, granted).measure(results_[w][i]);
      if (!is_served(ways_[w], arguments(i))) continue;
      if (!(error <= allowed.ulps)) ++t.beyond;
      if (error > t.worst.least()) t.worst.see({error, first + i});
    }
  }

  arguments_of<row, T> arguments(std::size_t i) const {
    arguments_of<row, T> xs;
    for (std::size_t k = 0; k < xs.size(); ++k) xs[k] = at_[k][i];
    return xs;
  }

  std::vector<way> ways_ = all_ways<T>();
  columns<row, T> at_;
  std::vector<estimate<wider<T>>> truths_;
  std::vector<std::vector<T>> results_;  // of every way
};

}  // namespace xent::test
