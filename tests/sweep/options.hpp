#pragma once
// The command line of the long programs.

#include <algorithm>
#include <string>
#include <vector>

namespace xent::test {

// Takes "NAME value" out of the arguments; empty where it is not there.
inline std::string take_option(std::vector<std::string>& arguments, const std::string& name) {
  const auto found = std::find(arguments.begin(), arguments.end(), name);
  if (found == arguments.end() || found + 1 == arguments.end()) return "";
  const std::string value = found[1];
  arguments.erase(found, found + 2);
  return value;
}

}  // namespace xent::test
