// The arguments are files with the disassemblies of object files that are linked into one program.
// Of a function that several of them define, an inline function or an instance of a template, the
// linker keeps any: so it must use nothing that the plainest machine lacks. The functions of xent
// must not be shared at all; a cmake script looks at their symbols.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <string>

#include "../support/disassembly.hpp"

namespace {

using namespace xent::test;

// AVX and later, and the integer instructions that came with it.
bool is_newer_than_sse2(const instruction& i) {
  static const std::regex newer(
      "v(?!err|erw).*|k[a-z]+[bwdq]|andn|bextr|bls(i|r|msk)|bzhi|mulx|pdep|pext|rorx|s[ahr][lr]x|"
      "lzcnt|popcnt|movbe|adcx|adox");
  return matches(i, newer);
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, int> units;
  std::map<std::string, std::string> newer;
  for (int k = 1; k < argc; ++k) {
    std::ifstream file(argv[k]);
    for (const auto& [name, code] : read_disassembly(file)) {
      ++units[name];
      const auto found = std::find_if(code.begin(), code.end(), is_newer_than_sse2);
      if (found != code.end()) newer[name] = found->mnemonic + " in " + argv[k];
    }
  }
  int shared = 0, faults = 0;
  for (const auto& [name, count] : units) {
    if (count < 2 || name.find("(anonymous namespace)") != std::string::npos) continue;
    ++shared;
    if (!newer.contains(name)) continue;
    ++faults;
    std::cout << name << ": " << newer[name] << '\n';
  }
  std::cout << shared << " functions are shared, " << faults << " of them not for every machine\n";
  return units.empty() || faults > 0 ? 1 : 0;
}
