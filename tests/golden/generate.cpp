// generate DIRECTORY WORST_INPUTS: writes the golden files, the same bytes on every machine. The
// second is the file of the worst inputs that sweep/search.cpp found.
//
// <arguments>.<type>.txt holds, for every row of the catalogue that takes these arguments, the
// correctly rounded result. A line of names, then a line per point, numbers as the hex of their
// bits. A result is
//
//   bits[±thousandths][^shift]   thousandths of an ulp from the result to the truth, and
//                                log₂ of ulp(larger term)/ulp(result); each left out where 0
//
// decimal.txt holds results to 60 digits at arguments that are exact in double, and the larger term
// to 6.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "../support/reference.hpp"
#include "../support/samples.hpp"
#include "meeting.hpp"

namespace {

using namespace xent::test;

constexpr std::uint64_t seed = 20240229;

struct paths {
  std::string golden, worst_inputs;
};

template <class T> std::string bits_text(T x) {
  char text[32];
  std::snprintf(text, sizeof text, "%llx", static_cast<unsigned long long>(to_bits(x)));
  return text;
}

template <class Row, class T> std::string result_text(Row row, const arguments_of<Row, T>& xs) {
  const auto truth = std::apply([&](auto... x) { return refer(row, x...); }, xs);
  std::string text = bits_text(truth.want);
  const bool bits_suffice = std::is_same_v<T, float> && Row::arity == 1;
  const int thousandths = static_cast<int>(std::lround(1000 * truth.remainder));
  if (thousandths != 0 && !bits_suffice) {
    text += (thousandths > 0 ? "+" : "-") + std::to_string(std::abs(thousandths));
  }
  return truth.shift == 0 ? text : text + "^" + std::to_string(truth.shift);
}

// The first argument runs over its edges and their neighbours, half an ulp away and more; the
// others cycle through theirs.
template <class Row, class T> std::vector<arguments_of<Row, T>> edge_points(Row) {
  constexpr int rounds = Row::arity == 1 ? 1 : 3;
  constexpr T above = std::numeric_limits<T>::infinity();
  std::vector<arguments_of<Row, T>> points;
  for (const double edge : edges(Row::arguments[0])) {
    const T x = static_cast<T>(edge);
    for (const T near : {x, std::nextafter(x, above), std::nextafter(x, -above)}) {
      const bool outside = Row::arguments[0] == argument::probability && (near < 0 || near > 1);
      for (int round = 0; !outside && round < rounds; ++round) {
        arguments_of<Row, T> xs{near};
        for (std::size_t i = 1; i < xs.size(); ++i) {
          const auto others = edges(Row::arguments[i]);
          xs[i] = static_cast<T>(others[points.size() % others.size()]);
        }
        points.push_back(xs);
      }
    }
  }
  return points;
}

// With both labels where there is one label; the other tables have no promise of the nearest float.
template <class Row, class T> void add_hard(Row, std::vector<arguments_of<Row, T>>& points) {
  for (const float x : hard_to_round(Row::arguments[0])) {
    if constexpr (Row::arity == 1) points.push_back({static_cast<T>(x)});
    if constexpr (Row::arity == 2 && has_label<Row>) {
      for (const T y : {T(0), T(1)}) points.push_back({static_cast<T>(x), y});
    }
  }
}

template <class Row, class T> void add_extremes(Row, std::vector<arguments_of<Row, T>>& points) {
  if (Row::arguments[0] != argument::real_line) return;
  for (const T x : extreme_logits<T>()) {
    if constexpr (Row::arity == 1) points.push_back({x});
    if constexpr (Row::arity == 2 && has_label<Row>) {
      for (const double y : {0.0, 1.0, 0.3}) points.push_back({x, static_cast<T>(y)});
    }
  }
}

// A line for each: type, kinds of arguments, and their bits, with commas between.
template <class Row, class T>
void add_worst(Row row, const std::string& inputs, std::vector<arguments_of<Row, T>>& points) {
  std::ifstream file(inputs);
  if (!file) throw std::runtime_error("cannot read " + inputs);
  std::string line, type, kinds, bits;
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    fields >> type >> kinds;
    if (type != type_name<T> || kinds != table_name(row)) continue;
    arguments_of<Row, T> xs;
    for (T& x : xs) {
      std::getline(fields >> std::ws, bits, ',');
      x = from_bits<T>(static_cast<bits_of<T>>(std::stoull(bits, nullptr, 16)));
    }
    points.push_back(xs);
  }
}

