// An option that says nothing changes no bit: alone, beside another such, beside one that says
// something.

#include <cstdio>

#include "../support/catch.hpp"
#include "every_result.hpp"

namespace {

using namespace xent::test;

std::size_t comparisons = 0;

// Adds each of the neutral options, and each two of them, to `o`, which has set `taken`.
template <class T, class Grade>
void check_additions(losses which, const xent::options<T>& o, const option<T>* taken, Grade grade) {
  const option_ranges<T> ranges;
  const option_arguments<T> arguments(which, o);
  const auto want = results_of(which, arguments, o, grade);
  for (const auto& first : neutral_options<T>) {
    for (const auto& second : neutral_options<T>) {
      if (&second < &first || (&second != &first && !first.goes_with(second))) continue;
      if (taken && !(taken->goes_with(first) && taken->goes_with(second))) continue;
      xent::options<T> more = o;
      first.give(more, ranges);
      second.give(more, ranges);
      INFO(first.name << " and " << second.name);
      CHECK(results_of(which, arguments, more, grade) == want);
      ++comparisons;
    }
  }
}

template <class T, class Grade> void check_neutral(losses which, Grade grade) {
  const option_ranges<T> ranges;
  check_additions<T>(which, {}, nullptr, grade);
  for (const auto& effective : effective_options<T>) {
    if (!effective.is_for(which)) continue;
    xent::options<T> o;
    effective.give(o, ranges);
    INFO("beside " << effective.name);
    check_additions<T>(which, o, &effective, grade);
  }
}

}  // namespace

TEST_CASE("neutral options change no bit") {
  for (const losses which : {losses::of_logits, losses::of_probabilities}) {
    check_neutral<float>(which, xent::fast);
    check_neutral<float>(which, xent::exact);
    check_neutral<double>(which, xent::fast);
  }
  std::printf("%zu comparisons\n", comparisons);
}
