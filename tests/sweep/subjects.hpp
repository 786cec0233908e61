#pragma once
// What the search looks at: every function in double; in float those of more than one variable.

#include <cstdint>

#include "draws.hpp"

namespace xent::test {

// visit(subject, number)
template <class Visitor> void for_each_subject(Visitor visit) {
  std::uint64_t number = 0;
  for_each_function([&]<class Row>(Row) {
    if constexpr (!has_label<Row>) {
      visit(subject<Row, double, labels::none>{}, number++);
      if constexpr (Row::arity > 1) visit(subject<Row, float, labels::none>{}, number++);
    } else {
      if constexpr (Row::arity == 2) visit(subject<Row, double, labels::hard>{}, number++);
      visit(subject<Row, double, labels::soft>{}, number++);
      visit(subject<Row, float, labels::soft>{}, number++);
    }
  });
}

}  // namespace xent::test
