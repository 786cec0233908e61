#pragma once
// Google Benchmark, run so that versions of one function are comparable.
//
// They are so only within one run, and there only by their minima: a shared machine drifts by a
// fifth between runs. So many short repetitions of all benchmarks are run in random order, and the
// fastest counts.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include <xent/isa.hpp>

#include "machine.hpp"

namespace xent::bench {

// Of all that is registered; the command line may override.
inline int run_interleaved(int argc, char** argv, int repetitions,
                           benchmark::BenchmarkReporter& reporter) {
  std::string defaults[] = {"--benchmark_enable_random_interleaving=true",
                            "--benchmark_min_time=0.01",
                            "--benchmark_repetitions=" + std::to_string(repetitions)};
  std::vector<char*> arguments(argv, argv + argc);
  for (std::string& one : defaults) arguments.insert(arguments.begin() + 1, one.data());
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  benchmark::AddCustomContext("processor", processor());
  benchmark::AddCustomContext("compiler", compiler());
  benchmark::AddCustomContext("isa", std::string(available_isas().back()));
  benchmark::RunSpecifiedBenchmarks(&reporter);
  benchmark::Shutdown();
  return 0;
}

}  // namespace xent::bench
