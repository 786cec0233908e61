#pragma once
// What is counted of a subject, way by way.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <istream>
#include <sstream>
#include <string>
#include <vector>

#include "worst_list.hpp"

namespace xent::test {

struct way_tally {
  std::uint64_t results = 0, beyond = 0, unlike = 0;
  worst_list worst;

  std::string text() const {
    return std::to_string(results) + " " + std::to_string(beyond) + " " + std::to_string(unlike) +
           "\n" + worst.text();
  }
};

struct subject_tally {
  std::uint64_t audited = 0, outside = 0;
  std::vector<way_tally> ways;

  explicit subject_tally(std::size_t count) : ways(count) {}

  // Lines of a journal, and back.
  std::string text() const {
    std::string lines = std::to_string(audited) + " " + std::to_string(outside) + "\n";
    for (const way_tally& t : ways) lines += t.text();
    return lines;
  }
  void add(const std::string& text) {
    std::istringstream lines(text);
    add_counts(lines, {&audited, &outside});
    for (way_tally& t : ways) {
      add_counts(lines, {&t.results, &t.beyond, &t.unlike});
      std::string line;
      std::getline(lines, line);
      t.worst.add(line);
    }
  }

 private:
  static void add_counts(std::istream& lines, std::initializer_list<std::uint64_t*> sums) {
    std::string line;
    std::getline(lines, line);
    std::istringstream fields(line);
    for (std::uint64_t* sum : sums) {
      std::uint64_t count = 0;
      fields >> count;
      *sum += count;
    }
  }
};

}  // namespace xent::test
