// sweep STRIDE THREADS [function...]
//
// Every STRIDE-th of all 2³² floats through every float function promised correctly rounded, or
// through those named; functions of a label at labels 0 and 1. Both ends of an enclosure of the
// truth that round to one float decide; else MPFR does. Prints a line per function, progress on
// stderr, and exits with 1 if one result was misrounded.

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "../reference.hpp"
#include "enclosure.hpp"

namespace {

using namespace xent::test;

struct tally {
  std::uint64_t results = 0, undecided = 0, misrounded = 0, outside = 0;
  std::string witness;

  void add(const tally& other) {
    results += other.results;
    undecided += other.undecided;
    misrounded += other.misrounded;
    outside += other.outside;
    if (witness.empty()) witness = other.witness;
  }
};

// One result in so many is also checked to lie in its enclosure, by MPFR.
constexpr std::uint64_t audit = 1 << 14;

template <class Row, class... Labels>
bool encloses(const interval& where, Row row, float x, Labels... labels) {
  const real value = truth(row, real(x), real(labels)...);
  if (value.is_nan()) return is_nan(where.low);
  return !(value < real(where.low)) && !(real(where.high) < value);
}

template <class Row, class... Labels> void check(tally& t, Row row, float x, Labels... labels) {
  const float got = Row::call(x, labels...);
  const bool audited = t.results++ % audit == 0;
  if (is_nan(x)) {
    if (!is_nan(got)) ++t.misrounded;
    return;
  }
  const interval where = enclose(row, x, labels...);
  const auto low = static_cast<float>(where.low), high = static_cast<float>(where.high);
  const bool decided = same(low, high);
  if (!decided) ++t.undecided;
  if (audited && !encloses(where, row, x, labels...)) ++t.outside;
  const float want = decided ? low : refer(row, x, labels...).want;
  if (same(got, want)) return;
  ++t.misrounded;
  if (t.witness.empty()) t.witness = hex(x) + ": got " + hex(got) + ", want " + hex(want);
}

template <class Row, class... Labels>
tally sweep(Row row, const std::string& name, std::uint64_t stride, unsigned threads,
            Labels... labels) {
  constexpr std::uint64_t all = std::uint64_t{1} << 32;
  const std::uint64_t count = (all + stride - 1) / stride, blocks = 256;
  std::atomic<std::uint64_t> next{0};
  std::mutex merging;
  tally total;
  const auto work = [&] {
    for (std::uint64_t block; (block = next++) < blocks;) {
      tally t;
      for (std::uint64_t i = count * block / blocks; i < count * (block + 1) / blocks; ++i) {
        check(t, row, from_bits<float>(static_cast<std::uint32_t>(i * stride)), labels...);
      }
      const std::lock_guard lock(merging);
      total.add(t);
      if (isatty(STDERR_FILENO) == 0) continue;
      std::fprintf(stderr, "\r%s: %3llu %% ", name.c_str(),
                   static_cast<unsigned long long>(100 * total.results / count));
    }
    mpfr_free_cache();  // each thread has its own
  };
  std::vector<std::thread> team;
  for (unsigned i = 1; i < threads; ++i) team.emplace_back(work);
  work();
  for (auto& member : team) member.join();
  return total;
}

bool report(const std::string& name, const tally& t) {
  if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r");
  std::printf("%-28s %llu results, %llu undecided by the enclosure, %llu misrounded", name.c_str(),
              static_cast<unsigned long long>(t.results),
              static_cast<unsigned long long>(t.undecided),
              static_cast<unsigned long long>(t.misrounded));
  if (t.outside != 0)
    std::printf(", %llu TRUTHS OUTSIDE", static_cast<unsigned long long>(t.outside));
  std::printf("%s%s\n", t.witness.empty() ? "" : ", the first at ", t.witness.c_str());
  std::fflush(stdout);
  return t.misrounded == 0 && t.outside == 0;
}

template <class Row> constexpr bool is_swept() {
  return Row::of_float.hard.ulps == correctly_rounded.ulps && Row::arity <= 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: sweep STRIDE THREADS [function...]\n");
    return 2;
  }
  const std::uint64_t stride = std::strtoull(argv[1], nullptr, 10);
  const auto threads = static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10));
  const std::vector<std::string> names(argv + 3, argv + argc);
  bool right = stride > 0;
  for_each_function([&](auto row) {
    const auto named = std::find(names.begin(), names.end(), row.function_name);
    if (!names.empty() && named == names.end()) return;
    const std::string name{row.function_name};
    if constexpr (is_swept<decltype(row)>() && row.arity == 1) {
      right &= report(signature(row), sweep(row, name, stride, threads));
    } else if constexpr (is_swept<decltype(row)>()) {
      for (const float y : {0.0f, 1.0f}) {
        const std::string with_label = name + (y == 0 ? "(., 0)" : "(., 1)");
        right &= report(with_label, sweep(row, with_label, stride, threads, y));
      }
    }
  });
  return right ? 0 : 1;
}
