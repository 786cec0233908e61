// doubt STRIDE: how often a float result is doubtful after the evaluation in double, and how often
// it is then redone in double_double, over every STRIDE-th of all floats that are not NaN.

#include <cstdio>
#include <cstdlib>

#include "../support/catalogue.hpp"
#include "../support/floating.hpp"

namespace {

using namespace xent::test;
namespace detail = xent::detail;

struct shares {
  std::uint64_t inputs = 0, doubtful = 0, redone = 0;
};

template <class Formula, class... Labels> shares count(std::uint64_t stride, Labels... labels) {
  shares s;
  for (std::uint64_t bits = 0; bits >> 32 == 0; bits += stride) {
    const float x = from_bits<float>(static_cast<std::uint32_t>(bits));
    if (is_nan(x)) continue;
    ++s.inputs;
    const double wide = x, r = Formula::template of<detail::wide>(wide, labels...);
    if (!detail::is_doubtful(r)) continue;
    ++s.doubtful;
    const double error = detail::error_bound<Formula>(r, wide, labels...);
    if (static_cast<float>(r - error) != static_cast<float>(r + error) && std::isfinite(r)) {
      ++s.redone;
    }
  }
  return s;
}

void report(const char* name, const shares& s) {
  const auto one_in = [&](std::uint64_t part) {
    return part == 0 ? infinity : static_cast<double>(s.inputs) / static_cast<double>(part);
  };
  std::printf("%-28s doubtful 1 in %.0f, redone in double_double 1 in %.0f of %llu\n", name,
              one_in(s.doubtful), one_in(s.redone), static_cast<unsigned long long>(s.inputs));
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t stride = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 251;
  if (stride == 0) return 2;
  report("sigmoid", count<detail::sigmoid_formula>(stride));
  report("log_sigmoid", count<detail::log_sigmoid_formula>(stride));
  report("softplus", count<detail::softplus_formula>(stride));
  report("logit", count<detail::logit_formula>(stride));
  report("sigmoid_grad", count<detail::sigmoid_grad_formula>(stride));
  report("logit_grad", count<detail::logit_grad_formula>(stride));
  for (const double y : {0.0, 1.0}) {
    std::printf("label %g\n", y);
    report("bce", count<detail::bce_formula>(stride, y));
    report("bce_grad", count<detail::bce_grad_formula>(stride, y));
    report("bce_with_logits", count<detail::bce_with_logits_formula>(stride, y));
    report("bce_with_logits_grad", count<detail::bce_with_logits_grad_formula>(stride, y));
    report("bce_with_logits_hess", count<detail::bce_with_logits_hess_formula>(stride, y));
  }
}