template <class Row, class T>
std::vector<arguments_of<Row, T>> points_of(Row row, std::size_t count) {
  random_source random(seed);
  auto points = edge_points<Row, T>(row);
  add_hard<Row, T>(row, points);
  add_extremes<Row, T>(row, points);
  while (points.size() < count) {
    auto xs = random_arguments<Row, T>(row, random);
    if (random.below(12) == 0) xs = meeting<Row, T>(row, xs);
    points.push_back(xs);
  }
  return points;
}

template <class Row, class Other> constexpr bool take_the_same() {
  if constexpr (Row::arity == Other::arity) return Row::arguments == Other::arguments;
  return false;
}

template <class Row, class Visitor> void for_each_column(Row, Visitor visit) {
  for_each_function([&]<class Other>(Other row) {
    if constexpr (take_the_same<Row, Other>()) visit(row);
  });
}

template <class Row, class T> void write_table(const paths& where, Row first, std::size_t count) {
  std::ofstream file(where.golden + "/" + table_name(first) + "." + type_name<T> + ".txt");
  file << "arguments " << Row::arity;
  for_each_column(first, [&](auto row) { file << ' ' << row.function_name; });
  file << '\n';
  auto points = points_of<Row, T>(first, count);
  add_worst<Row, T>(first, where.worst_inputs, points);
  for (const auto& xs : points) {
    for (const T x : xs) file << bits_text(x) << ' ';
    const char* separator = "";
    for_each_column(first, [&](auto row) {
      file << separator << result_text<decltype(row), T>(row, xs);
      separator = " ";
    });
    file << '\n';
  }
  if (!file) std::cerr << "cannot write " << where.golden << "/" << table_name(first) << '\n';
}

// A table for the rows that take the same arguments is written once, at the first of them.
template <class Row, class... Rows> constexpr bool is_first_of_table(std::tuple<Rows...>) {
  bool is_first = true, is_before = true;
  ((is_before = is_before && !std::is_same_v<Row, Rows>,
    is_first = is_first && !(is_before && take_the_same<Row, Rows>())),
   ...);
  return is_first;
}

template <class Row> void write_tables(const paths& where, Row row) {
  static constexpr std::size_t points_by_arity[] = {0, 3000, 2500, 2000};
  if constexpr (is_first_of_table<Row>(catalogue{})) {
    write_table<Row, float>(where, row, points_by_arity[Row::arity]);
    write_table<Row, double>(where, row, points_by_arity[Row::arity]);
  }
}

// Within the exponents of every type that has more digits than double.
bool is_moderate(const real& value) {
  const real size = abs(value);
  return real(1).scaled(-13000) < size && size < real(1).scaled(13000);
}

template <class Row> void write_decimals(std::ofstream& file, Row row) {
  random_source random(seed);
  for (int written = 0; written < 32;) {
    const auto xs = random_arguments<Row, double>(row, random);
    const real value = std::apply([&](auto... x) { return truth(row, real(x)...); }, xs);
    if (!is_moderate(value)) continue;
    const real larger =
        std::apply([&](auto... x) { return larger_term(row, value, real(x)...); }, xs);
    file << row.function_name << ' ' << row.arity;
    for (const double x : xs) file << ' ' << bits_text(x);
    file << ' ' << value.decimal(60) << ' ' << larger.decimal(6) << '\n';
    ++written;
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: generate DIRECTORY WORST_INPUTS\n";
    return 2;
  }
  const paths where{argv[1], argv[2]};
  for_each_function([&](auto row) { write_tables(where, row); });
  std::ofstream decimals(where.golden + "/decimal.txt");
  for_each_function([&](auto row) { write_decimals(decimals, row); });
} catch (const std::exception& error) {
  std::cerr << "generate: " << error.what() << '\n';
  return 1;
}
