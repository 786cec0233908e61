#pragma once
// The loops that the suites have in common, compiled once, by loops.cpp: each suite by itself would
// spend most of its time to compile on them. Before whatever calls them: on the command line. A
// list by hand, since explicit instantiations cannot be made in a loop; whoever leaves a function
// out loses no test, but each suite compiles its loops again.

#include <xent/xent.hpp>

#ifndef XENT_LOOP
#define XENT_LOOP extern template struct
#endif

// Of so many inputs, for every type and grade.
#define XENT_ELEMENTWISE(T, grade, inputs, ...) \
  XENT_LOOP compiled_loop<tiled_loop<T, grade, inputs, __VA_ARGS__>, batch<T>>;
#define XENT_ALL_GRADES(inputs, ...)                        \
  XENT_ELEMENTWISE(float, fast_grade, inputs, __VA_ARGS__)  \
  XENT_ELEMENTWISE(float, exact_grade, inputs, __VA_ARGS__) \
  XENT_ELEMENTWISE(double, fast_grade, inputs, __VA_ARGS__)
#define XENT_WITH_AND_WITHOUT_POS_WEIGHT(...) \
  XENT_ALL_GRADES(2, __VA_ARGS__)             \
  XENT_ALL_GRADES(3, __VA_ARGS__)

namespace xent::inline XENT_ABI::detail {

XENT_ALL_GRADES(1, functions::sigmoid)
XENT_ALL_GRADES(1, functions::log_sigmoid)
XENT_ALL_GRADES(1, functions::softplus)
XENT_ALL_GRADES(1, functions::logit)
XENT_ALL_GRADES(1, functions::sigmoid_grad)
XENT_ALL_GRADES(1, functions::log_sigmoid_grad)
XENT_ALL_GRADES(1, functions::softplus_grad)
XENT_ALL_GRADES(1, functions::logit_grad)
XENT_ALL_GRADES(2, functions::bce)
XENT_ALL_GRADES(2, functions::bce_grad)
XENT_ALL_GRADES(2, functions::clamped_bce)
XENT_ALL_GRADES(2, functions::clamped_bce_grad)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(functions::bce_with_logits)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(functions::bce_with_logits_grad)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(functions::bce_with_logits_hess)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(functions::bce_with_logits, functions::bce_with_logits_grad)
XENT_WITH_AND_WITHOUT_POS_WEIGHT(functions::bce_with_logits, functions::bce_with_logits_grad,
                                 functions::bce_with_logits_hess)

XENT_LOOP compiled_loop<pairwise_sum_loop, block_terms<float>>;
XENT_LOOP compiled_loop<pairwise_sum_loop, block_terms<double>>;
XENT_LOOP compiled_loop<smoothing_loop, smoothed_targets<float>>;
XENT_LOOP compiled_loop<smoothing_loop, smoothed_targets<double>>;
XENT_LOOP compiled_loop<masking_loop, masked_targets<float>>;
XENT_LOOP compiled_loop<masking_loop, masked_targets<double>>;
XENT_LOOP compiled_loop<ignoring_loop, unignored_weights<float>>;
XENT_LOOP compiled_loop<ignoring_loop, unignored_weights<double>>;
XENT_LOOP compiled_loop<weighting_loop, weighted_results<float>>;
XENT_LOOP compiled_loop<weighting_loop, weighted_results<double>>;
XENT_LOOP compiled_loop<weight_inspection_loop, inspected_weights<float>>;
XENT_LOOP compiled_loop<weight_inspection_loop, inspected_weights<double>>;
XENT_LOOP compiled_loop<pairing_loop, interleaved_pairs<float>>;
XENT_LOOP compiled_loop<pairing_loop, interleaved_pairs<double>>;
XENT_LOOP compiled_loop<weight_scaling_loop, scaled_weights>;

}  // namespace xent::inline XENT_ABI::detail
