#pragma once
// Pairs in two columns of a CSV file, which may have more.
//
// The first line is a header where none of its cells is a number. Numbers are rounded to float.

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "../common/csv_lines.hpp"
#include "pair_source.hpp"

namespace example {

// By name; the first two columns where these are empty.
struct column_names {
  std::string predictions, targets;
};

class csv_pairs : public pair_source {
 public:
  csv_pairs(const std::string& name, std::istream& in, prediction kind, const column_names& wanted)
      : lines_(name, in), kind_(kind) {
    row_waits_ = lines_.next();
    if (!row_waits_) return;
    width_ = lines_.cells().size();
    if (width_ < 2) lines_.fail(1, "the only column, 2 are wanted", lines_.cells()[0]);
    const auto is_number = [](std::string_view cell) { return number_in<float>(cell).has_value(); };
    const bool has_header = std::none_of(lines_.cells().begin(), lines_.cells().end(), is_number);
    if (!wanted.predictions.empty()) {
      prediction_ = column_of(wanted.predictions, has_header);
      target_ = column_of(wanted.targets, has_header);
    }
    if (has_header) take_header();
  }

  std::size_t read(std::span<float> predictions, std::span<float> targets) override {
    std::size_t count = 0;
    while (count < predictions.size() && next_row()) {
      predictions[count] = value_in(prediction_);
      check(prediction_, fault_of_prediction(predictions[count], kind_));
      targets[count] = value_in(target_);
      check(target_, fault_of_target(targets[count]));
      ++count;
    }
    return count;
  }

  std::uint64_t bytes() const override { return lines_.bytes(); }
  std::string columns() const override { return columns_; }

 private:
  std::size_t column_of(const std::string& name, bool has_header) const {
    const auto& cells = lines_.cells();
    if (!has_header) lines_.fail(1, "no header, which would name the column " + name, cells[0]);
    const auto at = std::find(cells.begin(), cells.end(), name);
    if (at == cells.end()) {
      lines_.fail(cells.size(), "the header ends without a column " + name, cells.back());
    }
    return static_cast<std::size_t>(at - cells.begin());
  }

  void take_header() {
    columns_ =
        std::string(lines_.cells()[prediction_]) + ", " + std::string(lines_.cells()[target_]);
    row_waits_ = false;
  }

  bool next_row() {
    if (row_waits_) {
      row_waits_ = false;
    } else if (lines_.next()) {
      lines_.check_width(width_);
    } else {
      if (!any_row_) lines_.fail_at(lines_.line() + 1, 1, "the file ends before its first row", "");
      return false;
    }
    any_row_ = true;
    return true;
  }

  float value_in(std::size_t column) const {
    const std::string_view cell = lines_.cells()[column];
    const std::optional<float> value = number_in<float>(cell);
    if (!value) lines_.fail(column + 1, "not a number", cell);
    if (std::isinf(*value) && errno == ERANGE) {
      lines_.fail(column + 1, "beyond the largest float", cell);
    }
    return *value;
  }

  void check(std::size_t column, const char* fault) const {
    if (fault != nullptr) lines_.fail(column + 1, fault, lines_.cells()[column]);
  }

  csv_lines lines_;
  prediction kind_;
  std::size_t width_ = 0, prediction_ = 0, target_ = 1;
  std::string columns_;
  bool row_waits_ = false, any_row_ = false;
};

}  // namespace example
