// The scalar functions over an array, beside the usual way to write them with the standard library.
// By hand, from the root of the tree:
//   g++ -std=c++20 -O2 -Iinclude bench/scalar/scalar.cpp -o bench_scalar -lbenchmark -lpthread
//   ./bench_scalar [--benchmark_filter='bce_with_logits.*'] [--benchmark_out=scalar.json]

#include <xent/xent.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "../support/columns.hpp"
#include "../support/interleaved.hpp"
#include "../support/standard.hpp"

namespace {

using namespace xent::bench;
using xent::test::argument;

constexpr std::size_t size = 4096;  // in L1 with the output, long enough to defeat branch history

template <class T> struct inputs {
  using values = std::array<T, size>;
  values x = copy(logits<T>(size));
  values b = copy(logits<T>(size, 2));  // for functions of two logits
  values p = copy(probabilities<T>(size));
  values y = copy(labels<T>(size));
  values soft = copy(probabilities<T>(size, 2));  // labels anywhere in (0, 1)
  T pos_weight = T(2.5);

 private:
  static values copy(const column<T>& from) {
    values to;
    std::ranges::copy(from.first(size), to.begin());
    return to;
  }
};

// The K-th argument of a row.
template <class Row, bool Soft, std::size_t K, class T>
T argument_at(const inputs<T>& in, std::size_t i) {
  constexpr argument kind = Row::arguments[K];
  if constexpr (kind == argument::real_line) return K == 0 ? in.x[i] : in.b[i];
  if constexpr (kind == argument::probability) return in.p[i];
  if constexpr (kind == argument::label) return Soft ? in.soft[i] : in.y[i];
  if constexpr (kind == argument::pos_weight) return in.pos_weight;
}

// f(arguments…) is stored for every element, as a user's loop would store it.
template <class T, class Row, bool Soft, class F> void run(benchmark::State& state, F f) {
  static const inputs<T> in;
  static std::array<T, size> out;
  benchmark::DoNotOptimize(&in);
  for (auto _ : state) {
    [&]<std::size_t... K>(std::index_sequence<K...>) {
      for (std::size_t i = 0; i < size; ++i) out[i] = f(argument_at<Row, Soft, K>(in, i)...);
    }
    (std::make_index_sequence<Row::arity>());
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

template <class T, bool Soft = false, class Row> void add_pair(Row, const std::string& name) {
  const auto add = [&](const char* side, auto f) {
    benchmark::RegisterBenchmark((name + side).c_str(), run<T, Row, Soft, decltype(f)>, f);
  };
  // Flattened, lest the row is between the function and its loop.
  const auto ours = [](auto... xs) __attribute__((flatten)) { return Row::call(xs...); };
  add("/xent", ours);
  if constexpr (has_standard<Row>)
    add("/std", [](auto... xs) { return standard::value(Row{}, xs...); });
}

template <class T> void add_all(const std::string& type) {
  using namespace xent::test;
  for_each_function([&](auto row) {
    const bool weighted = is_weighted<decltype(row)>;
    add_pair<T>(row, std::string(row.function_name) + (weighted ? ", pos_weight/" : "/") + type);
  });
  add_pair<T, true>(rows::bce_with_logits{}, "bce_with_logits, soft label/" + type);
  add_pair<T, true>(rows::bce_with_logits_grad{}, "bce_with_logits_grad, soft label/" + type);
}

// One line per function and type: nanoseconds and items per second of both sides, and the ratio.
class ratio_table : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& context) override {
    PrintBasicContext(&GetErrorStream(), context);
    return true;
  }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const std::string& name = run.run_name.function_name;
      const std::size_t side = name.rfind('/');
      const std::string row = name.substr(0, side);
      times& best = best_[row];
      double& least = name.substr(side) == "/xent" ? best.ours : best.theirs;
      const double seconds = run.cpu_accumulated_time / static_cast<double>(run.iterations);
      least = std::min(least, seconds * 1e9 / static_cast<double>(size));
    }
  }

  void Finalize() override {
    std::printf("%-40s %10s %10s %10s %10s %9s\n", "minimum over the repetitions", "xent ns",
                "std ns", "xent M/s", "std M/s", "xent/std");
    for (const auto& [row, best] : best_) {
      const auto [ours, theirs] = best;
      std::printf("%-40s %10.3f %10.3f %10.1f %10.1f %9.3f\n", row.c_str(), ours, theirs,
                  1e3 / ours, 1e3 / theirs, ours / theirs);
    }
  }

 private:
  struct times {
    double ours = HUGE_VAL;  // ns per element; stays infinite where a filter left the side out
    double theirs = HUGE_VAL;
  };
  std::map<std::string, times> best_;
};

}  // namespace

int main(int argc, char** argv) {
  add_all<float>("float");
  add_all<double>("double");
  ratio_table table;
  return run_interleaved(argc, argv, 30, table);
}
