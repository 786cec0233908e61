#pragma once
// Reads the golden files; golden/generate.cpp says what is in them.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "floating.hpp"

namespace xent::test {

template <class Row, class T> struct golden_point {
  arguments_of<Row, T> at;
  T want;
  double remainder;  // (truth − want) in ulp of want, to 1/1000
  int shift;         // log₂ of ulp(larger term)/ulp(want)
};

inline std::ifstream open_golden(const std::string& name) {
  std::ifstream file(XENT_GOLDEN_DIR "/" + name);
  if (!file) throw std::runtime_error("no golden file " XENT_GOLDEN_DIR "/" + name);
  return file;
}

template <class T> T parse_bits(const char* text, char** end) {
  return from_bits<T>(static_cast<bits_of<T>>(std::strtoull(text, end, 16)));
}

template <class T> T parse_bits(const std::string& text) {
  return parse_bits<T>(text.c_str(), nullptr);
}

template <class Row, class T>
golden_point<Row, T> parse_point(std::istringstream fields, std::size_t column) {
  golden_point<Row, T> point{};
  std::string text;
  for (T& x : point.at) {
    fields >> text;
    x = parse_bits<T>(text);
  }
  for (std::size_t i = 0; i <= column; ++i) fields >> text;
  if (!fields) throw std::runtime_error("golden line too short");
  char* rest = nullptr;
  point.want = parse_bits<T>(text.c_str(), &rest);
  if (*rest == '+' || *rest == '-') {
    point.remainder = static_cast<double>(std::strtol(rest, &rest, 10)) / 1000;
  }
  if (*rest == '^') point.shift = static_cast<int>(std::strtol(rest + 1, nullptr, 10));
  return point;
}

// Every golden point of a row.
template <class Row, class T> std::vector<golden_point<Row, T>> read_golden(Row row) {
  auto file = open_golden(table_name(row) + "." + type_name<T> + ".txt");
  std::string line, name;
  std::getline(file, line);
  std::istringstream header(line);
  header >> name >> name;
  std::size_t column = 0;
  while (header >> name && name != row.function_name) ++column;
  if (name != row.function_name) {
    throw std::runtime_error("no golden column " + std::string(row.function_name));
  }
  std::vector<golden_point<Row, T>> points;
  while (std::getline(file, line)) {
    points.push_back(parse_point<Row, T>(std::istringstream(line), column));
  }
  return points;
}

}  // namespace xent::test
