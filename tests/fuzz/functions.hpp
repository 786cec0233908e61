#pragma once
// The functions over ranges, and which formulas of the catalogue each of them sums or writes.

#include <string_view>

#include "../support/array_functions.hpp"

namespace xent::test {

enum class formula {
  none,
  sigmoid,
  log_sigmoid,
  softplus,
  logit,
  sigmoid_grad,
  log_sigmoid_grad,
  softplus_grad,
  logit_grad,
  bce,
  bce_grad,
  bce_with_logits,
  bce_with_logits_grad,
  bce_with_logits_hess
};

enum class result { array, sum, mean, log_sum_exp };

struct function {
  std::string_view name;
  result returns;
  formula summed, written, written_second = formula::none;
  bool in_pairs = false;

  constexpr formula main() const { return summed == formula::none ? written : summed; }
  constexpr bool has_targets() const { return main() >= formula::bce; }
  constexpr bool of_probability() const {
    return main() == formula::logit || main() == formula::logit_grad || main() == formula::bce ||
           main() == formula::bce_grad;
  }
};

inline constexpr function functions[] = {
    {"sigmoid", result::array, formula::none, formula::sigmoid},
    {"log_sigmoid", result::array, formula::none, formula::log_sigmoid},
    {"softplus", result::array, formula::none, formula::softplus},
    {"logit", result::array, formula::none, formula::logit},
    {"sigmoid_grad", result::array, formula::none, formula::sigmoid_grad},
    {"log_sigmoid_grad", result::array, formula::none, formula::log_sigmoid_grad},
    {"softplus_grad", result::array, formula::none, formula::softplus_grad},
    {"logit_grad", result::array, formula::none, formula::logit_grad},
    {"bce", result::array, formula::none, formula::bce},
    {"bce_grad", result::array, formula::none, formula::bce_grad},
    {"bce_with_logits", result::array, formula::none, formula::bce_with_logits},
    {"bce_with_logits_grad", result::array, formula::none, formula::bce_with_logits_grad},
    {"bce_with_logits_hess", result::array, formula::none, formula::bce_with_logits_hess},
    {"bce_sum", result::sum, formula::bce, formula::none},
    {"bce_mean", result::mean, formula::bce, formula::none},
    {"bce_with_logits_sum", result::sum, formula::bce_with_logits, formula::none},
    {"bce_with_logits_mean", result::mean, formula::bce_with_logits, formula::none},
    {"bce_with_logits_sum_and_grad", result::sum, formula::bce_with_logits,
     formula::bce_with_logits_grad},
    {"bce_with_logits_mean_and_grad", result::mean, formula::bce_with_logits,
     formula::bce_with_logits_grad},
    {"bce_with_logits_sum_and_grad_hess", result::sum, formula::bce_with_logits,
     formula::bce_with_logits_grad, formula::bce_with_logits_hess},
    {"bce_with_logits_sum_and_grad_hess", result::sum, formula::bce_with_logits,
     formula::bce_with_logits_grad, formula::bce_with_logits_hess, true},
    {"log_sum_exp", result::log_sum_exp, formula::none, formula::none}};

// visit(row of the formula), that of a pos_weight where there is one.
template <class Visitor> void with_row(formula f, bool is_weighted, Visitor visit) {
  switch (f) {
    case formula::none:
      return;
#define XENT_TEST_VISIT(name) \
  case formula::name:         \
    return visit(rows::name{});
      XENT_TEST_VISIT(sigmoid)
      XENT_TEST_VISIT(log_sigmoid)
      XENT_TEST_VISIT(softplus)
      XENT_TEST_VISIT(logit)
      XENT_TEST_VISIT(sigmoid_grad)
      XENT_TEST_VISIT(log_sigmoid_grad)
      XENT_TEST_VISIT(softplus_grad)
      XENT_TEST_VISIT(logit_grad)
      XENT_TEST_VISIT(bce)
      XENT_TEST_VISIT(bce_grad)
#undef XENT_TEST_VISIT
#define XENT_TEST_VISIT(name) \
  case formula::name:         \
    return is_weighted ? visit(rows::weighted_##name{}) : visit(rows::name{});
      XENT_TEST_VISIT(bce_with_logits)
      XENT_TEST_VISIT(bce_with_logits_grad)
      XENT_TEST_VISIT(bce_with_logits_hess)
#undef XENT_TEST_VISIT
  }
}

}  // namespace xent::test
