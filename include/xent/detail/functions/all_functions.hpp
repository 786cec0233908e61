#pragma once
// The list of all public functions, for what goes through them one by one: tests and benches. No
// other header needs it.

#include <xent/detail/base/config.hpp>
#include <xent/detail/functions/bce.hpp>
#include <xent/detail/functions/bce_with_logits.hpp>
#include <xent/detail/functions/log_add_exp.hpp>
#include <xent/detail/functions/logit.hpp>
#include <xent/detail/functions/sigmoid.hpp>

namespace xent::inline XENT_ABI::detail {

template <class... Functions> struct function_list {
  // visit(function) for each.
  template <class Visitor> static constexpr void for_each(Visitor&& visit) {
    (visit(Functions{}), ...);
  }
};

using all_functions =
    function_list<functions::sigmoid, functions::log_sigmoid, functions::softplus, functions::logit,
                  functions::log_add_exp, functions::sigmoid_grad, functions::log_sigmoid_grad,
                  functions::softplus_grad, functions::logit_grad, functions::bce,
                  functions::bce_grad, functions::bce_with_logits, functions::bce_with_logits_grad,
                  functions::bce_with_logits_hess>;

}  // namespace xent::inline XENT_ABI::detail
