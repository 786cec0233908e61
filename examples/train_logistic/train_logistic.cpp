// Trains a logistic regression with xent's loss, gradient and hessian, then shows what becomes of
// gradient descent when the loss is written as the textbook does.
//
//   train_logistic [file.csv]        csv.hpp says what the file looks like
//
// By hand, from the top of the tree:
//   g++ -std=c++20 -O2 -I include examples/train_logistic/train_logistic.cpp -o train_logistic
//
// Exit status: 0; 1 where the minimum was not found; 2 for wrong arguments or input.

#include <cstdio>
#include <exception>
#include <string>

#include "../common/csv.hpp"
#include "../common/known_minimum.hpp"
#include "../common/standardise.hpp"
#include "descent.hpp"
#include "newton.hpp"

#ifndef XENT_EXAMPLE_DATA
#define XENT_EXAMPLE_DATA "examples/data"
#endif

namespace {

example::minimum train(const example::table& data) {
  std::printf("%9s  %18s  %13s  %8s\n", "iteration", "objective", "gradient norm", "accuracy");
  return example::minimise_by_newton(
      data, example::known_ridge,
      [&](int iteration, double objective, double norm, const example::parameters& p) {
        std::printf("%9d  %18.16f  %13.3e  %8.6f\n", iteration, objective, norm,
                    example::accuracy(data, p));
      });
}

int run(const std::string& file, bool known_data) {
  const example::table data = example::csv_reader::read(file);
  std::printf("%zu rows, %zu features, labels %s (0) and %s (1)\n\n", data.rows, data.features,
              data.label_names[0].c_str(), data.label_names[1].c_str());
  std::printf("Newton's method on standardised features, ridge %g\n\n", example::known_ridge);
  const example::minimum found = train(example::standardised(data));
  if (!found.converged) {
    std::fprintf(stderr, "train_logistic: no minimum found\n");
    return 1;
  }
  if (known_data && !example::is_known(found.objective)) {
    std::fprintf(stderr, "train_logistic: that is not the known minimum\n");
    return 1;
  }
  example::teach(data);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2 || (argc == 2 && argv[1][0] == '-')) {
    std::fprintf(stderr, "usage: train_logistic [file.csv]\n");
    return 2;
  }
  try {
    return argc == 2 ? run(argv[1], false) : run(XENT_EXAMPLE_DATA "/breast_cancer.csv", true);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
