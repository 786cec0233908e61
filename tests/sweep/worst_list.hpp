#pragma once
// The greatest errors of many, with the numbers of the draws that show them.

#include <algorithm>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace xent::test {

struct finding {
  double error;
  std::uint64_t number;

  // The greater error first, of equal ones the earlier draw.
  friend bool operator<(const finding& a, const finding& b) {
    return a.error != b.error ? a.error > b.error : a.number < b.number;
  }
};

class worst_list {
 public:
  static constexpr std::size_t limit = 1000;

  void see(const finding& f) {
    if (kept_.size() == limit) {
      if (!(f < kept_.front())) return;
      std::pop_heap(kept_.begin(), kept_.end());
      kept_.pop_back();
    }
    kept_.push_back(f);
    std::push_heap(kept_.begin(), kept_.end());
  }

  // Below it nothing is kept.
  double least() const { return kept_.size() < limit ? -1 : kept_.front().error; }

  std::vector<finding> sorted() const {
    auto all = kept_;
    std::sort(all.begin(), all.end());
    return all;
  }

  // A line of a journal, and back.
  std::string text() const {
    std::string line;
    for (const finding& f : sorted()) {
      char one[64];
      std::snprintf(one, sizeof one, "%.6f %" PRIx64 " ", f.error, f.number);
      line += one;
    }
    return line + "\n";
  }
  void add(const std::string& line) {
    std::istringstream fields(line);
    std::string error, number;
    while (fields >> error >> number) {
      see({std::strtod(error.c_str(), nullptr), std::strtoull(number.c_str(), nullptr, 16)});
    }
  }

 private:
  std::vector<finding> kept_;  // a heap, the least on top
};

}  // namespace xent::test
