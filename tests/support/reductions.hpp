#pragma once
// The losses summed or averaged, a line each: what they return, the row of the catalogue that they
// sum, and the rows of the derivatives that they write.

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

#include <xent/reduce.hpp>

#include "catalogue.hpp"

namespace xent::test {

enum class result { array, sum, mean, log_sum_exp };

namespace reductions {

template <result Returned, class Summed, class... Written> struct reduction {
  static constexpr result returns = Returned;
  using summed = Summed;
  using written = std::tuple<Written...>;
  // Are two derivatives written to one range, in pairs?
  static constexpr bool in_pairs = false;
};

#define XENT_TEST_REDUCTION(function, returned, ...)                                           \
  struct function : reduction<result::returned, __VA_ARGS__> {                                 \
    static constexpr std::string_view function_name = #function;                               \
    static double call(auto&&... ranges_and_how) { return xent::function(ranges_and_how...); } \
  };
XENT_TEST_REDUCTION(bce_sum, sum, rows::bce)
XENT_TEST_REDUCTION(bce_mean, mean, rows::bce)
XENT_TEST_REDUCTION(bce_with_logits_sum, sum, rows::bce_with_logits)
XENT_TEST_REDUCTION(bce_with_logits_mean, mean, rows::bce_with_logits)
XENT_TEST_REDUCTION(bce_with_logits_sum_and_grad, sum, rows::bce_with_logits,
                    rows::bce_with_logits_grad)
XENT_TEST_REDUCTION(bce_with_logits_mean_and_grad, mean, rows::bce_with_logits,
                    rows::bce_with_logits_grad)
XENT_TEST_REDUCTION(bce_with_logits_sum_and_grad_hess, sum, rows::bce_with_logits,
                    rows::bce_with_logits_grad, rows::bce_with_logits_hess)
#undef XENT_TEST_REDUCTION

struct bce_with_logits_sum_and_grad_hess_in_pairs : bce_with_logits_sum_and_grad_hess {
  static constexpr bool in_pairs = true;
};

using all =
    std::tuple<bce_sum, bce_mean, bce_with_logits_sum, bce_with_logits_mean,
               bce_with_logits_sum_and_grad, bce_with_logits_mean_and_grad,
               bce_with_logits_sum_and_grad_hess, bce_with_logits_sum_and_grad_hess_in_pairs>;

}  // namespace reductions
}  // namespace xent::test
