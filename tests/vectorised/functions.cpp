// A program that calls every array function, for each type and grade, from a function of its own
// whose name says which. It is built and looked at, never run.

#include "../arrays/rows.hpp"

namespace {

using namespace xent::test;

template <class Row, class Grade, class T> [[gnu::noinline]] void call_array(std::vector<T>& x) {
  spans_of<Row, T> ins;
  ins.fill(x);
  apply<Row, T>(Row{}, Grade{}, ins, std::span<T>(x));
}

}  // namespace

int main() {
  std::vector<float> floats(1000);
  std::vector<double> doubles(1000);
  for_each_array_function([&](auto row) {
    using Row = decltype(row);
    call_array<Row, xent::fast_grade>(floats);
    call_array<Row, xent::exact_grade>(floats);
    call_array<Row, xent::fast_grade>(doubles);
  });
}
