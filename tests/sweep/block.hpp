#pragma once
// A run of floats of both signs, outwards from 0, with the truth of a family's leader at each.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "columns.hpp"
#include "nearest.hpp"

namespace xent::test {

inline constexpr std::uint64_t magnitudes = std::uint64_t{1} << 31;

// How often each judge was asked, and how often the enclosure was audited and found wrong.
struct judgements {
  std::array<std::uint64_t, 3> by{};
  std::uint64_t audited = 0, outside = 0;

  std::string text() const {
    std::string line;
    for (const auto count : {by[0], by[1], by[2], audited, outside}) {
      line += std::to_string(count) + " ";
    }
    return line + "\n";
  }
  // From the line that text() made.
  void add(const std::string& line) {
    std::istringstream fields(line);
    for (std::uint64_t* sum : {&by[0], &by[1], &by[2], &audited, &outside}) {
      std::uint64_t count = 0;
      fields >> count;
      *sum += count;
    }
  }
};

// So many floats, and one before them so that every step is between two neighbours.
inline constexpr std::size_t block_length = 4096;
template <class T> using block_of = std::array<T, block_length + 1>;

// The floats of one sign.
struct side {
  block_of<float> x{}, want{};
  block_of<double> value{}, per_ulp{};  // 0 where the truth is infinite or NaN
  bool is_finite = true;
  int direction = 0;

  void set(std::size_t i, const nearest_float& n) {
    const bool finite = std::isfinite(n.want);
    want[i] = n.want;
    value[i] = finite ? n.value : 0;
    per_ulp[i] = finite ? from_bits<double>(std::uint64_t(1023 - ulp_exponent(n.want)) << 52) : 0;
    is_finite &= finite;
  }
};

template <class Family> class block {
 public:
  // One in so many enclosures is audited.
  static constexpr std::uint64_t audit = 1 << 14;

  std::array<side, 2> sides;

  // The magnitudes (first + i)·stride.
  void enter(std::uint64_t first, std::uint64_t stride, judgements& tally) {
    for (std::size_t s = 0; s < 2; ++s) {
      sides[s].is_finite = true;
      for (std::size_t i = 0; i <= block_length; ++i) {
        const std::uint64_t index = first + i == 0 ? 0 : first + i - 1;
        enter_one(sides[s], i, index * stride | s << 31, tally);
      }
      sides[s].direction = direction(sides[s].x.front(), s);
      if (sides[s].direction != direction(sides[s].x.back(), s)) sides[s].direction = 0;
    }
  }

 private:
  static void enter_one(side& to, std::size_t i, std::uint64_t bits, judgements& tally) {
    using leader = typename Family::leader;
    const typename leader::row row;
    const float x = from_bits<float>(static_cast<std::uint32_t>(bits));
    to.x[i] = x;
    const auto look = [&](auto... label) {
      const nearest_float n = nearest_to_truth(row, x, label...);
      to.set(i, n);
      if (i == 0) return;  // it was the last one's last
      ++tally.by[static_cast<std::size_t>(n.decided)];
      if (bits % audit != audit / 2 - 1 || is_nan(x)) return;
      ++tally.audited;
      if (!encloses_truth(row, x, label...)) ++tally.outside;
    };
    if constexpr (leader::label == no_label) {
      look();
    } else {
      look(static_cast<float>(leader::label));
    }
  }

  static int direction(float x, std::size_t s) {
    constexpr directions goes = Family::goes;
    const int d = s == 0 ? goes.of_positive : goes.of_negative;
    return goes.turns_at_half && !(std::abs(x) < 0.5f) ? -d : d;
  }
};

}  // namespace xent::test
