#pragma once
// Lines of a CSV file as cells, one line in memory at a time.
//
// Blank lines are skipped; spaces around a cell, quotes around it and a byte order mark do not
// count. Between quotes a comma is text; a line break is not.

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "file_error.hpp"

namespace example {

// Errors read `file:line: column N: what: value`.
class csv_lines {
 public:
  // The name is for errors; the stream is open, or has failed to be so and left errno.
  csv_lines(const std::string& name, std::istream& in) : name_(name), in_(in) {
    if (!in_) fail_to("be read", name_);
  }

  // Goes to the next line that is not blank; false at the end.
  bool next() {
    while (get_line()) {
      split();
      if (cells_.size() > 1 || !cells_[0].empty()) return true;
    }
    return false;
  }

  // Views into the line, until the next one.
  const std::vector<std::string_view>& cells() const { return cells_; }
  // Counted from 1; at the end, that of the last one.
  std::size_t line() const { return line_; }
  std::uint64_t bytes() const { return bytes_; }

  // Every row of a file has as many cells as its first one.
  void check_width(std::size_t columns) const {
    const std::string wanted = std::to_string(columns) + " columns are wanted";
    if (cells_.size() > columns) {
      fail(columns + 1, "one too many, " + wanted, cells_[columns]);
    }
    if (cells_.size() < columns) {
      fail(cells_.size(), "the row ends here, " + wanted, cells_.back());
    }
  }

  // In the line that next() found.
  [[noreturn]] void fail(std::size_t column, const std::string& what,
                         std::string_view value) const {
    fail_at(line_, column, what, value);
  }
  [[noreturn]] void fail_at(std::size_t line, std::size_t column, const std::string& what,
                            std::string_view value) const {
    throw file_error(name_ + ':' + std::to_string(line) + ": column " + std::to_string(column) +
                     ": " + what + ": '" + shown(value) + "'");
  }

 private:
  bool get_line() {
    errno = 0;
    if (!std::getline(in_, text_)) {
      if (in_.bad()) fail_to("be read", name_);
      return false;
    }
    bytes_ += text_.size() + (in_.eof() ? 0 : 1);
    if (++line_ == 1 && text_.starts_with("\xef\xbb\xbf")) text_.erase(0, 3);
    return true;
  }

  void split() {
    cells_.clear();
    std::string_view rest = text_;
    for (;;) {
      const std::size_t comma = end_of_cell(rest);
      cells_.push_back(trimmed(rest.substr(0, comma)));
      if (comma == std::string_view::npos) return;
      rest.remove_prefix(comma + 1);
    }
  }

  static std::size_t end_of_cell(std::string_view rest) {
    bool quoted = false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (rest[i] == '"') quoted = !quoted;
      if (rest[i] == ',' && !quoted) return i;
    }
    return std::string_view::npos;
  }

  static std::string_view trimmed(std::string_view cell) {
    constexpr std::string_view blank = " \t\r";
    const std::size_t first = cell.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    cell = cell.substr(first, cell.find_last_not_of(blank) - first + 1);
    const bool quoted = cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
    return quoted ? cell.substr(1, cell.size() - 2) : cell;
  }

  // Short, and on one line whatever the file holds.
  static std::string shown(std::string_view value) {
    std::string text(value.substr(0, 40));
    if (value.size() > 40) text += "...";
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 32 || c == 127; }, '?');
    return text;
  }

  std::string name_;
  std::istream& in_;
  std::string text_;
  std::vector<std::string_view> cells_;
  std::size_t line_ = 0;
  std::uint64_t bytes_ = 0;
};

// The float or double that a cell of a line is; ERANGE in errno where it is beyond the type's
// range.
template <class T> std::optional<T> number_in(std::string_view cell) {
  if (cell.empty()) return std::nullopt;
  char* end = nullptr;
  T value;
  errno = 0;
  // What follows the cell in its line, a comma or the end of a string, ends a number as well.
  if constexpr (std::is_same_v<T, float>) {
    value = std::strtof(cell.data(), &end);
  } else {
    value = std::strtod(cell.data(), &end);
  }
  if (end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

}  // namespace example
