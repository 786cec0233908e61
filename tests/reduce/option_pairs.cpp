// Every option alone and every two together, through every call, against a straight loop.

#include <cmath>
#include <cstdio>
#include <limits>
#include <vector>

#include "../support/catch.hpp"
#include "straight_loop.hpp"

namespace {

using namespace xent::test;

std::size_t choices = 0;

// In ulp of the larger term: what the grade promises, and half a one each for a weight, a mean's
// 1/n, and the product with it.
template <class T> struct judge {
  const straight_loop<T>& want;
  double ulps;

  bool is_near(long double got, long double wanted, long double larger, double granted) const {
    return std::abs(got - wanted) <= granted * std::numeric_limits<T>::epsilon() * larger;
  }
  // `member` of every element, over `divisor`; its larger term is in `larger`.
  std::size_t count_wrong(const std::vector<T>& got, long double straight_element::*member,
                          long double straight_element::*larger, std::size_t stride = 1,
                          std::size_t first = 0, long double divisor = 1) const {
    std::size_t wrong = got.size() != stride * want.elements.size();
    for (std::size_t i = 0; wrong == 0 && i < want.elements.size(); ++i) {
      const straight_element& e = want.elements[i];
      wrong += !is_near(got[stride * i + first], e.*member / divisor, e.*larger / divisor,
                        ulps + (divisor == 1 ? 0.5 : 1.5));
    }
    return wrong;
  }

  void check_sums(const every_result<T>& got) const {
    const double granted = ulps + 0.5 + 0x1p-50 / std::numeric_limits<T>::epsilon();
    CHECK(is_near(got.sum, want.sum, want.sum, granted));
    CHECK(same(got.accumulated, got.sum));
    const long double mean = want.sum / want.denominator;
    CHECK(is_near(got.mean, mean, mean, granted + 0x1p-52 / std::numeric_limits<T>::epsilon()));
  }
  void check_elements(const every_result<T>& got) const {
    using e = straight_element;
    CHECK(count_wrong(got.loss, &e::loss, &e::loss) == 0);
    CHECK(count_wrong(got.grad, &e::grad, &e::larger) == 0);
  }
  void check_derivatives(const every_result<T>& got) const {
    using e = straight_element;
    CHECK(count_wrong(got.hess, &e::hess, &e::hess) == 0);
    CHECK(count_wrong(got.sum_grad, &e::grad, &e::larger) == 0);
    CHECK(count_wrong(got.sum_hess, &e::hess, &e::hess) == 0);
    CHECK(count_wrong(got.pairs, &e::grad, &e::larger, 2, 0) == 0);
    CHECK(count_wrong(got.pairs, &e::hess, &e::hess, 2, 1) == 0);
    CHECK(count_wrong(got.mean_grad, &e::grad, &e::larger, 1, 0, want.denominator) == 0);
  }
};

template <class T, class Grade>
void check_choice(losses which, const xent::options<T>& o, Grade grade, double ulps) {
  const option_arguments<T> arguments(which, o);
  const straight_loop<T> want(which, arguments, o);
  const auto got = results_of(which, arguments, o, grade);
  const judge<T> j{want, ulps};
  j.check_sums(got);
  j.check_elements(got);
  if (which == losses::of_logits) j.check_derivatives(got);
  ++choices;
}

// An option with itself is that option alone.
template <class T, class Grade> void check_pairs(losses which, Grade grade, double ulps) {
  const option_ranges<T> ranges;
  check_choice<T>(which, {}, grade, ulps);
  for (const auto& first : effective_options<T>) {
    for (const auto& second : effective_options<T>) {
      if (&second < &first || !first.is_for(which) || !second.is_for(which)) continue;
      if (&second != &first && !first.goes_with(second)) continue;
      xent::options<T> o;
      first.give(o, ranges);
      second.give(o, ranges);
      INFO(first.name << " and " << second.name);
      check_choice<T>(which, o, grade, ulps);
    }
  }
}

}  // namespace

TEST_CASE("options alone and in pairs mean what a straight loop says") {
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    for (const losses which : {losses::of_logits, losses::of_probabilities}) {
      INFO(isa << (which == losses::of_logits ? ", logits" : ", probabilities"));
      check_pairs<float>(which, xent::fast, 2.5);
      check_pairs<float>(which, xent::exact, 0.51);
      check_pairs<double>(which, xent::fast, 2);
    }
  }
  std::printf("%zu choices of options, type, grade, loss and instruction set\n", choices);
}
