#pragma once
// What is counted of a family: of its truth, and of every column in every way.

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "block.hpp"
#include "float_tally.hpp"

namespace xent::test {

struct family_tally {
  judgements judged;
  std::vector<std::vector<float_tally>> columns;

  family_tally(std::size_t column_count, std::size_t ways)
      : columns(column_count, std::vector<float_tally>(ways)) {}

  // Lines of a journal.
  std::string text() const {
    std::string lines = judged.text();
    for (const auto& ways : columns) {
      for (const float_tally& t : ways) lines += t.text();
    }
    return lines;
  }
  void add_text(const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    judged.add(line);
    for (auto& ways : columns) {
      for (float_tally& t : ways) {
        std::getline(lines, line);
        t.add(float_tally(line));
      }
    }
  }
};

}  // namespace xent::test
