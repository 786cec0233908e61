#pragma once
// Reads features and a 0/1 label from a CSV file, and says where it cannot.
//
// Each line is one row: the features, then the label. The first line may instead be
// `rows,features,name0,name1` (two whole numbers, two names that are not numbers); then the counts
// are checked. Without it the first line is a row, and sets the number of columns. Blank lines are
// skipped; spaces around a cell and a byte order mark do not count; there is no quoting.

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "file_error.hpp"

namespace example {

struct table {
  std::size_t rows = 0, features = 0;
  std::vector<double> values;  // row after row
  std::vector<double> labels;
  std::array<std::string, 2> label_names{"0", "1"};
};

// Errors read `file:line: column N: what: value`.
class csv_reader {
 public:
  static table read(const std::string& file) { return csv_reader(file).read_all(); }

 private:
  explicit csv_reader(const std::string& file) : file_(file) {}

  table read_all() {
    errno = 0;
    std::ifstream in(file_);
    if (!in) fail_to("be read", file_);
    for (std::string text; std::getline(in, text);) {
      if (++line_ == 1 && text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
      const auto cells = split(text);
      if (cells.size() == 1 && cells[0].empty()) continue;
      if (columns_ == 0 && is_preface(cells)) {
        take_preface(cells);
      } else {
        take_row(cells);
      }
    }
    if (in.bad()) fail_to("be read", file_);
    check_whole();
    return result_;
  }

  static std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> cells;
    for (;;) {
      const std::size_t comma = text.find(',');
      cells.push_back(trimmed(text.substr(0, comma)));
      if (comma == std::string_view::npos) return cells;
      text.remove_prefix(comma + 1);
    }
  }

  static std::string trimmed(std::string_view cell) {
    constexpr std::string_view blank = " \t\r";
    const std::size_t first = cell.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return std::string(cell.substr(first, cell.find_last_not_of(blank) - first + 1));
  }

  static std::optional<double> number(const std::string& cell) {
    char* end = nullptr;
    const double value = std::strtod(cell.c_str(), &end);
    if (cell.empty() || end != cell.c_str() + cell.size()) return std::nullopt;
    return value;
  }

  static bool is_preface(const std::vector<std::string>& cells) {
    const auto is_count = [](const std::string& cell) {
      return !cell.empty() && cell.size() <= 9 &&
             cell.find_first_not_of("0123456789") == std::string::npos;
    };
    return cells.size() == 4 && is_count(cells[0]) && is_count(cells[1]) && !number(cells[2]) &&
           !number(cells[3]);
  }

  void take_preface(const std::vector<std::string>& cells) {
    promised_rows_ = std::stoul(cells[0]);
    preface_line_ = line_;
    set_features(std::stoul(cells[1]), 2, cells[1]);
    result_.label_names = {cells[2], cells[3]};
  }

  void set_features(std::size_t features, std::size_t column, const std::string& cell) {
    if (features == 0) fail(line_, column, "there must be a feature besides the label", cell);
    result_.features = features;
    columns_ = features + 1;
  }

  void take_row(const std::vector<std::string>& cells) {
    if (columns_ == 0) set_features(cells.size() - 1, 1, cells[0]);
    const std::string wanted = std::to_string(columns_) + " columns are wanted";
    if (cells.size() > columns_) {
      fail(line_, columns_ + 1, "one too many, " + wanted, cells[columns_]);
    }
    if (cells.size() < columns_) {
      fail(line_, cells.size(), "the row ends here, " + wanted, cells.back());
    }
    for (std::size_t i = 0; i < columns_; ++i) take_cell(i + 1, cells[i]);
    ++result_.rows;
  }

  void take_cell(std::size_t column, const std::string& cell) {
    const std::optional<double> value = number(cell);
    if (!value) fail(line_, column, "not a number", cell);
    if (!std::isfinite(*value)) fail(line_, column, "not a finite number", cell);
    if (column < columns_) {
      result_.values.push_back(*value);
    } else if (*value == 0 || *value == 1) {
      result_.labels.push_back(*value);
    } else {
      fail(line_, column, "the label is neither 0 nor 1", cell);
    }
  }

  void check_whole() const {
    const std::string found = std::to_string(result_.rows);
    if (result_.rows == 0) fail(line_ + 1, 1, "the file ends before its first row", "");
    if (promised_rows_ && *promised_rows_ != result_.rows) {
      fail(preface_line_, 1, found + " rows follow, not as many as announced",
           std::to_string(*promised_rows_));
    }
    for (const double label : result_.labels) {
      if (label != result_.labels.front()) return;
    }
    fail(line_, columns_, "the label is the same in every row, nothing can be learnt",
         result_.labels.front() == 0 ? "0" : "1");
  }

  // Short, and on one line whatever the file holds.
  static std::string shown(const std::string& value) {
    std::string text = value.size() <= 40 ? value : value.substr(0, 40) + "...";
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 32 || c == 127; }, '?');
    return text;
  }

  [[noreturn]] void fail(std::size_t line, std::size_t column, const std::string& what,
                         const std::string& value) const {
    throw file_error(file_ + ':' + std::to_string(line) + ": column " + std::to_string(column) +
                     ": " + what + ": '" + shown(value) + "'");
  }

  std::string file_;
  table result_;
  std::size_t line_ = 0, preface_line_ = 0, columns_ = 0;
  std::optional<std::size_t> promised_rows_;
};

}  // namespace example
