// worst_ulp [count [seed [function...]]]
//
// The worst error of every function, or of those named, at `count` random arguments against MPFR:
// a line per row of the catalogue, type and kind of label, with the witness. Exit status 1 if a
// bound was missed.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "meeting.hpp"
#include "reference.hpp"
#include "samples.hpp"
#include "witness.hpp"

namespace {

using namespace xent::test;

// A float result promised correctly rounded may be wrong by less than the measure can tell.
template <class T> bool kept(const bound& promised, double measured, T got, T want) {
  return promised.ulps == correctly_rounded.ulps ? same(got, want) : measured <= promised.ulps;
}

template <class Row, class T> bool search(Row row, long count, std::uint64_t seed) {
  random_source random(seed);
  witness<Row, T> worst[2];
  long missed[2] = {}, seen[2] = {};
  for (long i = 0; i < count; ++i) {
    auto xs = random_arguments<Row, T>(row, random);
    if (random.below(8) == 0) xs = meeting<Row, T>(row, xs);
    const auto truth = std::apply([&](auto... x) { return refer(row, x...); }, xs);
    const T got = call<Row, T>(row, xs);
    const std::size_t kind = is_hard<Row, T>(row, xs) ? 0 : 1;
    const double measured = worst[kind].see(xs, got, truth.want, truth.remainder, truth.shift);
    ++seen[kind];
    if (!kept(bound_at<Row, T>(row, xs), measured, got, truth.want)) ++missed[kind];
  }
  for (std::size_t kind = 0; kind < 2; ++kind) {
    if (seen[kind] == 0) continue;
    const double allowed = bound_at<Row, T>(row, worst[kind].at).ulps;
    std::printf("%-6s %-31s %s  %ld of %ld beyond %.2f; worst %s\n", type_name<T>,
                signature(row).c_str(), kind == 0 ? "hard" : "soft", missed[kind], seen[kind],
                allowed, worst[kind].text().c_str());
    std::fflush(stdout);
  }
  return missed[0] + missed[1] == 0;
}

}  // namespace

int main(int argc, char** argv) {
  const long count = argc > 1 ? std::atol(argv[1]) : 20000;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 0) : 1;
  const std::vector<std::string> names(argv + std::min(argc, 3), argv + argc);
  bool all_kept = true;
  for_each_function([&](auto row) {
    const auto named = std::find(names.begin(), names.end(), row.function_name);
    if (!names.empty() && named == names.end()) return;
    all_kept &= search<decltype(row), float>(row, count, seed);
    all_kept &= search<decltype(row), double>(row, count, seed);
  });
  return all_kept ? 0 : 1;
}
