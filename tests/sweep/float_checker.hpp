#pragma once
// A family over runs of floats: every column in every way, into tallies.

#include <array>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "../support/bound.hpp"
#include "family_tally.hpp"
#include "float_checks.hpp"
#include "ways.hpp"

namespace xent::test {

template <class Family> class float_checker {
  static constexpr std::size_t columns = std::tuple_size_v<typename Family::columns>;

 public:
  float_checker() : results_(columns * ways_.size()), found_(ways_.size()) { labels_[1].fill(1); }

  // So many blocks from the magnitude first·stride on.
  family_tally run(std::uint64_t first, std::uint64_t blocks, std::uint64_t stride) {
    family_tally tally(columns, ways_.size());
    for (std::uint64_t b = 0; b < blocks; ++b) {
      at_.enter(first + b * block_length, stride, tally.judged);
      check_columns(tally, std::make_index_sequence<columns>{});
    }
    return tally;
  }

 private:
  template <std::size_t... I> void check_columns(family_tally& tally, std::index_sequence<I...>) {
    (check_column<I>(tally.columns[I]), ...);
  }

  template <std::size_t I> void check_column(std::vector<float_tally>& tallies) {
    using column = std::tuple_element_t<I, typename Family::columns>;
    for (std::size_t s = 0; s < 2; ++s) {
      for (std::size_t w = 0; w < ways_.size(); ++w) {
        call<column>(w, at_.sides[column::is_mirrored ? 1 - s : s].x, results(I, w, s));
        found_[w] = check_side<column, I>(w, s);
        tallies[w].add(found_[w]);
      }
    }
    for (std::size_t w = 0; Family::is_even && w < ways_.size(); ++w) {
      tallies[w][counted::unlike_its_twin] += unlike(results(I, w, 0), results(I, w, 1));
    }
  }

  template <class Column> void call(std::size_t w, const block_of<float>& x, block_of<float>& out) {
    const typename Column::row row;
    if constexpr (Column::label == no_label) {
      evaluate<typename Column::row, float>(row, ways_[w], {x}, out);
    } else {
      evaluate<typename Column::row, float>(row, ways_[w], {x, labels_[Column::label]}, out);
    }
    for (std::size_t i = 0; Column::is_negated && i < out.size(); ++i) out[i] = -out[i];
  }

  template <class Column, std::size_t I> float_tally check_side(std::size_t w, std::size_t s) {
    const block_of<float>& got = results(I, w, s);
    const std::size_t like = ways_[w].like, differences = unlike(got, results(I, like, s));
    // What has the bits of an earlier way has its errors, too.
    float_tally t = like < w && differences == 0 ? found_[like]
                                                 : judge<Column>(got, at_.sides[s], ways_[w].what);
    t[counted::unlike_its_like] = differences;
    if constexpr (Column::twin >= 0) {
      t[counted::unlike_its_twin] = unlike(got, results(Column::twin, w, s));
    }
    return t;
  }

  template <class Column>
  static float_tally judge(const block_of<float>& got, const side& s, grade what) {
    float_tally t;
    t[counted::results] = block_length;
    t[counted::not_nearest] = unlike(got, s.want);
    check_steps(got, s, t);
    if (t[counted::not_nearest] == 0) return t;
    t[counted::wrong_signs] = wrong_signs(got, s);
    constexpr bound of_fast = Column::row::error.of_fast_float.hard;
    check_errors(got, s, what == grade::fast ? of_fast.ulps : correctly_rounded.ulps, t);
    return t;
  }

  block_of<float>& results(std::size_t c, std::size_t w, std::size_t s) {
    return results_[c * ways_.size() + w][s];
  }

  std::vector<way> ways_ = all_ways<float>();
  block<Family> at_;
  std::array<block_of<float>, 2> labels_{};
  std::vector<std::array<block_of<float>, 2>> results_;  // of every column and way
  std::vector<float_tally> found_;                       // of every way, on the side at hand
};

}  // namespace xent::test
