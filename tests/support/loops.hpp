#pragma once
// The loops that the suites have in common, compiled once, by loops.cpp: each suite by itself would
// spend most of its time to compile on them. Before whatever calls them: on the command line.

#include <xent/xent.hpp>

#ifndef XENT_LOOP
#define XENT_LOOP extern template struct
#endif

// Of so many inputs and outputs.
#define XENT_ELEMENTWISE(T, grade, inputs, outputs, ...) \
  XENT_LOOP versions<elementwise_loop<grade, __VA_ARGS__>, job<T, inputs, outputs>>;
#define XENT_ALL_GRADES(inputs, outputs, ...)                        \
  XENT_ELEMENTWISE(float, fast_grade, inputs, outputs, __VA_ARGS__)  \
  XENT_ELEMENTWISE(float, exact_grade, inputs, outputs, __VA_ARGS__) \
  XENT_ELEMENTWISE(double, fast_grade, inputs, outputs, __VA_ARGS__)
#define XENT_WITH_AND_WITHOUT_POS_WEIGHT(outputs, ...) \
  XENT_ALL_GRADES(2, outputs, __VA_ARGS__)             \
  XENT_ALL_GRADES(3, outputs, __VA_ARGS__)

namespace xent::inline XENT_ABI::detail {

XENT_ALL_GRADES(1, 1, sigmoid_formula)
XENT_ALL_GRADES(1, 1, log_sigmoid_formula)
XENT_ALL_GRADES(1, 1, softplus_formula)
XENT_ALL_GRADES(1, 1, logit_formula)
XENT_ALL_GRADES(1, 1, sigmoid_grad_formula)
XENT_ALL_GRADES(1, 1, log_sigmoid_grad_formula)
XENT_ALL_GRADES(1, 1, logit_grad_formula)
XENT_ALL_GRADES(2, 1, bce_formula)
XENT_ALL_GRADES(2, 1, bce_grad_formula)
XENT_ALL_GRADES(2, 1, clamped_bce_formula)
XENT_ALL_GRADES(2, 1, clamped_bce_grad_formula)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(1, bce_with_logits_formula)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(1, bce_with_logits_grad_formula)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(1, bce_with_logits_hess_formula)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(2, bce_with_logits_formula, bce_with_logits_grad_formula)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(3, bce_with_logits_formula, bce_with_logits_grad_formula,
                                 bce_with_logits_hess_formula)

XENT_LOOP versions<fold_loop, folding<float>>;
XENT_LOOP versions<fold_loop, folding<double>>;
XENT_LOOP versions<target_stage_loop, target_stage<float>>;
XENT_LOOP versions<target_stage_loop, target_stage<double>>;
XENT_LOOP versions<target_stage_loop, masking_stage<float>>;
XENT_LOOP versions<target_stage_loop, masking_stage<double>>;
XENT_LOOP versions<kept_weights_loop, kept_weights<float>>;
XENT_LOOP versions<kept_weights_loop, kept_weights<double>>;
XENT_LOOP versions<weight_scaling_loop, weight_scaling>;
XENT_LOOP versions<weighting_loop, weighting<float>>;
XENT_LOOP versions<weighting_loop, weighting<double>>;
XENT_LOOP versions<weight_check_loop, weight_check<float>>;
XENT_LOOP versions<weight_check_loop, weight_check<double>>;
XENT_LOOP versions<pairing_loop, pairing<float>>;
XENT_LOOP versions<pairing_loop, pairing<double>>;

}  // namespace xent::inline XENT_ABI::detail
