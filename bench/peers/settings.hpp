#pragma once
// The command line of bench_peers.

#include <cstdlib>
#include <cstring>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bars.hpp"

namespace xent::bench {

struct settings {
  std::regex only{""};
  // What a call costs is told by its time in L1, which therefore is first.
  std::vector<std::size_t> sizes{in_l1, call_size, short_size, in_l3, in_dram};
  double seconds = 0.3;  // for one function, type and size
  const char* json = nullptr;

  settings(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
      if (const char* text = value(argv[i], "--only=")) {
        only = text;
      } else if (const char* list = value(argv[i], "--sizes=")) {
        sizes.clear();
        std::istringstream in(list);
        for (std::string size; std::getline(in, size, ',');) sizes.push_back(std::stoul(size));
      } else if (const char* number = value(argv[i], "--seconds=")) {
        seconds = std::stod(number);
      } else if (const char* path = value(argv[i], "--json=")) {
        json = path;
      } else {
        throw std::runtime_error(std::string("unknown argument ") + argv[i]);
      }
    }
  }

 private:
  static const char* value(const char* argument, const char* name) {
    const std::size_t length = std::strlen(name);
    return std::strncmp(argument, name, length) == 0 ? argument + length : nullptr;
  }
};

}  // namespace xent::bench
