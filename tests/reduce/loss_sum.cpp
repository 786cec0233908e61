// The exact accumulator: any order, any grouping, one rounding.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include <xent/loss_sum.hpp>

#include "../support/catch.hpp"
#include "../support/samples.hpp"

namespace {

using namespace xent::test;
using xent::loss_sum;

static_assert(std::is_trivially_copyable_v<loss_sum>);

// Any finite double, as likely in any binade.
double any_double(random_source& random) {
  for (;;) {
    const auto x = xent::detail::from_bits<double>(static_cast<std::int64_t>(random.bits()));
    if (std::isfinite(x)) return x;
  }
}

loss_sum sum_of(const std::vector<double>& xs) {
  loss_sum sum;
  for (const double x : xs) sum.add(x);
  return sum;
}

// Doubling by merges reaches counts that no loop does.
loss_sum copies(double x, int log2_of_count) {
  loss_sum sum = sum_of({x});
  for (int i = 0; i < log2_of_count; ++i) sum.merge(sum);
  return sum;
}

}  // namespace

TEST_CASE("order and grouping change no bit") {
  random_source random(1);
  std::vector<double> xs(1000);
  for (double& x : xs) x = any_double(random) / 1024;
  const loss_sum whole = sum_of(xs);
  for (int round = 0; round < 50; ++round) {
    for (std::size_t i = xs.size(); i > 1; --i) std::swap(xs[i - 1], xs[random.below(i)]);
    std::vector<loss_sum> parts(1 + random.below(9));
    for (const double x : xs) parts[random.below(parts.size())].add(x);
    loss_sum merged;
    loss_sum::limb_array limbs{};
    for (const auto& part : parts) {
      merged.merge(part);
      for (std::size_t i = 0; i < limbs.size(); ++i) limbs[i] += part.limbs()[i];
    }
    CHECK(merged == whole);
    CHECK(loss_sum::from_limbs(limbs) == whole);
    CHECK(same(merged.value(), whole.value()));
  }
}

TEST_CASE("what was added can be taken away") {
  random_source random(2);
  for (int round = 0; round < 10000; ++round) {
    const double x = any_double(random), y = any_double(random);
    loss_sum sum = sum_of({x, y, -x});
    CHECK(same(sum.value(), y));
    sum.add(-y);
    CHECK(sum == loss_sum());
  }
}

TEST_CASE("one rounding, to nearest even") {
  CHECK(sum_of({1, 0x1p-53}).value() == 1);
  for (int k = 54; k <= 1074; ++k) {
    CHECK(sum_of({1, 0x1p-53, std::ldexp(1.0, -k)}).value() == 1 + 0x1p-52);
  }
  CHECK(sum_of({0x1p-1020, 0x1p-1074}).value() == 0x1p-1020);
  CHECK(sum_of({0x1p-1020, 0x1p-1073, 0x1p-1074}).value() == 0x1p-1020 + 0x1p-1072);
  CHECK(sum_of({1 + 0x1p-52, 0x1p-53}).value() == 1 + 0x1p-51);
  CHECK(sum_of({-1, -0x1p-53, -0x1p-1074}).value() == -1 - 0x1p-52);
  CHECK(sum_of({0x1p-1022, -0x1p-1074}).value() == 0x1p-1022 - 0x1p-1074);
  CHECK(sum_of({1e308, 1e308, -1e308}).value() == 1e308);
  CHECK(std::isinf(sum_of({1e308, 1e308}).value()));
  const double largest = std::numeric_limits<double>::max();
  CHECK(sum_of({largest, 0x1p969}).value() == largest);
  CHECK(std::isinf(sum_of({largest, 0x1p970}).value()));
}

// Two halves of a digit against one of the next: every digit is 0 only after carrying.
TEST_CASE("what cancels in another digit is 0") {
  for (int bit = 31; bit < 2097; bit += 32) {
    const double half = std::ldexp(1.0, bit - 1074);
    CHECK(same(sum_of({half, half, -2 * half}).value(), 0.0));
    CHECK(same(sum_of({-half, 2 * half, -half}).value(), 0.0));
  }
}

TEST_CASE("NaN and infinities decide, in any order") {
  CHECK(sum_of({1, infinity, 2}).value() == infinity);
  CHECK(sum_of({-infinity, 2}).value() == -infinity);
  CHECK(std::isnan(sum_of({infinity, -infinity}).value()));
  CHECK(std::isnan(sum_of({infinity, xent::test::nan}).value()));
  CHECK(same(loss_sum().value(), 0.0));
  loss_sum merged;
  merged.merge(sum_of({1, infinity}));
  CHECK(merged.value() == infinity);
  merged.merge(sum_of({-infinity}));
  CHECK(std::isnan(merged.value()));
}

TEST_CASE("2^53 blocks and more") {
  // Where a double, and a count kept in one, would stand still.
  loss_sum many = copies(1, 53);
  many.add(1);
  many.add(1);
  CHECK(many.value() == 0x1p53 + 2);
  CHECK(copies(0.1, 60).value() == 0.1 * 0x1p60);
  CHECK(copies(-0x1p-1074, 62).value() == -0x1p-1012);
  CHECK(copies(infinity, 60).value() == infinity);
  const double largest = std::numeric_limits<double>::max();
  loss_sum beyond = copies(largest, 61);
  CHECK(beyond.value() == infinity);
  beyond.merge(copies(-largest, 61));
  beyond.add(0.5);
  CHECK(beyond.value() == 0.5);
}

TEST_CASE("integers of 2^30 parts are added up at once") {
  random_source random(3);
  for (int round = 0; round < 200; ++round) {
    const loss_sum part = sum_of({any_double(random), any_double(random), -any_double(random)});
    loss_sum::limb_array limbs = part.limbs();
    for (auto& limb : limbs) limb *= std::int64_t{1} << 30;
    loss_sum merged = part;
    for (int i = 0; i < 30; ++i) merged.merge(merged);
    CHECK(loss_sum::from_limbs(limbs) == merged);
  }
}

// More than an integer holds without being carried: each adds 2³² − 1 to one. By name only: CTest
// runs it under the label `exhaustive`.
TEST_CASE("2^31 + 2^20 additions", "[.exhaustive]") {
  constexpr double x = 0x1.fffffffffffffp-382;
  loss_sum sum, want = copies(x, 31);
  for (std::int64_t i = 0; i < (std::int64_t{1} << 31) + (1 << 20); ++i) sum.add(x);
  want.merge(copies(x, 20));
  CHECK(sum == want);
}
