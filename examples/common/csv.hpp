#pragma once
// Reads features and a 0/1 label from a CSV file, and says where it cannot.
//
// Each line is one row: the features, then the label. The first line may instead be
// `rows,features,name0,name1` (two whole numbers, two names that are not numbers); then the counts
// are checked. Without it the first line is a row, and sets the number of columns. csv_lines.hpp
// says what a line is.

#include <array>
#include <cerrno>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv_lines.hpp"

namespace example {

struct table {
  std::size_t rows = 0, features = 0;
  std::vector<double> values;  // row after row
  std::vector<double> labels;
  std::array<std::string, 2> label_names{"0", "1"};
};

// Errors are those of csv_lines.
class csv_reader {
 public:
  static table read(const std::string& file) {
    errno = 0;
    std::ifstream in(file);
    return csv_reader(file, in).read_all();
  }

 private:
  csv_reader(const std::string& file, std::istream& in) : lines_(file, in) {}

  table read_all() {
    while (lines_.next()) {
      if (columns_ == 0 && is_preface(lines_.cells())) {
        take_preface(lines_.cells());
      } else {
        take_row(lines_.cells());
      }
    }
    check_whole();
    return result_;
  }

  static bool is_preface(const std::vector<std::string_view>& cells) {
    const auto is_count = [](std::string_view cell) {
      return !cell.empty() && cell.size() <= 9 &&
             cell.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return cells.size() == 4 && is_count(cells[0]) && is_count(cells[1]) &&
           !number_in<double>(cells[2]) && !number_in<double>(cells[3]);
  }

  void take_preface(const std::vector<std::string_view>& cells) {
    promised_rows_ = std::stoul(std::string(cells[0]));
    preface_line_ = lines_.line();
    set_features(std::stoul(std::string(cells[1])), 2, cells[1]);
    result_.label_names = {std::string(cells[2]), std::string(cells[3])};
  }

  void set_features(std::size_t features, std::size_t column, std::string_view cell) {
    if (features == 0) {
      lines_.fail(column, "there must be a feature besides the label", cell);
    }
    result_.features = features;
    columns_ = features + 1;
  }

  void take_row(const std::vector<std::string_view>& cells) {
    if (columns_ == 0) set_features(cells.size() - 1, 1, cells[0]);
    lines_.check_width(columns_);
    for (std::size_t i = 0; i < columns_; ++i) take_cell(i + 1, cells[i]);
    ++result_.rows;
  }

  void take_cell(std::size_t column, std::string_view cell) {
    const std::optional<double> value = number_in<double>(cell);
    if (!value) lines_.fail(column, "not a number", cell);
    if (!std::isfinite(*value)) lines_.fail(column, "not a finite number", cell);
    if (column < columns_) {
      result_.values.push_back(*value);
    } else if (*value == 0 || *value == 1) {
      result_.labels.push_back(*value);
    } else {
      lines_.fail(column, "the label is neither 0 nor 1", cell);
    }
  }

  void check_whole() const {
    const std::string found = std::to_string(result_.rows);
    if (result_.rows == 0) {
      lines_.fail_at(lines_.line() + 1, 1, "the file ends before its first row", "");
    }
    if (promised_rows_ && *promised_rows_ != result_.rows) {
      lines_.fail_at(preface_line_, 1, found + " rows follow, not as many as announced",
                     std::to_string(*promised_rows_));
    }
    for (const double label : result_.labels) {
      if (label != result_.labels.front()) return;
    }
    lines_.fail(columns_, "the label is the same in every row, nothing can be learnt",
                result_.labels.front() == 0 ? "0" : "1");
  }

  csv_lines lines_;
  table result_;
  std::size_t preface_line_ = 0, columns_ = 0;
  std::optional<std::size_t> promised_rows_;
};

}  // namespace example
