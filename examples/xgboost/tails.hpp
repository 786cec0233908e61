#pragma once
// What is learnt from rows that the model has right already, by a wide margin.

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <vector>

#include "boosting.hpp"

namespace example {

// The value of the one leaf that 100 rows get, which start at this logit and have this label:
// −Σg/Σh, for the parameters take away all that XGBoost would add.
template <class Objective> double leaf(float margin, float label) {
  constexpr std::size_t rows = 100;
  xgboost_rows training(std::vector<float>(rows), std::vector<float>(rows, label));
  training.set_base_margin(std::vector<float>(rows, margin));
  std::vector<xgboost_parameter> parameters = logistic_parameters();
  parameters.insert(parameters.end(), {{"eta", "1"}, {"lambda", "0"}, {"min_child_weight", "0"}});
  xgboost_model model(training, parameters);
  Objective::boost(model, 0, training);
  return double{model.margins(training)[0]} - double{margin};
}

// Whether ours steps by 1 + e⁻ᵐ, up for label 1 and down for label 0, as far as float shows it.
inline bool compare_tails() {
  std::printf(
      "Logits m of rows with label 1, and -m of rows with label 0: all are right.\n"
      "A Newton step moves them on by 1 + exp(-m):\n\n");
  std::printf("%6s  %25s  %25s\n", "", "label 1 at m", "label 0 at -m");
  std::printf("%6s  %15s %9s  %15s %9s\n", "m", "binary:logistic", "xent", "binary:logistic",
              "xent");
  bool right = true;
  for (const float m : {10.0f, 16.0f, 17.0f, 20.0f, 30.0f, 40.0f}) {
    const double up = leaf<xent_objective>(m, 1), down = leaf<xent_objective>(-m, 0);
    std::printf("%6g  %15.6f %9.6f  %15.6f %9.6f\n", double{m}, leaf<built_in_objective>(m, 1), up,
                leaf<built_in_objective>(-m, 0), down);
    const double want = 1 + std::exp(-double{m});
    right = right && std::fabs(up - want) <= 1e-5 && std::fabs(down + want) <= 1e-5;
  }
  std::printf(R"(
In float 1/(1 + exp(-m)) is 1 from a logit of 17 on. Then the built-in gradient p - 1 is 0, and
its hessian p(1 - p) is kept from being so by a lower bound of 1e-16, which at -40 is more than p.

)");
  return right;
}

}  // namespace example
