// Prints the checksums of the scalar functions.

#include <vector>

#include "checksum.hpp"

namespace {

using namespace xent::test;

template <class Row, class T> void print_row(const char* suffix) {
  std::vector<T> results;
  for (const auto& xs : points_of<Row, T>(Row{})) results.push_back(call<Row, T>(Row{}, xs));
  print_sum("scalar", type_name<T> + (" " + signature(Row{})) + suffix, checksum(results));
}

}  // namespace

int main() {
  for_each_function([](auto row) {
    print_row<decltype(row), float>("");
    print_row<decltype(row), double>(arithmetic(XENT_HAS_FMA));
  });
}
