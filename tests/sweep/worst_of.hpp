#pragma once
// The worst draws of a subject once more, against MPFR.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "../support/bound.hpp"
#include "searcher.hpp"

namespace xent::test {

// The result at one draw: its bits do not depend on where it stands.
template <class Subject>
typename Subject::type result_at(
    const way& w, const arguments_of<typename Subject::row, typename Subject::type>& xs) {
  using T = typename Subject::type;
  spans_of<typename Subject::row, T> at;
  for (std::size_t k = 0; k < xs.size(); ++k) at[k] = {&xs[k], 1};
  T out{};
  evaluate<typename Subject::row, T>({}, w, at, {&out, 1});
  return out;
}

template <class Subject> double exact_error(const way& w, std::uint64_t number) {
  using T = typename Subject::type;
  const auto xs = draw(Subject{}, number);
  const auto truth = std::apply([](auto... x) { return refer(typename Subject::row{}, x...); }, xs);
  const T got = result_at<Subject>(w, xs);
  double apart = ulps_apart(got, truth.want) - truth.remainder;
  if (is_computed_in<T>(w))
    apart = beyond_granted<typename Subject::row, T>({}, xs, apart, truth.want);
  return measure<T>(promised<Subject>(w), apart, truth.shift);
}

template <class Subject>
std::vector<finding> judged_exactly(const way& w, const worst_list& worst) {
  std::vector<finding> all = worst.sorted();
  for (finding& f : all) f.error = exact_error<Subject>(w, f.number);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace xent::test
