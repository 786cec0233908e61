#pragma once
// Reads what `objdump -d -C --no-show-raw-insn` prints of a program for x86-64.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace xent::test {

struct instruction {
  std::uint64_t address;
  std::string mnemonic, operands;
};

using function = std::vector<instruction>;
using program = std::map<std::string, function>;

inline std::string between(const std::string& text, const char* from, char to) {
  const std::size_t begin = text.find(from), end = text.rfind(to);
  if (begin == std::string::npos || end == std::string::npos) return {};
  const std::size_t first = begin + std::char_traits<char>::length(from);
  return first <= end ? text.substr(first, end - first) : std::string();
}

// "  1f:\tje     c0c <name+0x1f>"
inline instruction parse_instruction(const std::string& line) {
  const std::string text = line.substr(line.find('\t') + 1);
  const std::size_t end = text.find(' '), operands = text.find_first_not_of(' ', end);
  return {std::stoull(line, nullptr, 16), text.substr(0, end),
          operands == std::string::npos ? "" : text.substr(operands)};
}

inline program read_disassembly(std::istream& objdump) {
  program functions;
  function* current = nullptr;
  std::string line;
  while (std::getline(objdump, line)) {
    if (line.ends_with(">:")) {
      current = &functions[between(line, " <", '>')];
    } else if (current != nullptr && line.find(":\t") != std::string::npos) {
      current->push_back(parse_instruction(line));
    }
  }
  return functions;
}

inline bool matches(const instruction& i, const std::regex& mnemonic) {
  return std::regex_match(i.mnemonic, mnemonic);
}

// Constraints in the names that Clang 19 makes are too new for binutils 2.40 to demangle.
inline bool is_of_xent(const std::string& name) {
  return name.find("xent::") != std::string::npos || name.find("4xent") != std::string::npos;
}

inline bool is_jump(const instruction& i) { return i.mnemonic.starts_with('j'); }

inline bool goes_elsewhere(const instruction& i) { return i.mnemonic == "call" || is_jump(i); }
inline bool refers_elsewhere(const instruction& i) {
  return goes_elsewhere(i) || i.mnemonic == "lea" || i.mnemonic == "mov";
}

// The functions that the instructions of one of these kinds name.
template <class Kind> std::set<std::string> named_by(const function& code, Kind kind) {
  std::set<std::string> names;
  for (const instruction& i : code) {
    const std::string name = kind(i) ? between(i.operands, " <", '>') : "";
    if (!name.empty() && name.find("+0x") == std::string::npos) names.insert(name);
  }
  return names;
}

// Is the instruction between the target of a jump back and that jump?
inline bool is_in_loop(const function& code, const instruction& i) {
  return std::any_of(code.begin(), code.end(), [&](const instruction& jump) {
    if (!is_jump(jump) || jump.address < i.address || jump.operands.starts_with('*')) return false;
    const std::uint64_t target = std::stoull(jump.operands, nullptr, 16);
    return code.front().address <= target && target <= i.address;
  });
}

}  // namespace xent::test
