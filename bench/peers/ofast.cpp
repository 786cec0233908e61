// The loops of standard_sums.hpp as a user has them who trades accuracy for speed: at -Ofast
// -march=native.

#include "../support/standard_sums.hpp"
#include "plain_loop.hpp"

namespace xent::bench {
namespace {

struct fast_flags;

}  // namespace

#define XENT_BENCH_LOOPS(T)                                                              \
  {"bce_with_logits_mean", standard::mean<fast_flags, T>},                               \
      {"bce_with_logits_mean_and_grad", standard::mean_and_grad<fast_flags, T>},         \
      {"bce_with_logits_mean_and_grad+options",                                          \
       standard::mean_and_grad_of_options<fast_flags, T>},                               \
      {"bce_with_logits_sum_and_grad_hess", standard::sum_and_grad_hess<fast_flags, T>}, \
      {"bce_with_logits_sum_and_grad_hess+pairs",                                        \
       standard::sum_and_grad_hess_pairs<fast_flags, T>},                                \
      {nullptr, nullptr},
constinit const plain_loop<float> ofast_of_float[] = {XENT_BENCH_LOOPS(float)};
constinit const plain_loop<double> ofast_of_double[] = {XENT_BENCH_LOOPS(double)};
#undef XENT_BENCH_LOOPS

}  // namespace xent::bench
