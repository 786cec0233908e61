#pragma once
// What was found, bin by bin in a file and the worst of every side as a table.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "measure.hpp"

namespace xent::bench {

// In the order of their first appearance.
inline std::vector<std::string> distinct(const std::vector<profile>& all,
                                         std::string profile::*name) {
  std::vector<std::string> names;
  for (const profile& one : all) {
    if (std::ranges::find(names, one.*name) == names.end()) names.push_back(one.*name);
  }
  return names;
}

inline std::string ulps(double error) {
  if (std::isinf(error)) return "inf";
  char text[32];
  std::snprintf(text, sizeof text, error < 1000 ? "%.2f" : "%.0e", error);
  return text;
}

// Empty where a side has no such function.
inline void print_worst(const std::vector<profile>& all) {
  const auto sides = distinct(all, &profile::side);
  std::printf("%-28s", "worst error in ulp");
  for (const auto& side : sides) std::printf(" %10s", side.c_str());
  for (const auto& function : distinct(all, &profile::function)) {
    std::printf("\n%-28s", function.c_str());
    for (const auto& side : sides) {
      const auto found = std::ranges::find_if(
          all, [&](const profile& one) { return one.function == function && one.side == side; });
      std::printf(" %10s", found == all.end() ? "" : ulps(found->worst_of_all()).c_str());
    }
  }
  std::printf("\n");
}

// A line for each bin: function, side, logit in its middle, worst error.
inline bool write(const std::vector<profile>& all, const char* path) {
  std::FILE* const file = std::fopen(path, "w");
  if (file == nullptr) return false;
  for (const profile& one : all) {
    for (int bin = 0; bin < bins; ++bin) {
      std::fprintf(file, "%s\t%s\t%g\t%.6g\n", one.function.c_str(), one.side.c_str(),
                   one.along.middle(bin), one.worst[static_cast<std::size_t>(bin)]);
    }
  }
  return std::fclose(file) == 0;
}

}  // namespace xent::bench
