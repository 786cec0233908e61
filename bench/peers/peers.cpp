// xent beside other libraries, and beside the bars that it is to meet:
//   bench_peers [--only=REGEX] [--sizes=4096,262144] [--seconds=0.3] [--json=FILE]
// where REGEX is searched for in "function/type".

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

#include "../support/data.hpp"
#include "race.hpp"
#include "report.hpp"
#include "settings.hpp"

namespace {

using namespace xent::bench;

bool is_ours(const std::string& side) { return side.starts_with("xent"); }
bool is_ours_at_best(const std::string& side) {
  return side == "xent" || side == "xent fast" || side == "xent exact";
}
bool is_on_one_thread(const std::string& side) { return !side.ends_with(" threads"); }

// Everybody beside xent at its best; other instruction sets, more threads and other options where a
// bar says beside whom.
void compare(report& to, const subject& of, const std::map<std::string, double>& ns_of) {
  for (const auto& [ours, ours_ns] : ns_of) {
    if (!is_ours(ours)) continue;
    for (const auto& [theirs, theirs_ns] : ns_of) {
      const double bar = bar_for(of.function, of.type, ours, theirs, of.size);
      const bool is_usual = is_ours_at_best(ours) && !is_ours(theirs) && is_on_one_thread(theirs);
      if (bar > 0 || is_usual) {
        to.add({of, ours, theirs, ours_ns, theirs_ns, bar});
      }
    }
  }
}

// What a call costs that has little to do.
void compare_call(report& to, const subject& of, const std::map<std::string, double>& ns_of,
                  const std::map<std::string, double>& ns_in_l1) {
  for (const auto& [ours, ns] : ns_of) {
    if (!is_ours_at_best(ours)) continue;
    if (of.size == call_size) to.add({of, ours, "60 ns in all", ns, call_ns / call_size, 1});
    if (of.size == short_size && ns_in_l1.contains(ours)) {
      to.add({of, ours, "itself in L1", ns, ns_in_l1.at(ours), short_ratio});
    }
  }
}

template <class T>
void run(report& to, const settings& wanted, const offers& all, const std::string& type) {
  std::map<std::string, std::vector<const offer<T>*>> by_function;
  for (const auto& one : all.of<T>()) by_function[one.function].push_back(&one);

  data<T> memory(std::ranges::max(wanted.sizes));
  for (const auto& [function, sides] : by_function) {
    std::string name = function;
    if (!std::regex_search(name.append("/").append(type), wanted.only)) continue;
    std::map<std::string, double> ns_in_l1;
    for (const std::size_t size : wanted.sizes) {
      const subject of{function, type, size};
      const std::map<std::string, double> ns_of =
          race<T>(memory.first(size), sides).run(wanted.seconds);
      for (const auto& [side, ns] : ns_of) to.add({of, side, ns});
      if (size == in_l1) ns_in_l1 = ns_of;
      compare(to, of, ns_of);
      compare_call(to, of, ns_of, ns_in_l1);
    }
  }
}

// Libraries read this as they are loaded.
void restart_on_one_thread(char** argv) {
  if (std::getenv("OMP_NUM_THREADS") != nullptr) return;
  setenv("OMP_NUM_THREADS", "1", 1);
  execv("/proc/self/exe", argv);
}

}  // namespace

int main(int argc, char** argv) {
  restart_on_one_thread(argv);
  try {
    const settings wanted(argc, argv);
    const offers all = all_offers();
    report found;
    std::printf("%s, %s, xent on %s; ns per element, one thread\n\n", processor().c_str(),
                compiler().c_str(), std::string(xent::available_isas().back()).c_str());
    report::print_heading();
    run<float>(found, wanted, all, "float");
    run<double>(found, wanted, all, "double");
    found.print_missed();
    if (wanted.json != nullptr && !found.write(wanted.json)) {
      throw std::runtime_error(std::string("cannot write ") + wanted.json);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_peers: %s\n", error.what());
    return 2;
  }
}
