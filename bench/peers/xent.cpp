// xent itself: both grades, on every instruction set of the machine.

#include "../functions.hpp"
#include "offers.hpp"

namespace xent::bench {
namespace {

template <class T, class Function, class Grade>
void add(offers& all, Function, Grade grade, const std::string& name) {
  const auto prepare = [grade](const operands<T>& at) -> work {
    return [grade, at] { Function::xent(at, grade); };
  };
  for (const auto isa : available_isas()) {
    std::string side = name;
    if (isa != available_isas().back()) side.append(" ").append(isa);
    all.add<T>({side, Function::name(), prepare, std::string(isa)});
  }
}

}  // namespace

void add_xent(offers& all) {
  for_each_function([&](auto function) {
    add<float>(all, function, fast, "xent fast");
    if (function.has_grades) add<float>(all, function, exact, "xent exact");
    add<double>(all, function, fast, "xent");
  });
}

}  // namespace xent::bench
