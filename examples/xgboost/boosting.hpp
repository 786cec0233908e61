#pragma once
// Boosted trees for 0/1 labels, by XGBoost's own objective and by xent's derivatives.

#include <span>
#include <vector>

#include <xent/reduce.hpp>

#include "c_api.hpp"

namespace example {

// One round by XGBoost's binary:logistic.
struct built_in_objective {
  static void boost(xgboost_model& model, int round, const xgboost_rows& rows) {
    model.update(round, rows);
  }
};

// One round by ours. The interface wants gradient and hessian in arrays of their own; where pairs
// are wanted, the overload with one output writes them interleaved.
struct xent_objective {
  static void boost(xgboost_model& model, int, const xgboost_rows& rows) {
    std::vector<float> grad(rows.labels().size()), hess(grad.size());
    xent::bce_with_logits_sum_and_grad_hess(model.margins(rows), rows.labels(), grad, hess);
    model.boost(rows, grad, hess);
  }
};

// For both: binary:logistic is also what says that base_score is a probability, here the logit 0.
// With an objective of one's own and none named, XGBoost takes it for the logit itself: 0.5.
inline std::vector<xgboost_parameter> logistic_parameters() {
  return {{"objective", "binary:logistic"},
          {"base_score", "0.5"},
          {"tree_method", "hist"},
          {"nthread", "1"},
          {"verbosity", "0"}};
}

inline double log_loss(const xgboost_model& model, const xgboost_rows& rows) {
  return xent::bce_with_logits_mean(model.margins(rows), rows.labels());
}

}  // namespace example
