// sweep STRIDE PROCESSES [--state FILE] [function...]
//
// Every STRIDE-th of all 2³² floats, outwards from 0, through every float function of one variable
// and those of a label at labels 0 and 1: the scalar function, and the array function in both
// grades on every instruction set. The families of columns.hpp whose first function is named, or
// all. Prints what was found, column by column and way by way; exit status 1 where a promise of
// these was broken:
//   scalar, exact   the nearest float;
//   fast            within 2.5 ulp, the sign that of the nearest float, the same bits on all
//                   instruction sets with fused multiply-add;
//   all             the bits of the column's twin (its mirror image).
// With a state file it may be killed: started again it goes on, to the same table.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "float_checker.hpp"
#include "float_table.hpp"
#include "long_run.hpp"

namespace {

using namespace xent::test;

constexpr std::uint64_t chunks = 256;  // of a family

struct settings {
  std::uint64_t stride = 0;
  unsigned processes = 0;
  std::string state;
  std::vector<std::string> names;

  std::uint64_t blocks() const { return magnitudes / stride / block_length; }
  std::string text() const {
    std::string all = "sweep, stride " + std::to_string(stride);
    for (const auto& name : names) all += " " + name;
    return all;
  }
};

template <class Visitor> void for_each_family(Visitor visit) {
  std::apply([&](auto... family) { (visit(family), ...); }, all_families{});
}

template <class Family> bool is_wanted(const settings& s) {
  const auto& names = s.names;
  return names.empty() ||
         std::find(names.begin(), names.end(), Family::leader::row::function_name) != names.end();
}

// Item: chunk of blocks, family. The chunks of all families in turn, not by size of the floats, so
// that the time left is known early.
std::vector<std::uint64_t> all_items(const settings& s) {
  std::vector<std::uint64_t> items;
  for (std::uint64_t k = 0; k < chunks; ++k) {
    std::uint64_t number = 0;
    for_each_family([&](auto family) {
      const std::uint64_t chunk = k * 101 % chunks;
      if (is_wanted<decltype(family)>(s)) items.push_back(number * chunks + chunk);
      ++number;
    });
  }
  return items;
}

std::string work(const settings& s, std::uint64_t item) {
  const std::uint64_t chunk = item % chunks, family_number = item / chunks;
  const std::uint64_t begin = s.blocks() * chunk / chunks, end = s.blocks() * (chunk + 1) / chunks;
  std::uint64_t number = 0;
  std::string found;
  for_each_family([&](auto family) {
    if (number++ != family_number) return;
    float_checker<decltype(family)> checker;
    found = checker.run(begin * block_length, end - begin, s.stride).text();
  });
  return found;
}

template <class... Columns>
bool print_family(std::tuple<Columns...>, const std::vector<way>& ways, const family_tally& total) {
  std::size_t c = 0;
  bool right = true;
  ((right &= print_column(Columns::name(), ways, total.columns[c++])), ...);
  return right;
}

bool report(const settings& s, const journal& found) {
  const auto items = found.finished();
  const auto ways = all_ways<float>();
  print_heading();
  bool right = true;
  std::uint64_t number = 0;
  for_each_family([&](auto family) {
    using columns = typename decltype(family)::columns;
    const std::uint64_t first = number++ * chunks;
    if (!is_wanted<decltype(family)>(s)) return;
    family_tally total(std::tuple_size_v<columns>, ways.size());
    for (std::uint64_t chunk = 0; chunk < chunks; ++chunk) total.add_text(items.at(first + chunk));
    right &= print_family(columns{}, ways, total);
    right &= print_judgements(decltype(family)::leader::name(), total.judged);
  });
  return right;
}

settings parse(int argc, char** argv) {
  settings s;
  s.names.assign(argv + 1, argv + argc);
  s.state = take_option(s.names, "--state");
  if (s.names.size() < 2) {
    throw std::invalid_argument("usage: sweep STRIDE PROCESSES [--state FILE] [function...]");
  }
  s.stride = std::stoull(s.names[0]);
  s.processes = static_cast<unsigned>(std::stoul(s.names[1]));
  s.names.erase(s.names.begin(), s.names.begin() + 2);
  if (s.stride == 0 || s.blocks() < chunks) throw std::invalid_argument("sweep: 0 < STRIDE ≤ 2048");
  return s;
}

}  // namespace

int main(int argc, char** argv) { return run_long(argc, argv, parse, all_items, work, report); }
