// Reads the disassembly of functions.cpp from the standard input, and checks for every array
// function, type and grade the loop of each instruction set:
//   avx2, avx512   the packed fused multiply-add of the full width is there, in a loop;
//   baseline       the packed multiplication is there, in a loop, and nothing newer than SSE2;
//   quotients      the packed division instead of either;
//   all            no element is multiplied or divided by itself, and nothing but xent is called.
// The arguments are the names of the functions that must be there.

#include <iostream>

#include "disassembly.hpp"

namespace {

using namespace xent::test;

struct loop {
  std::string isa, function, grade, type;
};

const std::string fma = "vfn?m(add|sub)(132|213|231)";

std::string first_match(const std::string& text, const char* pattern) {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match[1].str() : "?";
}

// "...::versions<...elementwise_loop<...>, ...>::avx2(...)": "avx2"
std::string isa_of(const std::string& name) {
  if (name.find("::versions<") == std::string::npos) return {};
  if (name.find("::elementwise_loop<") == std::string::npos) return {};
  return first_match(name, ">::(baseline|avx2|avx512)\\(");
}

// Where no errors are carried, these are quotients and a difference: nothing to fuse.
bool is_quotient(const loop& l) {
  return (l.function == "logit_grad" && l.type == "float") ||
         (l.function == "bce_grad" && l.grade == "exact");
}

std::string wanted_mnemonic(const loop& l) {
  const std::string packed = l.grade == "exact" || l.type == "double" ? "pd" : "ps";
  const std::string avx = l.isa == "baseline" ? "" : "v";
  if (is_quotient(l)) return avx + "div" + packed;
  return (l.isa == "baseline" ? "mul" : fma) + packed;
}

const char* wanted_registers(const loop& l) {
  return l.isa == "avx512" ? "%zmm" : l.isa == "avx2" ? "%ymm" : "%xmm";
}

class judge {
 public:
  explicit judge(program functions) : functions_(std::move(functions)) {}

  void check_all(std::set<std::string> missing) {
    for (const auto& [name, code] : functions_) {
      if (name.find("::call_array<") == std::string::npos || name.ends_with(".cold]")) continue;
      const loop l{"", first_match(name, "rows::(\\w+)"), first_match(name, "(\\w+)_grade"),
                   first_match(name, "(float|double)>")};
      missing.erase(l.function + ' ' + l.grade + ' ' + l.type);
      check_versions(l, code);
    }
    for (const std::string& what : missing) fault({}, what + " is not there");
  }

  int loops() const { return loops_; }
  int faults() const { return faults_; }

 private:
  void fault(const loop& l, const std::string& what) {
    ++faults_;
    std::cout << l.function << ' ' << l.grade << ' ' << l.type << ' ' << l.isa << ": " << what
              << '\n';
  }

  void check_versions(loop l, const function& caller) {
    std::set<std::string> missing{"baseline", "avx2", "avx512"}, reached;
    reach(caller, reached);
    for (const std::string& name : reached) {
      l.isa = isa_of(name);
      if (l.isa.empty()) continue;
      missing.erase(l.isa);
      check_loop(l, functions_.at(name));
    }
    l.isa.clear();
    for (const std::string& isa : missing) fault(l, "no version for " + isa);
  }

  // What the function calls by way of xent, also through pointers, to the loops and no further.
  void reach(const function& code, std::set<std::string>& reached) const {
    for (const std::string& name : named_by(code, refers_elsewhere)) {
      const auto callee = functions_.find(name);
      if (!is_of_xent(name) || callee == functions_.end() || !reached.insert(name).second) continue;
      if (isa_of(name).empty()) reach(callee->second, reached);
    }
  }

  void check_loop(const loop& l, const function& code) {
    ++loops_;
    check_width(l, code);
    check_scalars(l, code);
    std::set<std::string> visited;
    check_calls(l, code, visited);
  }

  // All that is wanted has the full width, and some of it is in a loop.
  void check_width(const loop& l, const function& code) {
    const std::regex wanted(wanted_mnemonic(l)), newer("v(?!err|erw).*");
    int narrower = 0;
    bool in_loop = false;
    for (const instruction& i : code) {
      if (l.isa == "baseline" && matches(i, newer)) return fault(l, "has " + i.mnemonic);
      if (!matches(i, wanted)) continue;
      const bool is_wide = i.operands.find(wanted_registers(l)) != std::string::npos;
      if (!is_wide) ++narrower;
      in_loop = in_loop || (is_wide && is_in_loop(code, i));
    }
    const std::string what = wanted_mnemonic(l) + " of " + wanted_registers(l);
    if (!in_loop) fault(l, "no " + what + " in a loop");
    if (narrower > 0) fault(l, std::to_string(narrower) + " narrower than " + what);
  }

  void check_scalars(const loop& l, const function& code) {
    const std::regex scalar("(v?(mul|div)|" + fma + ")s[sd]");
    const auto count = std::count_if(code.begin(), code.end(),
                                     [&](const instruction& i) { return matches(i, scalar); });
    if (count > 0) fault(l, std::to_string(count) + " operations on one element");
  }

  // Also in what of xent it calls, but for the reports of errors.
  void check_calls(const loop& l, const function& code, std::set<std::string>& visited) {
    for (const std::string& name : named_by(code, goes_elsewhere)) {
      if (!visited.insert(name).second || name.find("::bad_") != std::string::npos) continue;
      const auto callee = functions_.find(name);
      if (is_of_xent(name) && callee != functions_.end()) {
        check_calls(l, callee->second, visited);
      } else if (!name.starts_with("mem")) {
        fault(l, "calls " + name);
      }
    }
  }

  program functions_;
  int loops_ = 0, faults_ = 0;
};

std::set<std::string> in_every_grade(int count, char** names) {
  std::set<std::string> all;
  for (int i = 0; i < count; ++i) {
    for (const char* kind : {" fast float", " exact float", " fast double"}) {
      all.insert(names[i] + std::string(kind));
    }
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    judge judge(read_disassembly(std::cin));
    judge.check_all(in_every_grade(argc - 1, argv + 1));
    std::cout << judge.loops() << " loops, " << judge.faults() << " faults\n";
    return judge.faults() == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
