#pragma once
// What a run has found: times, comparisons and whether they meet their bars, as a table and as
// JSON.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "../support/machine.hpp"

namespace xent::bench {

struct subject {
  std::string function, type;
  std::size_t size;
};

struct timing {
  subject of;
  std::string side;
  double ns;  // per element
};

struct comparison {
  subject of;
  std::string ours, theirs;
  double ours_ns, theirs_ns;
  double bar;  // 0: none

  double ratio() const { return ours_ns / theirs_ns; }
  bool missed() const { return bar > 0 && ratio() > bar; }
};

class report {
 public:
  static void print_heading() {
    std::printf("%-38s %-6s %8s  %-19s %-20s %9s %9s %7s %6s\n", "function", "type", "size", "ours",
                "theirs", "ours ns", "theirs ns", "ratio", "bar");
  }

  void add(timing one) { timings_.push_back(std::move(one)); }

  void add(comparison one) {
    print(one);
    comparisons_.push_back(std::move(one));
  }

  void print_missed() const {
    const auto has_bar = [](const comparison& one) { return one.bar > 0; };
    const auto is_missed = [](const comparison& one) { return one.missed(); };
    std::printf("\n%td of %td bars are missed\n", std::ranges::count_if(comparisons_, is_missed),
                std::ranges::count_if(comparisons_, has_bar));
    for (const comparison& one : comparisons_) {
      if (one.missed()) print(one);
    }
  }

  bool write(const char* path) const {
    std::FILE* const file = std::fopen(path, "w");
    if (file == nullptr) return false;
    std::fprintf(
        file, "{\n\"context\": {\"date\": \"%s\", \"processor\": \"%s\", \"compiler\": \"%s\"},\n",
        now().c_str(), processor().c_str(), compiler().c_str());
    write_list(file, "timings", timings_);
    std::fputs(",\n", file);
    write_list(file, "comparisons", comparisons_);
    std::fputs("\n}\n", file);
    return std::fclose(file) == 0;
  }

 private:
  static void print(const comparison& c) {
    std::printf("%-38s %-6s %8zu  %-19s %-20s %9.3f %9.3f %7.3f", c.of.function.c_str(),
                c.of.type.c_str(), c.of.size, c.ours.c_str(), c.theirs.c_str(), c.ours_ns,
                c.theirs_ns, c.ratio());
    if (c.bar > 0) std::printf(" %6.2f %s", c.bar, c.missed() ? "missed" : "met");
    std::puts("");
    std::fflush(stdout);
  }

  template <class T>
  static void write_list(std::FILE* file, const char* name, const std::vector<T>& list) {
    std::fprintf(file, "\"%s\": [", name);
    const char* separator = "\n";
    for (const T& one : list) {
      std::fprintf(file, "%s{\"function\": \"%s\", \"type\": \"%s\", \"size\": %zu, ", separator,
                   one.of.function.c_str(), one.of.type.c_str(), one.of.size);
      write(file, one);
      separator = ",\n";
    }
    std::fputs("\n]", file);
  }
  static void write(std::FILE* file, const timing& t) {
    std::fprintf(file, "\"side\": \"%s\", \"ns\": %.5g}", t.side.c_str(), t.ns);
  }
  static void write(std::FILE* file, const comparison& c) {
    std::fprintf(file,
                 "\"ours\": \"%s\", \"theirs\": \"%s\", \"ratio\": %.4g, \"bar\": %g, "
                 "\"missed\": %s}",
                 c.ours.c_str(), c.theirs.c_str(), c.ratio(), c.bar, c.missed() ? "true" : "false");
  }

  std::vector<timing> timings_;
  std::vector<comparison> comparisons_;
};

}  // namespace xent::bench
