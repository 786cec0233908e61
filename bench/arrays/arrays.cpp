// The array functions: every function, type, grade, instruction set and size, beside the textbook's
// loop, the stable loop over std:: functions, and a copy of as much memory.
//
//   bench_arrays --benchmark_filter='bce_with_logits/float/.*/4096$' [--benchmark_out=arrays.json]
//
// Names are function/type/side/isa/size, where sides are the grades, naive, std and copy.

#include <xent/xent.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../support/data.hpp"
#include "../support/functions.hpp"
#include "../support/interleaved.hpp"

namespace {

using namespace xent::bench;

constexpr std::size_t most = 1 << 24;

// For the cost of a call; in L1, L2, L3, memory; and all between for what is drawn as a curve.
std::vector<std::size_t> sizes_of(const std::string& function, const std::string& type) {
  if (type == "double" || (function != "sigmoid" && function != "bce_with_logits")) {
    return {8, 64, 1 << 12, 1 << 15, 1 << 18, most};
  }
  std::vector<std::size_t> sizes{8, 64};
  for (std::size_t size = 1 << 10; size <= most; size *= 2) sizes.push_back(size);
  return sizes;
}

template <class T> operands<T> first(std::size_t size) {
  static data<T> all(most);
  return all.first(size);
}

// Some function over so many elements, and the bytes that it moves for each.
struct shape {
  std::string function, type;
  std::size_t size, bytes;
};

template <class T, class Run>
void add(const shape& of, const std::string& side, std::string_view isa, Run run) {
  const std::string name = of.function + "/" + of.type + "/" + side + "/" + std::string(isa) + "/" +
                           std::to_string(of.size);
  const auto measure = [of, isa, run](benchmark::State& state) {
    const operands<T> at = first<T>(of.size);
    if (isa != "any") xent::set_isa(isa);
    for (auto _ : state) {
      run(at);
      benchmark::ClobberMemory();
    }
    using benchmark::Counter;
    const auto elements = static_cast<double>(of.size), bytes = static_cast<double>(of.bytes);
    state.counters["ns"] =
        Counter(elements * 1e-9, Counter::kIsIterationInvariantRate | Counter::kInvert);
    state.counters["GB/s"] = Counter(elements * bytes * 1e-9, Counter::kIsIterationInvariantRate);
  };
  benchmark::RegisterBenchmark(name.c_str(), measure);
}

template <class T, class Function> void add_sides(Function, const shape& of) {
  for (const auto isa : xent::available_isas()) {
    add<T>(of, "fast", isa, [](const operands<T>& at) { Function::xent(at, xent::fast); });
    if constexpr (Function::has_grades && std::is_same_v<T, float>) {
      add<T>(of, "exact", isa, [](const operands<T>& at) { Function::xent(at, xent::exact); });
    }
  }
  if constexpr (Function::has_naive) add<T>(of, "naive", "any", Function::template naive<T>);
  if constexpr (Function::has_standard) add<T>(of, "std", "any", Function::template standard<T>);
  add<T>(of, "copy", "any", Function::template traffic<T>);
}

template <class T> void add_all(const std::string& type) {
  for_each_function([&](auto function) {
    const std::string name = function.name();
    const std::size_t bytes = (function.reads + function.writes) * sizeof(T);
    for (const std::size_t size : sizes_of(name, type)) {
      add_sides<T>(function, {name, type, size, bytes});
    }
  });
}

// The fastest repetition of each, and its share of the time of the std:: loop and of the copy.
class table : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& context) override {
    PrintBasicContext(&GetErrorStream(), context);
    return true;
  }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const std::string& name = run.run_name.function_name;
      best& seen = fastest_[name];
      seen.ns = std::min(seen.ns, run.counters.at("ns").value);
      seen.gb_per_s = std::max(seen.gb_per_s, run.counters.at("GB/s").value);
      order_[run.family_index] = name;
    }
  }

  void Finalize() override {
    std::printf("%-56s %12s %9s %9s %9s\n", "fastest of the repetitions", "ns/element", "GB/s",
                "of std", "of copy");
    for (const auto& [index, name] : order_) {
      const best& seen = fastest_[name];
      std::printf("%-56s %12.3f %9.2f %9.3f %9.3f\n", name.c_str(), seen.ns, seen.gb_per_s,
                  seen.ns / ns_of("std", name), seen.ns / ns_of("copy", name));
    }
  }

 private:
  struct best {
    double ns = HUGE_VAL, gb_per_s = 0;
  };

  // NaN where a filter left it out.
  double ns_of(const std::string& side, std::string name) const {
    const std::size_t type_end = name.find('/', name.find('/') + 1), size = name.rfind('/');
    name.replace(type_end, size - type_end, "/" + side + "/any");
    const auto found = fastest_.find(name);
    return found == fastest_.end() ? NAN : found->second.ns;
  }

  std::map<std::string, best> fastest_;
  std::map<std::int64_t, std::string> order_;
};

}  // namespace

int main(int argc, char** argv) {
  try {
    add_all<float>("float");
    add_all<double>("double");
    table fastest;
    return run_interleaved(argc, argv, 7, fastest);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_arrays: %s\n", error.what());
    return 2;
  }
}
