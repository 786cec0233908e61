#pragma once
// The same trees from both objectives.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include <xent/elementwise.hpp>

#include "boosting.hpp"

namespace example {

// What is looked at when one round, and when all of them are done.
struct boosted {
  std::vector<std::string> first_tree, trees;
  std::vector<float> first_probabilities;  // of the test rows
  double loss = 0;                         // of the test rows
  double seconds_per_round = 0;            // of the later rounds: the first also makes bins
};

// At least two rounds.
template <class Objective>
boosted boosted_by(const xgboost_rows& training, const xgboost_rows& test, int rounds) {
  using clock = std::chrono::steady_clock;
  xgboost_model model(training, logistic_parameters());
  boosted result;
  clock::duration time{};
  for (int round = 0; round < rounds; ++round) {
    const auto start = clock::now();
    Objective::boost(model, round, training);
    if (round != 0) {
      time += clock::now() - start;
      continue;
    }
    result.first_tree = model.trees();
    result.first_probabilities.resize(test.labels().size());
    xent::sigmoid(model.margins(test), result.first_probabilities);
  }
  result.trees = model.trees();
  result.loss = log_loss(model, test);
  result.seconds_per_round = std::chrono::duration<double>(time).count() / (rounds - 1);
  return result;
}

inline double largest_difference(std::span<const float> a, std::span<const float> b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    largest = std::max(largest, std::fabs(double{a[i]} - double{b[i]}));
  }
  return largest;
}

// The text of a tree less the values in its leaves.
inline std::string splits(std::string tree) {
  constexpr auto leaf = "leaf=";
  for (auto at = tree.find(leaf); at != std::string::npos; at = tree.find(leaf, at + 1)) {
    tree.erase(at + 5, tree.find('\n', at) - at - 5);
  }
  return tree;
}

// How many of the trees, from the first on, have the same splits.
inline std::size_t trees_alike(const boosted& a, const boosted& b) {
  std::size_t count = 0;
  while (count < a.trees.size() && splits(a.trees[count]) == splits(b.trees[count])) ++count;
  return count;
}

// Whether they agree within the bounds that are printed.
inline bool compare_objectives(const xgboost_rows& training, const xgboost_rows& test, int rounds) {
  const boosted theirs = boosted_by<built_in_objective>(training, test, rounds);
  const boosted ours = boosted_by<xent_objective>(training, test, rounds);
  const bool same_tree = theirs.first_tree == ours.first_tree;
  const double first = largest_difference(theirs.first_probabilities, ours.first_probabilities);
  const double difference = std::fabs(theirs.loss - ours.loss);

  std::printf("round 1: %s; predictions differ by %.1e at most (bound 1e-5)\n",
              same_tree ? "the same tree, to the last digit" : "OTHER TREES", first);
  std::printf("%d rounds: %zu of %zu trees have the same splits, one after another\n", rounds,
              trees_alike(theirs, ours), theirs.trees.size());
  std::printf("  %-16s %20s %16s\n", "", "log-loss of the test", "ms a round");
  std::printf("  %-16s %20.12f %16.3f\n", "binary:logistic", theirs.loss,
              1e3 * theirs.seconds_per_round);
  std::printf("  %-16s %20.12f %16.3f\n", "xent", ours.loss, 1e3 * ours.seconds_per_round);
  std::printf("  %-16s %20.1e (bound 1e-4)\n\n", "difference", difference);
  return same_tree && first <= 1e-5 && difference <= 1e-4;
}

}  // namespace example
