// Sums of up to 10⁸ terms against 200-bit sums of the same terms.

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <vector>

#include "../support/catch.hpp"
#include "example.hpp"
#include "sum_errors.hpp"

namespace {

using namespace xent::test;

// Around the lanes of a fold, the chunks of a loop, and blocks; then many blocks.
constexpr std::size_t sizes[] = {1,    2,    3,    7,    8,    9,     15,    16,     17,   31,
                                 32,   33,   63,   64,   65,   127,   128,   129,    255,  256,
                                 257,  511,  512,  513,  1023, 1024,  1025,  2047,   2048, 2049,
                                 4095, 4096, 4097, 8191, 9999, 65536, 99999, 1000000};

template <class T, class Grade> void check_sizes(const char* what, Grade grade) {
  worst_error worst;
  const std::vector<T> none;
  for (const std::size_t n : sizes) {
    const example<T> e(n);
    for (const auto* w : {&none, &e.w}) {
      const double error = error_of_sum(e.x, e.y, *w, grade);
      INFO(what << ", " << n << " elements" << (w->empty() ? "" : " with weights"));
      CHECK(error <= promised_error);
      worst.see(error, n);
    }
  }
  worst.print(what);
}

// Every piece is made, summed and forgotten.
template <class Grade> void check_stream(const char* what, Grade grade) {
  constexpr std::size_t n = 100'000'000, piece = 256 * xent::block_size;
  reference_sum truth;
  xent::loss_sum total;
  worst_error worst;
  random_source random(8);
  std::vector<float> x, y;
  for (std::size_t done = 0; done < n; done += x.size()) {
    x.resize(std::min(piece, n - done));
    y.resize(x.size());
    for (float& logit : x) logit = static_cast<float>(random.within(20));
    for (float& label : y) label = static_cast<float>(random.below(2));
    add_terms<float>(truth, x, y, {}, grade);
    xent::bce_with_logits_sum(x, y, {.accumulator = &total}, grade);
  }
  const double error = truth.relative_error(total.value());
  CHECK(error <= promised_error);
  worst.see(error, n);
  worst.print(what);
}

}  // namespace

TEST_CASE("sums of up to 10^6 terms are right to 2^-50") {
  check_sizes<float>("float, fast", xent::fast);
  check_sizes<float>("float, exact", xent::exact);
  check_sizes<double>("double", xent::fast);
}

TEST_CASE("nothing has the sum 0") {
  std::vector<double> none;
  CHECK(same(xent::bce_with_logits_sum(none, none), 0.0));
  CHECK(same(xent::bce_sum(none, none), 0.0));
}

// By name only: CTest runs it under the label `exhaustive`.
TEST_CASE("a sum of 10^8 float terms is right to 2^-50", "[.exhaustive]") {
  check_stream("float, fast", xent::fast);
  check_stream("float, exact", xent::exact);
}
