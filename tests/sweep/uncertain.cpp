// uncertain STRIDE: how often a float result is uncertain after the evaluation in double, so that
// it is evaluated again in double_double, over every STRIDE-th of all floats that are not NaN.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <xent/detail/functions/all_functions.hpp>
#include <xent/detail/math/correct_rounding.hpp>

#include "../support/floating.hpp"

namespace {

using namespace xent::test;
namespace detail = xent::detail;

template <class Function, class... Labels> void report(std::uint64_t stride, Labels... labels) {
  using M = detail::working_math;
  std::uint64_t inputs = 0, uncertain = 0;
  for (std::uint64_t bits = 0; bits >> 32 == 0; bits += stride) {
    const float narrow = from_bits<float>(static_cast<std::uint32_t>(bits));
    if (is_nan(narrow)) continue;
    const double x = narrow, r = Function::template eval<M>(x, labels...);
    ++inputs;
    const auto ends =
        detail::rounding_test(r, Function::template cancelling_terms<M>(x, labels...));
    uncertain += ends.low != ends.high;
  }
  std::printf("%-24s", Function::name);
  ((std::printf(" label %g", labels)), ...);
  std::printf(" %llu of %llu\n", static_cast<unsigned long long>(uncertain),
              static_cast<unsigned long long>(inputs));
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t stride = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 251;
  if (stride == 0) return 2;
  detail::all_functions::for_each([&](auto function) {
    using F = decltype(function);
    if constexpr (F::arguments::required == 1) {
      report<F>(stride);
    } else if constexpr (F::arguments::has_label) {
      report<F>(stride, 0.0);
      report<F>(stride, 1.0);
    }
  });
}
