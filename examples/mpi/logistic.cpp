// Trains a logistic regression on several machines: each has a shard of the rows, and whatever
// their number, loss and gradient have the same bits, so that all of them take the same steps.
//
//   mpirun -n 4 mpi_logistic [--steps n]                                 the data set in ../data/
//   mpirun -n 4 mpi_logistic --rows 10000000 [--features k] [--steps n]  rows made as they are read
//
// By hand, from the top of the tree:
//   mpicxx -std=c++20 -O2 -I include examples/mpi/logistic.cpp -o mpi_logistic
//
// Exit status: 0; 2 for wrong arguments or input.

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <vector>

#include <mpi.h>

#include "../common/arguments.hpp"
#include "../common/csv.hpp"
#include "../common/row_blocks.hpp"
#include "../common/standardise.hpp"
#include "exact_pass.hpp"

#ifndef XENT_EXAMPLE_DATA
#define XENT_EXAMPLE_DATA "examples/data"
#endif

namespace {

struct world {
  int rank = 0, size = 1;

  world() {
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
  }
  bool speaks() const { return rank == 0; }
};

// Every rank gets the sums of all: a sum of limbs is a merge, and integers add up in any order.
void merge_over_ranks(example::exact_pass& pass) {
  std::vector<std::int64_t> limbs;
  pass.for_each_sum([&](const xent::loss_sum& sum) {
    const auto of_sum = sum.limbs();
    limbs.insert(limbs.end(), of_sum.begin(), of_sum.end());
  });
  MPI_Allreduce(MPI_IN_PLACE, limbs.data(), static_cast<int>(limbs.size()), MPI_INT64_T, MPI_SUM,
                MPI_COMM_WORLD);
  auto from = limbs.begin();
  pass.for_each_sum([&](xent::loss_sum& sum) {
    xent::loss_sum::limb_array of_sum;
    for (std::int64_t& limb : of_sum) limb = *from++;
    sum = xent::loss_sum::from_limbs(of_sum);
  });
}

// 0, 1, 2, 5, 10, 20, 50, …
bool is_round(std::size_t step) {
  while (step != 0 && step % 10 == 0) step /= 10;
  return step == 0 || step == 1 || step == 2 || step == 5;
}

void report(std::size_t step, double n, const example::exact_pass& pass) {
  double squares = 0;
  for (const xent::loss_sum& sum : pass.gradient) squares += std::pow(sum.value() / n, 2);
  const double loss = pass.loss.value() / n;
  std::printf("%6zu  %18.16f  %22a  %13.3e  %8.6f\n", step, loss, loss, std::sqrt(squares),
              pass.right.value() / n);
}

// Steps of 1/curvature along the gradient, which never raise the loss.
template <class Rows>
std::vector<double> descend(const Rows& rows, std::size_t steps, const world& all) {
  const auto n = static_cast<double>(rows.rows());
  const double rate = 1 / rows.curvature();
  std::vector<double> parameters(rows.features() + 1);
  if (all.speaks()) {
    std::printf("%zu rows in blocks of %zu, %zu features, step size %g\n\n", rows.rows(),
                xent::block_size, rows.features(), rate);
    std::printf("%6s  %18s  %22s  %13s  %8s\n", "step", "mean loss", "its bits", "gradient norm",
                "accuracy");
  }
  for (std::size_t step = 0;; ++step) {
    auto pass = example::pass_over_shard(rows, static_cast<std::size_t>(all.rank),
                                         static_cast<std::size_t>(all.size), parameters);
    merge_over_ranks(pass);
    if (all.speaks() && (is_round(step) || step == steps)) report(step, n, pass);
    if (step == steps) return parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      parameters[i] -= rate * pass.gradient[i].value() / n;
    }
  }
}

void train_on_table(std::size_t steps, const world& all) {
  const auto data =
      example::standardised(example::csv_reader::read(XENT_EXAMPLE_DATA "/breast_cancer.csv"));
  descend(example::table_rows(data), steps, all);
}

void train_on_generated(std::size_t n, std::size_t features, std::size_t steps, const world& all) {
  const example::generated_rows rows(n, features);
  const auto start = std::chrono::steady_clock::now();
  const std::vector<double> found = descend(rows, steps, all);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  if (!all.speaks()) return;
  std::printf("\n%9s  %9s  %9s  %22s\n", "parameter", "truth", "found", "its bits");
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::printf("%9zu  %9.6f  %9.6f  %22a\n", i + 1, rows.truth()[i], found[i], found[i]);
  }
  std::fprintf(stderr, "%d ranks: %.3g s, %.3g rows/s\n", all.size, time.count(),
               static_cast<double>(n) * static_cast<double>(steps + 1) / time.count());
}

void run(example::arguments given, const world& all) {
  const std::size_t steps = given.count("--steps").value_or(100);
  const auto rows = given.count("--rows");
  const auto features = given.count("--features");
  given.files(0);
  if (features && !rows) throw example::wrong_arguments("--features: only together with --rows");
  if (rows) {
    train_on_generated(*rows, features.value_or(4), steps, all);
  } else {
    train_on_table(steps, all);
  }
}

// Every rank sees the same arguments; what else goes wrong may do so on one machine only.
int run_or_explain(const example::arguments& given) {
  const world all;
  try {
    run(given, all);
    return 0;
  } catch (const example::wrong_arguments& error) {
    if (all.speaks()) {
      std::fprintf(stderr, "%s\nusage: mpi_logistic [--rows n [--features k]] [--steps n]\n",
                   error.what());
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "rank %d: %s\n", all.rank, error.what());
    MPI_Abort(MPI_COMM_WORLD, 2);
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  const int status = run_or_explain(example::arguments(argc, argv));
  MPI_Finalize();
  return status;
}
