#pragma once
// The file of the worst inputs, a line for each: type, kinds of arguments, and the hex of its
// arguments' bits. golden/generate.cpp adds them to its points.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <vector>

#include "search_table.hpp"

namespace xent::test {

// A hundred of a function in a type, half of them at labels 0 and 1 where these are a subject.
template <class Subject>
inline constexpr std::size_t inputs_wanted =
    Subject::kind != labels::none&& Subject::row::arity == 2 ? 50 : 100;

// The ways take turns: their worst inputs are not the same.
template <class Subject>
void write_worst_inputs(std::ofstream& file, const std::vector<std::vector<finding>>& worst) {
  std::vector<std::uint64_t> taken;
  for (std::size_t i = 0; i < worst_list::limit; ++i) {
    for (const auto& of_way : worst) {
      if (i >= of_way.size() || taken.size() == inputs_wanted<Subject>) continue;
      const std::uint64_t number = of_way[i].number;
      if (std::find(taken.begin(), taken.end(), number) != taken.end()) continue;
      taken.push_back(number);
      file << type_name<typename Subject::type> << ' ' << table_name(typename Subject::row{}) << ' '
           << bits_text(draw(Subject{}, number)) << '\n';
    }
  }
}

}  // namespace xent::test
