// The loop over the standard library's functions, at the flags of any program; and what memory
// allows: a copy of as much as the function reads and writes.

#include "../functions.hpp"
#include "offers.hpp"

namespace xent::bench {
namespace {

template <class T, class Function> void add(offers& all, Function) {
  const std::string name = Function::name();
  all.add<T>({"std", name,
              [](const operands<T>& at) -> work { return [at] { Function::standard(at); }; }});
  all.add<T>({"copy",
              name,
              [](const operands<T>& at) -> work { return [at] { Function::traffic(at); }; },
              {},
              false});
}

}  // namespace

void add_standard(offers& all) {
  for_each_function([&](auto function) {
    add<float>(all, function);
    add<double>(all, function);
  });
}

}  // namespace xent::bench
