// The loop over the standard library's functions, at the flags of any program; and what memory
// allows, on one thread or two: a copy of as much as the function reads and writes.

#include <cstddef>
#include <string>

#include <xent/threads.hpp>

#include "../support/functions.hpp"
#include "offers.hpp"

namespace xent::bench {
namespace {

template <class T, class Function> void add(offers& all, Function) {
  const std::string name = Function::name();
  if constexpr (Function::has_standard) {
    all.add<T>({"std", name,
                [](const operands<T>& at) -> work { return [at] { Function::standard(at); }; }});
  }
  all.add<T>({"copy",
              name,
              [](const operands<T>& at) -> work { return [at] { Function::traffic(at); }; },
              {},
              results::none});
}

template <class T> void add_two_threads(offers& all) {
  using function = bce_with_logits_mean_and_grad;
  const auto prepare = [](const operands<T>& at) -> work {
    return [at] {
      const auto copy_half = [&](std::size_t k) {
        operands<T> half = at;
        half.size = at.size / 2;
        half.x += k * half.size;
        half.y += k * half.size;
        half.out += k * half.size;
        function::traffic(half);
      };
      xent::threads(2)(2, block_body(copy_half));
    };
  };
  all.add<T>({"copy 2 threads", function::name(), prepare, {}, results::none});
}

}  // namespace

void add_standard(offers& all) {
  for_each_function([&](auto function) {
    add<float>(all, function);
    add<double>(all, function);
  });
  add_two_threads<float>(all);
  add_two_threads<double>(all);
}

}  // namespace xent::bench
