// choices together|apart: one part of the program chooses the best instruction set, then the other
// one the plainest. Both follow, where they should choose together; else each does as it was told.

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

#include "part.hpp"

namespace {

int fault(const char* what) {
  std::printf("%s\n", what);
  return 1;
}

bool runs(const part& asked, std::string_view name, const std::vector<double>& results) {
  return asked.active_isa() == name && asked.results() == results;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return fault("usage: choices together|apart");
  const part first = first_part(), second = second_part();
  const auto names = first.available_isas();
  if (names.size() < 2) return fault("only one instruction set");

  first.set_isa(names.back());
  const auto best = first.results();
  second.set_isa(names.front());
  const auto plainest = second.results();
  if (best == plainest) return fault("the results do not tell the instruction sets apart");
  if (!runs(second, names.front(), plainest)) return fault("the second does not run what it chose");
  if (std::strcmp(argv[1], "together") == 0)
    return runs(first, names.front(), plainest) ? 0 : fault("the first does not follow");
  return runs(first, names.back(), best) ? 0 : fault("the first does not run what it chose");
}
