#pragma once
// What the search prints: a line for every subject and way, and what of it breaks a promise.

#include <cstdio>
#include <string>
#include <vector>

#include "worst_of.hpp"

namespace xent::test {

// The arguments' bits, comma separated.
template <class Xs> std::string bits_text(const Xs& xs) {
  std::string text;
  for (const auto x : xs) {
    char one[24];
    std::snprintf(one, sizeof one, "%llx", static_cast<unsigned long long>(to_bits(x)));
    text += (text.empty() ? "" : ",") + std::string(one);
  }
  return text;
}

inline void print_search_heading() {
  std::printf("%-46s %-13s %10s %6s %5s %10s  %s\n", "subject", "way", "points", "ulp", "bound",
              "other bits", "at");
}

// `worst` judged by MPFR. Returns whether all promises are kept.
template <class Subject>
bool print_way(const way& w, const way_tally& t, const std::vector<finding>& worst) {
  const double allowed = promised<Subject>(w).ulps;
  const finding most = worst.empty() ? finding{0, 0} : worst.front();
  const bool kept = most.error <= allowed && (t.unlike == 0 || !w.is_promised);
  std::printf("%-46s %-13s %10llu %6.4f %5.2f %10llu  %s%s\n", Subject::name().c_str(),
              w.name().c_str(), static_cast<unsigned long long>(t.results), most.error, allowed,
              static_cast<unsigned long long>(t.unlike),
              bits_text(draw(Subject{}, most.number)).c_str(), kept ? "" : " BROKEN");
  std::fflush(stdout);
  return kept;
}

}  // namespace xent::test
