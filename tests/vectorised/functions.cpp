// A program that calls every array function and every reduction, for each type and grade, from a
// function of its own whose name says which. It is built and looked at, never run.

#include <cstddef>
#include <span>
#include <tuple>
#include <vector>

#include <xent/grade.hpp>
#include <xent/options.hpp>

#include "../support/array_functions.hpp"
#include "../support/reductions.hpp"

namespace {

using namespace xent::test;

template <class T> struct ranges {
  std::vector<T> x, y, grad, hess, pairs;
  xent::options<T> options;
};

template <class Row, class Grade, class T> [[gnu::noinline]] void call_array(ranges<T>& r) {
  spans_of<Row, T> ins;
  ins.fill(r.x);
  apply<Row, T>(Row{}, Grade{}, ins, std::span<T>(r.grad));
}

// The options are the run's to choose: all that they may ask for is there.
template <class Reduction, class Grade, class T>
[[gnu::noinline]] void call_reduction(ranges<T>& r) {
  constexpr std::size_t derivatives = std::tuple_size_v<typename Reduction::written>;
  if constexpr (derivatives == 0) {
    Reduction::call(r.x, r.y, r.options, Grade{});
  } else if constexpr (Reduction::in_pairs) {
    Reduction::call(r.x, r.y, r.pairs, r.options, Grade{});
  } else if constexpr (derivatives == 1) {
    Reduction::call(r.x, r.y, r.grad, r.options, Grade{});
  } else {
    Reduction::call(r.x, r.y, r.grad, r.hess, r.options, Grade{});
  }
}

template <class Grade, class T> void call_all(ranges<T>& r) {
  for_each_array_function([&](auto row) { call_array<decltype(row), Grade>(r); });
  std::apply([&](auto... reduction) { (call_reduction<decltype(reduction), Grade>(r), ...); },
             reductions::all{});
}

template <class T> ranges<T> of_size(std::size_t size) {
  ranges<T> r;
  for (auto* range : {&r.x, &r.y, &r.grad, &r.hess}) range->resize(size);
  r.pairs.resize(2 * size);
  r.options.pos_weight = static_cast<T>(size);
  r.options.clamp = size > 1 ? xent::clamp::pytorch : xent::clamp::none;
  return r;
}

}  // namespace

int main(int argc, char**) {
  const auto size = static_cast<std::size_t>(argc);
  auto floats = of_size<float>(size);
  auto doubles = of_size<double>(size);
  call_all<xent::fast_grade>(floats);
  call_all<xent::exact_grade>(floats);
  call_all<xent::fast_grade>(doubles);
}
