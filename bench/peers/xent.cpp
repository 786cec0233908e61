// xent itself: both grades, on every instruction set of the machine; what some options cost, and
// what a second thread gives.

#include <string>

#include <xent/threads.hpp>

#include "../support/functions.hpp"
#include "offers.hpp"

namespace xent::bench {
namespace {

template <class T, class Function, class Grade>
void add(offers& all, Function, Grade grade, const char* name) {
  const auto prepare = [grade](const operands<T>& at) -> work {
    return [grade, at] { Function::xent(at, grade); };
  };
  for (const auto isa : available_isas()) {
    std::string side(name);
    if (isa != available_isas().back()) side.append(" ").append(isa);
    all.add<T>({side, Function::name(), prepare, std::string(isa)});
  }
}

// mean_and_grad called with more arguments, as a side of its own.
template <class T, class... How>
void add_side(offers& all, const char* side, const std::string& function, results gives,
              const How&... how) {
  const auto prepare = [how...](const operands<T>& at) -> work {
    return [at, how...] { bce_with_logits_mean_and_grad::xent(at, how...); };
  };
  all.add<T>({side, function, prepare, std::string(available_isas().back()), gives});
}

template <class T> void add_sides(offers& all) {
  const std::string plain = bce_with_logits_mean_and_grad::name();
  const std::string weighted = bce_with_logits_mean_and_grad_of_options::name();
  const options<T> unchecked{.targets = targets::unchecked};
  add_side<T>(all, "xent unchecked", plain, results::all, unchecked);
  add_side<T>(all, "xent 2 threads", plain, results::all, threads(2));
  add_side<T>(all, "xent without options", weighted, results::none);
}

}  // namespace

void add_xent(offers& all) {
  for_each_function([&](auto function) {
    add<float>(all, function, fast, "xent fast");
    if (function.has_grades) add<float>(all, function, exact, "xent exact");
    add<double>(all, function, fast, "xent");
  });
  add_sides<float>(all);
  add_sides<double>(all);
}

}  // namespace xent::bench
