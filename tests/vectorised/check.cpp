// Reads the disassembly of functions.cpp from the standard input. For every array function and
// reduction, type and grade there are loops for each instruction set, and in each loop of xent's:
//
//   what loop.hpp wants of it is there in a loop, packed to the full width;
//   baseline has nothing newer than SSE2; nothing but xent is called;
//   formulas multiply or divide no element by itself, nor fewer than the full width.
//
// The arguments are the names of the functions that must be there.

#include <algorithm>
#include <exception>
#include <iostream>
#include <regex>
#include <set>
#include <string>
#include <utility>

#include "../support/disassembly.hpp"
#include "loop.hpp"

namespace {

using namespace xent::test;

class judge {
 public:
  explicit judge(program functions) : functions_(std::move(functions)) {}

  void check_loops() {
    for (const auto& [name, code] : functions_) {
      const loop l(name);
      if (!l.kind.empty()) check_loop(l, code);
    }
  }

  // Each of them has loops of its own for each instruction set.
  void check_functions(std::set<std::string> missing) {
    for (const auto& [name, code] : functions_) {
      const std::string function = first_match(name, "::call_\\w+<.*(?:rows|reductions)::(\\w+)");
      if (function.empty() || name.ends_with(".cold]")) continue;
      const std::string who = function + ' ' + first_match(name, "(\\w+)_grade") + ' ' +
                              first_match(name, "(float|double)>");
      missing.erase(who);
      check_versions(who, code);
    }
    for (const std::string& who : missing) fault(who, "is not there");
  }

  int loops() const { return loops_; }
  int faults() const { return faults_; }

 private:
  void fault(const std::string& who, const std::string& what) {
    ++faults_;
    std::cout << who << ": " << what << '\n';
  }
  void fault(const loop& l, const std::string& what) { fault(l.what + ' ' + l.isa, what); }

  void check_versions(const std::string& who, const function& caller) {
    std::set<std::string> missing{"baseline", "avx2", "avx512"}, reached;
    reach(caller, reached);
    for (const std::string& name : reached) {
      const loop l(name);
      if (l.is_of_elements()) missing.erase(l.isa);
    }
    for (const std::string& isa : missing) fault(who, "no version for " + isa);
  }

  // What the function calls by way of xent, also through pointers, to the loops and no further.
  void reach(const function& code, std::set<std::string>& reached) const {
    for (const std::string& name : named_by(code, refers_elsewhere)) {
      const auto callee = functions_.find(name);
      if (!is_of_xent(name) || callee == functions_.end() || !reached.insert(name).second) continue;
      if (loop(name).kind.empty()) reach(callee->second, reached);
    }
  }

  void check_loop(const loop& l, const function& code) {
    ++loops_;
    if (wanted_mnemonic(l).empty()) return fault(l, "nothing says what its instructions are");
    if (l.isa == "baseline") check_age(l, code);
    const int narrower = check_width(l, code);
    if (l.is_of_elements()) check_elements(l, code, narrower);
    std::set<std::string> visited;
    check_calls(l, code, visited);
  }

  void check_age(const loop& l, const function& code) {
    const std::regex newer("v(?!err|erw).*");
    const auto found = std::find_if(code.begin(), code.end(),
                                    [&](const instruction& i) { return matches(i, newer); });
    if (found != code.end()) fault(l, "has " + found->mnemonic);
  }

  // Some of what is wanted is in a loop; how many are not of the full width?
  int check_width(const loop& l, const function& code) {
    const std::regex wanted(wanted_mnemonic(l));
    int narrower = 0;
    bool in_loop = false;
    for (const instruction& i : code) {
      if (!matches(i, wanted)) continue;
      const bool is_wide = i.operands.find(wanted_registers(l)) != std::string::npos;
      if (!is_wide) ++narrower;
      in_loop = in_loop || (is_wide && is_in_loop(code, i));
    }
    const std::string what = wanted_mnemonic(l) + " of " + wanted_registers(l);
    if (!in_loop) fault(l, "no " + what + " in a loop");
    return narrower;
  }

  // Formulas go over chunks of a constant size, which leave no remainder.
  void check_elements(const loop& l, const function& code, int narrower) {
    const std::regex scalar("v?(mul|div|fn?m(add|sub)(132|213|231))s[sd]");
    const auto alone = std::count_if(code.begin(), code.end(),
                                     [&](const instruction& i) { return matches(i, scalar); });
    if (alone > 0) fault(l, std::to_string(alone) + " operations on one element");
    if (narrower > 0) fault(l, std::to_string(narrower) + " narrower than the full width");
  }

  // Also in what of xent it calls, but for the reports of errors.
  void check_calls(const loop& l, const function& code, std::set<std::string>& visited) {
    for (const std::string& name : named_by(code, goes_elsewhere)) {
      if (!visited.insert(name).second || name.find("::check_domain<") != std::string::npos)
        continue;
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
    for (const char* kind : {" fast float", " exact float", " fast double"})
      all.insert(names[i] + std::string(kind));
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    judge judge(read_disassembly(std::cin));
    judge.check_loops();
    judge.check_functions(in_every_grade(argc - 1, argv + 1));
    std::cout << judge.loops() << " loops, " << judge.faults() << " faults\n";
    return judge.faults() == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
