// XGBoost grows the trees, xent gives gradient and hessian: the same model as by the built-in
// objective binary:logistic, and in the tails, where that one stands still, a right one.
//
//   xgboost_objective [--rounds n]                                  the data set in ../data/
//   xgboost_objective --rows 1000000 [--features k] [--rounds n]    generated rows
//
// By hand, from the top of the tree:
//   g++ -std=c++20 -O2 -I include examples/xgboost/objective.cpp -lxgboost -o xgboost_objective
//
// Exit status: 0; 1 where the two do not agree; 2 for wrong arguments or input.

#include <cstddef>
#include <cstdio>
#include <exception>
#include <optional>

#include "../common/arguments.hpp"
#include "../common/csv.hpp"
#include "agreement.hpp"
#include "labelled_rows.hpp"
#include "objective_time.hpp"
#include "tails.hpp"

#ifndef XENT_EXAMPLE_DATA
#define XENT_EXAMPLE_DATA "examples/data"
#endif

namespace {

bool agree(const example::split_rows& rows, int rounds) {
  std::printf("%zu rows to learn from, %zu to test with, %zu features\n\n",
              rows.training.labels.size(), rows.test.labels.size(),
              rows.training.values.size() / rows.training.labels.size());
  const example::xgboost_rows training(rows.training.values, rows.training.labels);
  const example::xgboost_rows test(rows.test.values, rows.test.labels);
  const bool same_model = example::compare_objectives(training, test, rounds);
  const bool right_tails = example::compare_tails();

  example::xgboost_model model(training, example::logistic_parameters());
  example::xent_objective::boost(model, 0, training);
  example::print_objective_time(model.margins(training), training.labels());
  return same_model && right_tails;
}

example::split_rows rows_of(std::optional<std::size_t> generated, std::size_t features) {
  if (generated) return example::split(example::generated_rows(*generated, features));
  const auto data = example::csv_reader::read(XENT_EXAMPLE_DATA "/breast_cancer.csv");
  return example::split(example::table_rows(data));
}

int run(example::arguments given) {
  const std::size_t rounds = given.count("--rounds").value_or(50);
  const auto rows = given.count("--rows");
  const auto features = given.count("--features");
  given.files(0);
  if (features && !rows) throw example::wrong_arguments("--features: only together with --rows");
  if (rows && *rows < 5) throw example::wrong_arguments("--rows: fewer than 5");
  if (rounds < 2 || rounds > 10000) {
    throw example::wrong_arguments("--rounds: not within 2 and 10000");
  }
  const bool fine = agree(rows_of(rows, features.value_or(10)), static_cast<int>(rounds));
  if (!fine) std::fprintf(stderr, "xgboost_objective: the objectives do not agree\n");
  return fine ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(example::arguments(argc, argv));
  } catch (const example::wrong_arguments& error) {
    std::fprintf(stderr, "%s\nusage: xgboost_objective [--rows n [--features k]] [--rounds n]\n",
                 error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 2;
}
