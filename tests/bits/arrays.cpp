// Prints the checksums of the array functions on every instruction set: exact has the scalar
// functions' `what`, and so has double.

#include <cstddef>
#include <string>
#include <string_view>

#include "../support/array_functions.hpp"
#include "checksum.hpp"

namespace {

using namespace xent::test;

template <class Row, class T> columns<Row, T> columns_of_points(Row row) {
  columns<Row, T> ins;
  for (const auto& xs : points_of<Row, T>(row)) {
    for (std::size_t k = 0; k < xs.size(); ++k) ins[k].push_back(xs[k]);
  }
  return ins;
}

// The baseline may lack fused multiply-add.
const char* arithmetic_of(std::string_view isa) {
  return arithmetic(isa != "baseline" || XENT_HAS_FMA);
}

template <class Row> void print_row(Row row) {
  const auto floats = columns_of_points<Row, float>(row);
  const auto doubles = columns_of_points<Row, double>(row);
  on_each_isa([&](std::string_view isa) {
    const std::string name = signature(row), suffix = arithmetic_of(isa);
    print_sum(isa, "float " + name, checksum(apply<Row, float>(row, xent::exact, floats)));
    print_sum(isa, "fast float " + name + suffix,
              checksum(apply<Row, float>(row, xent::fast, floats)));
    print_sum(isa, "double " + name + suffix,
              checksum(apply<Row, double>(row, xent::fast, doubles)));
  });
}

}  // namespace

int main() {
  for_each_array_function([](auto row) { print_row(row); });
}
