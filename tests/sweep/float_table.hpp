#pragma once
// What the sweep prints: a line for every column and way, and what of it breaks a promise.

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "../support/bound.hpp"
#include "family_tally.hpp"
#include "ways.hpp"

namespace xent::test {

inline unsigned long long number(std::uint64_t n) { return n; }

inline bool keeps_promise(const way& w, const float_tally& t) {
  if (t[counted::unlike_its_twin] != 0) return false;
  if (w.is_promised && t[counted::unlike_its_like] != 0) return false;
  return w.what == grade::fast ? t[counted::beyond_bound] + t[counted::wrong_signs] == 0
                               : t[counted::not_nearest] == 0;
}

inline void print_heading() {
  std::printf("%-29s %-15s %11s %7s %8s %7s %6s %11s %7s %10s %7s\n", "function", "way",
              "not nearest", "ulp", "at", "beyond", "signs", "wrong steps", "longest", "other bits",
              "no twin");
}

// Half an ulp stands for "the nearest float, all of them". Returns whether all promises are kept.
inline bool print_column(const std::string& name, const std::vector<way>& ways,
                         const std::vector<float_tally>& tallies) {
  bool right = true;
  for (std::size_t w = 0; w < ways.size(); ++w) {
    const float_tally& t = tallies[w];
    const bool kept = keeps_promise(ways[w], t);
    char at[16] = "";
    if (t[counted::not_nearest] != 0) std::snprintf(at, sizeof at, "%08x", t.error.at);
    std::printf("%-29s %-15s %11llu %7.4f %8s %7llu %6llu %11llu %7.0f %10llu %7llu%s\n",
                name.c_str(), ways[w].name().c_str(), number(t[counted::not_nearest]),
                t[counted::not_nearest] == 0 ? correctly_rounded.ulps : t.error.size, at,
                number(t[counted::beyond_bound]), number(t[counted::wrong_signs]),
                number(t[counted::wrong_steps]), t.step.size, number(t[counted::unlike_its_like]),
                number(t[counted::unlike_its_twin]), kept ? "" : " BROKEN");
    right &= kept;
  }
  return right;
}

inline bool print_judgements(const std::string& leader, const judgements& j) {
  std::printf(
      "truth of %s: %llu by double, %llu by long double, %llu by MPFR; %llu of %llu enclosures "
      "wrong\n",
      leader.c_str(), number(j.by[0]), number(j.by[1]), number(j.by[2]), number(j.outside),
      number(j.audited));
  return j.outside == 0;
}

}  // namespace xent::test
