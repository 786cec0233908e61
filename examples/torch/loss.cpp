// xent as a loss of PyTorch's: a function for tensors with weight, pos_weight and reductions, whose
// gradient backward() finds. It is compared with PyTorch's own, in value and speed, and trains the
// same network alike.
//
//   torch_loss [--steps n]
//
// By hand, from the top of the tree, with PyTorch's threads:
//   g++ -std=c++20 -O2 -fopenmp -I include -I /usr/include/torch/csrc/api/include
//       examples/torch/loss.cpp -ltorch_cpu -lc10 -o torch_loss
//
// Exit status: 0; 1 where something is out of its bound; 2 for wrong arguments.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <exception>

#include "../common/arguments.hpp"
#include "../common/csv.hpp"
#include "../common/standardise.hpp"
#include "agreement.hpp"
#include "bce_with_logits.hpp"
#include "gradient_check.hpp"
#include "step_time.hpp"
#include "training.hpp"

#ifndef XENT_EXAMPLE_DATA
#define XENT_EXAMPLE_DATA "examples/data"
#endif

namespace {

struct named_reduction {
  const char* name;
  at::Reduction::Reduction reduction;
};
constexpr named_reduction reductions[] = {
    {"none", at::Reduction::None}, {"mean", at::Reduction::Mean}, {"sum", at::Reduction::Sum}};

bool agrees_with_pytorch() {
  bool agrees = true;
  std::printf("Random tensors, differences to PyTorch in last places of its terms (bound 4):\n\n");
  std::printf("  %-6s  %-9s  %5s  %5s  %8s\n", "type", "reduction", "cases", "loss", "gradient");
  for (const auto type : {at::kFloat, at::kDouble}) {
    for (const auto& [name, reduction] : reductions) {
      const example::agreement worst = example::compare_with_pytorch(reduction, type);
      std::printf("  %-6s  %-9s  %5d  %5.2f  %8.2f\n", type == at::kFloat ? "float" : "double",
                  name, worst.cases, worst.loss, worst.grad);
      agrees = agrees && worst.loss <= 4 && worst.grad <= 4;
    }
  }
  return agrees;
}

bool gradients_are_slopes() {
  bool right = true;
  std::printf("\nGradients less central differences of the loss, double (bound 1e-8):\n\n");
  for (const auto& [name, reduction] : reductions) {
    const example::gradient_check worst = example::check_gradients(reduction);
    std::printf("  %-9s  %5d cases  %.1e\n", name, worst.cases, worst.difference);
    right = right && worst.difference <= 1e-8;
  }
  return right;
}

void print_tails() {
  const auto at = [](double logit) {
    return example::bce_case{at::full({1}, logit, at::kFloat), at::ones({1}), {}};
  };
  std::printf("\nLabel 1, float:\n\n  %5s  %14s %14s  %14s %14s\n", "logit", "PyTorch: loss",
              "gradient", "xent: loss", "gradient");
  for (const double logit : {10.0, 16.0, 17.0, 30.0, 80.0}) {
    const auto of = [&](auto loss) {
      return example::differentiated(loss, at(logit), at::ones({}));
    };
    const auto theirs = of(example::pytorch_bce_with_logits), ours = of(example::bce_with_logits);
    std::printf("  %5g  %14.6e %14.6e  %14.6e %14.6e\n", logit, theirs.loss.item<double>(),
                theirs.grad.item<double>(), ours.loss.item<double>(), ours.grad.item<double>());
  }
}

bool trains_alike(std::size_t steps) {
  const auto table = example::csv_reader::read(XENT_EXAMPLE_DATA "/breast_cancer.csv");
  const example::training_data data(example::standardised(table));
  const auto theirs = example::trained_by(example::pytorch_bce_with_logits, data, steps);
  const auto ours = example::trained_by(example::bce_with_logits, data, steps);
  double largest = 0;
  std::printf("\nA network of 30, 16 and 1 units, float:\n\n  %5s  %12s  %12s\n", "step", "PyTorch",
              "xent");
  for (std::size_t step = 0; step < steps; ++step) {
    largest = std::max(largest, std::fabs(ours[step] - theirs[step]));
    if (step % (steps / 8 + 1) != 0 && step + 1 != steps) continue;
    std::printf("  %5zu  %12.9f  %12.9f\n", step, theirs[step], ours[step]);
  }
  std::printf("  curves differ by %.1e at most (bound 1e-5)\n", largest);
  return largest <= 1e-5;
}

template <class Call> bool is_refused(Call call) {
  try {
    call();
    return false;
  } catch (const c10::Error&) {
    return true;
  }
}

// What would come out wrong, were it let through.
bool refuses_other_derivatives() {
  const at::Tensor x = at::randn({3}).requires_grad_(), y = at::rand({3});
  const bool twice = is_refused(
      [&] { torch::autograd::grad({example::bce_with_logits(x, y)}, {x}, {}, {}, true); });
  const at::Tensor variable = at::rand({3}).requires_grad_();
  const bool by_target = is_refused([&] { (void)example::bce_with_logits(x, variable); });
  std::printf("\nA gradient to be differentiated again: %s; one by the targets: %s.\n",
              twice ? "refused" : "GIVEN", by_target ? "refused" : "GIVEN");
  return twice && by_target;
}

int run(example::arguments given) {
  const std::size_t steps = given.count("--steps").value_or(300);
  given.files(0);
  at::set_num_threads(1);
  torch::manual_seed(1);
  const bool agrees = agrees_with_pytorch(), right = gradients_are_slopes();
  print_tails();
  const bool alike = trains_alike(steps);
  const bool refuses = refuses_other_derivatives();
  example::print_step_times();
  if (agrees && right && alike && refuses) return 0;
  std::fprintf(stderr, "torch_loss: something is out of its bound\n");
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(example::arguments(argc, argv));
  } catch (const example::wrong_arguments& error) {
    std::fprintf(stderr, "%s\nusage: torch_loss [--steps n]\n", error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 2;
}
