#pragma once
// A small network, trained with a loss of one's choice.

#include <cstddef>
#include <vector>

#include "../common/csv.hpp"
#include "bce_with_logits.hpp"

namespace example {

struct training_data {
  at::Tensor features, labels;

  explicit training_data(const table& data)
      : features(tensor(data.values).view({-1, static_cast<std::int64_t>(data.features)})),
        labels(tensor(data.labels).view({-1, 1})) {}

 private:
  static at::Tensor tensor(const std::vector<double>& values) {
    return at::tensor(at::ArrayRef<double>(values), at::kDouble).to(at::kFloat);
  }
};

// The mean loss before each step. Both classes get the same weight as a whole. The same first
// weights each time.
template <class Loss>
std::vector<double> trained_by(Loss loss_function, const training_data& data, std::size_t steps) {
  torch::manual_seed(1);
  const torch::nn::Linear first(data.features.size(1), 16), second(16, 1);  // drawn in this order
  torch::nn::Sequential network(first, torch::nn::Tanh(), second);
  torch::optim::SGD optimiser(network->parameters(), torch::optim::SGDOptions(0.1).momentum(0.9));
  const at::Tensor ones = data.labels.sum(), zeros = (1 - data.labels).sum();
  const bce_options balanced{{}, zeros / ones, at::Reduction::Mean};
  std::vector<double> curve;
  for (std::size_t step = 0; step < steps; ++step) {
    optimiser.zero_grad();
    const at::Tensor loss = loss_function(network->forward(data.features), data.labels, balanced);
    loss.backward();
    optimiser.step();
    curve.push_back(loss.item<double>());
  }
  return curve;
}

}  // namespace example
