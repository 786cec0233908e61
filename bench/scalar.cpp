// The scalar functions over an array, beside the usual way to write them with the standard library.
// By hand, from the root of the tree:
//   g++ -std=c++20 -O2 -Iinclude bench/scalar.cpp -o bench_scalar -lbenchmark -lpthread
//   ./bench_scalar [--benchmark_filter='bce_with_logits.*'] [--benchmark_out=scalar.json]
//
// Two versions of one function are only comparable within one run, and there only by their minima:
// a shared machine drifts by a fifth between runs. So many short repetitions of all benchmarks are
// run in random order, and the ratio is that of the fastest repetitions.

#include <xent/xent.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

constexpr std::size_t size = 4096;  // in L1 with the output, long enough to defeat branch history

template <class T> struct inputs {
  std::array<T, size> x;     // logits, normal(0, 4)
  std::array<T, size> b;     // the same law, for functions of two logits
  std::array<T, size> p;     // probabilities, uniform in (0, 1)
  std::array<T, size> y;     // labels, 0 or 1
  std::array<T, size> soft;  // labels anywhere in (0, 1)
  T pos_weight = T(2.5);

  inputs() {
    std::mt19937_64 bits(20240229);
    std::normal_distribution<T> logit(T(0), T(4));
    std::uniform_real_distribution<T> unit(T(0.001), T(0.999));
    for (std::size_t i = 0; i < size; ++i) {
      x[i] = logit(bits);
      b[i] = logit(bits);
      p[i] = unit(bits);
      y[i] = static_cast<T>(bits() >> 63);
      soft[i] = unit(bits);
    }
  }
};

// f(in, i) is stored for every i, as a user's loop would store it.
template <class T, class F> void run(benchmark::State& state, F f) {
  static inputs<T> in;
  static std::array<T, size> out;
  benchmark::DoNotOptimize(&in);
  for (auto _ : state) {
    for (std::size_t i = 0; i < size; ++i) out[i] = f(in, i);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

template <class T, class Ours, class Theirs>
void pair(const std::string& function, const std::string& type, Ours ours, Theirs theirs) {
  const auto add = [&](const std::string& side, auto f) {
    benchmark::RegisterBenchmark((function + "/" + type + "/" + side).c_str(),
                                 [f](benchmark::State& state) { run<T>(state, f); })
        ->Repetitions(30)
        ->MinTime(0.01);
  };
  add("xent", ours);
  add("std", theirs);
}

// What a careful programmer writes today.
template <class T> T std_sigmoid(T x) { return 1 / (1 + std::exp(-x)); }

template <class T> T std_log1p_exp(T x) { return std::log1p(std::exp(-std::fabs(x))); }

template <class T> void register_catalogue(const std::string& type) {
  using in = const inputs<T>&;
  using at = std::size_t;
  const auto add = [&](const char* name, auto ours, auto theirs) {
    pair<T>(name, type, ours, theirs);
  };

  add(
      "bce_with_logits", [](in d, at i) { return xent::bce_with_logits(d.x[i], d.y[i]); },
      [](in d, at i) { return std::max(d.x[i], T(0)) - d.x[i] * d.y[i] + std_log1p_exp(d.x[i]); });
  add(
      "bce_with_logits_grad", [](in d, at i) { return xent::bce_with_logits_grad(d.x[i], d.y[i]); },
      [](in d, at i) { return std_sigmoid(d.x[i]) - d.y[i]; });
  add(
      "bce_with_logits_hess", [](in d, at i) { return xent::bce_with_logits_hess(d.x[i], d.y[i]); },
      [](in d, at i) {
        const T s = std_sigmoid(d.x[i]);
        return s * (1 - s);
      });
  add(
      "bce_with_logits, soft label",
      [](in d, at i) { return xent::bce_with_logits(d.x[i], d.soft[i]); },
      [](in d, at i) {
        return std::max(d.x[i], T(0)) - d.x[i] * d.soft[i] + std_log1p_exp(d.x[i]);
      });
  add(
      "bce_with_logits, pos_weight",
      [](in d, at i) { return xent::bce_with_logits(d.x[i], d.y[i], d.pos_weight); },
      [](in d, at i) {
        const T tail = std_log1p_exp(d.x[i]) + std::max(-d.x[i], T(0));
        return (1 - d.y[i]) * d.x[i] + (1 + (d.pos_weight - 1) * d.y[i]) * tail;
      });
  add(
      "bce_with_logits_grad, soft label",
      [](in d, at i) { return xent::bce_with_logits_grad(d.x[i], d.soft[i]); },
      [](in d, at i) { return std_sigmoid(d.x[i]) - d.soft[i]; });
  add(
      "sigmoid", [](in d, at i) { return xent::sigmoid(d.x[i]); },
      [](in d, at i) { return std_sigmoid(d.x[i]); });
  add(
      "log_sigmoid", [](in d, at i) { return xent::log_sigmoid(d.x[i]); },
      [](in d, at i) { return std::min(d.x[i], T(0)) - std_log1p_exp(d.x[i]); });
  add(
      "softplus", [](in d, at i) { return xent::softplus(d.x[i]); },
      [](in d, at i) { return std::max(d.x[i], T(0)) + std_log1p_exp(d.x[i]); });
  add(
      "logit", [](in d, at i) { return xent::logit(d.p[i]); },
      [](in d, at i) { return std::log(d.p[i] / (1 - d.p[i])); });
  add(
      "log_add_exp", [](in d, at i) { return xent::log_add_exp(d.x[i], d.b[i]); },
      [](in d, at i) { return std::max(d.x[i], d.b[i]) + std_log1p_exp(d.x[i] - d.b[i]); });
  add(
      "sigmoid_grad", [](in d, at i) { return xent::sigmoid_grad(d.x[i]); },
      [](in d, at i) {
        const T s = std_sigmoid(d.x[i]);
        return s * (1 - s);
      });
  add(
      "log_sigmoid_grad", [](in d, at i) { return xent::log_sigmoid_grad(d.x[i]); },
      [](in d, at i) { return std_sigmoid(-d.x[i]); });
  add(
      "softplus_grad", [](in d, at i) { return xent::softplus_grad(d.x[i]); },
      [](in d, at i) { return std_sigmoid(d.x[i]); });
  add(
      "logit_grad", [](in d, at i) { return xent::logit_grad(d.p[i]); },
      [](in d, at i) { return 1 / (d.p[i] * (1 - d.p[i])); });
  add(
      "bce", [](in d, at i) { return xent::bce(d.p[i], d.y[i]); },
      [](in d, at i) { return -d.y[i] * std::log(d.p[i]) - (1 - d.y[i]) * std::log1p(-d.p[i]); });
  add(
      "bce_grad", [](in d, at i) { return xent::bce_grad(d.p[i], d.y[i]); },
      [](in d, at i) { return (d.p[i] - d.y[i]) / (d.p[i] * (1 - d.p[i])); });
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
  // First, so that the same flag on the command line overrides it.
  std::string shuffle = "--benchmark_enable_random_interleaving=true";
  std::vector<char*> arguments(argv, argv + argc);
  arguments.insert(arguments.begin() + 1, shuffle.data());
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;

  register_catalogue<float>("float");
  register_catalogue<double>("double");
  ratio_table table;
  benchmark::RunSpecifiedBenchmarks(&table);
  benchmark::Shutdown();
}
