#pragma once
// What the long programs have in common: their command lines, and how they work off their items.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "crew.hpp"

namespace xent::test {

// Takes "NAME value" out of the arguments; empty where it is not there.
inline std::string take_option(std::vector<std::string>& arguments, const std::string& name) {
  const auto found = std::find(arguments.begin(), arguments.end(), name);
  if (found == arguments.end() || found + 1 == arguments.end()) return "";
  const std::string value = found[1];
  arguments.erase(found, found + 2);
  return value;
}

// Exit status: 0; 1 where the report says that a promise was broken; 2 where the run could not be.
template <class Settings>
int run_long(int argc, char** argv, Settings (*parse)(int, char**),
             std::vector<std::uint64_t> (*all_items)(const Settings&),
             std::string (*work)(const Settings&, std::uint64_t),
             bool (*report)(const Settings&, const journal&)) {
  try {
    const Settings s = parse(argc, argv);
    journal found(s.state, s.text());
    work_off(all_items(s), s.processes, found, [&](std::uint64_t item) { return work(s, item); });
    return report(s, found) ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}

}  // namespace xent::test
