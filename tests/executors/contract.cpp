// Executors of the library and of users: every block once, in any order, on any threads; the first
// exception reaches the caller.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include <xent/threads.hpp>
#include <xent/xent.hpp>

#include "../support/message_of.hpp"
#include "every_call.hpp"

namespace {

using namespace xent::test;

constexpr std::size_t thread_counts[] = {0, 1, 2, 3, 7, 16, 1000};

const auto backwards = [](std::size_t n, auto body) {
  while (n-- > 0) body(n);
};

// Three threads, each taking the next block when it is done with one.
const auto shared_counter = [](std::size_t n, auto body) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < n; i = next++) body(i);
  };
  const std::jthread one(work), two(work);
  work();
};

}  // namespace

TEST_CASE("results do not depend on the executor") {
  for (const std::size_t k : thread_counts) {
    INFO(k << " threads");
    check_same_results(xent::threads(k));
  }
  check_same_results(backwards);
  check_same_results(shared_counter);
}

TEST_CASE("threads that add at the same time lose nothing") {
  const std::vector<double> x(64 * xent::block_size, -20.0), y(x.size());
  const double want = xent::bce_with_logits_sum(x, y);
  for (int round = 0; round < 500; ++round) {
    REQUIRE(xent::bce_with_logits_sum(x, y, xent::threads(3)) == want);
  }
}

TEST_CASE("every kind of call hands its blocks to the executor") {
  std::size_t blocks = 0;
  const auto counting = [&](std::size_t n, auto body) {
    for (std::size_t i = 0; i < n; ++i) body(i);
    blocks += n;
  };
  const auto handed = [&](const auto& call) {
    blocks = 0;
    call();
    return blocks;
  };
  constexpr std::size_t count = 64;
  const std::vector<float> x(count * xent::block_size), y(x.size());
  std::vector<float> out(x.size());
  CHECK(handed([&] { xent::sigmoid(x, out, counting); }) == count);
  CHECK(handed([&] { xent::bce_with_logits(x, y, out, xent::exact, counting); }) == count);
  CHECK(handed([&] { xent::bce_with_logits(x, y, out, {.weights = y}, counting); }) == count);
  CHECK(handed([&] { xent::bce_with_logits_mean(x, y, counting); }) == count);
  CHECK(handed([&] { xent::bce_with_logits_sum_and_grad(x, y, out, counting); }) == count);
  CHECK(handed([&] { xent::log_sum_exp(x, counting); }) >= count);
}

TEST_CASE("threads run every block once") {
  for (const std::size_t k : thread_counts) {
    for (const std::size_t n : {0u, 1u, 2u, 3u, 15u, 16u, 17u, 999u}) {
      INFO(k << " threads, " << n << " blocks");
      std::vector<std::atomic<int>> times(n);
      const auto count = [&](std::size_t i) { ++times.at(i); };
      const xent::threads exec(k);
      exec(n, xent::block_body(count));
      CHECK(std::all_of(times.begin(), times.end(), [](const auto& t) { return t == 1; }));
    }
  }
}

TEST_CASE("threads(k) are k threads, of which one calls; threads(0) are the machine's") {
  const std::size_t of_machine = std::max(std::thread::hardware_concurrency(), 1u);
  for (const std::size_t k : {0u, 1u, 2u, 7u}) {
    std::mutex mutex;
    std::set<std::thread::id> seen;
    const auto note = [&](std::size_t) {
      const std::lock_guard lock(mutex);
      seen.insert(std::this_thread::get_id());
    };
    const xent::threads exec(k);
    exec(50, xent::block_body(note));
    CHECK(seen.size() == (k == 0 ? std::min<std::size_t>(of_machine, 50) : k));
    CHECK(seen.count(std::this_thread::get_id()) == 1);
  }
}

TEST_CASE("a negative number of threads is refused") {
  CHECK(message_of<std::invalid_argument>([] { xent::threads(-1); }) ==
        "xent::threads: count = -1 is negative");
  CHECK(message_of<std::invalid_argument>([] { xent::threads(std::int64_t{-5}); }) ==
        "xent::threads: count = -5 is negative");
}

// Const or not, a variable or a temporary; what it keeps of a call stays with it.
TEST_CASE("an executor may change as it runs") {
  const std::vector<float> x(5000), y(5000);
  std::vector<float> out(5000);
  std::size_t calls = 0;
  auto counting = [&calls, blocks = std::size_t{0}](std::size_t n, auto body) mutable {
    for (std::size_t i = 0; i < n; ++i, ++blocks) body(i);
    calls = blocks;
  };
  const double want = xent::bce_with_logits_sum(x, y);
  CHECK(xent::bce_with_logits_sum(x, y, counting) == want);
  CHECK(calls == 5);
  CHECK(xent::bce_with_logits_sum(x, y, xent::exact, counting) > 0);
  xent::bce_with_logits(x, y, out, counting);
  xent::bce_with_logits(x, y, out, {.pos_weight = 2}, counting);
  CHECK(calls == 20);
  CHECK(xent::bce_with_logits_mean_and_grad(x, y, out, {}, decltype(counting)(counting),
                                            xent::exact) > 0);
  CHECK(xent::log_sum_exp(x, counting) == xent::log_sum_exp(x));
  CHECK(calls > 20);
  const auto& constant = counting;
  static_assert(!xent::executor<std::remove_reference_t<decltype(constant)>>);
}

namespace {

void run_all(std::size_t n, xent::block_body body) {
  for (std::size_t i = 0; i < n; ++i) body(i);
}

// With members as a range has them.
struct pool {
  std::size_t size() const { return 1; }
  void operator()(std::size_t n, xent::block_body body) const { run_all(n, body); }
};

}  // namespace

TEST_CASE("functions, pointers to them, and objects of any class are executors") {
  const std::vector<float> x(3000, 1.0f);
  std::vector<float> out(3000);
  const double want = xent::bce_with_logits_sum(x, x);
  CHECK(xent::bce_with_logits_sum(x, x, run_all) == want);
  CHECK(xent::bce_with_logits_sum(x, x, &run_all) == want);
  CHECK(xent::bce_with_logits_sum(x, x, pool()) == want);
  xent::sigmoid(x, out, run_all);
  const auto by_reference = [](std::size_t n, auto& body) { run_all(n, body); };
  CHECK(xent::bce_with_logits_sum(x, x, by_reference) == want);
  CHECK(xent::log_sum_exp(x, run_all) == xent::log_sum_exp(x));
}

TEST_CASE("calls ask for blocks of block_size") {
  std::vector<std::size_t> asked;
  const auto note = [&](std::size_t n, auto body) {
    asked.push_back(n);
    xent::serial(n, body);
  };
  for (const std::size_t n : {0u, 1u, 1023u, 1024u, 1025u, 5000u}) {
    const std::vector<float> x(n);
    xent::bce_with_logits_sum(x, x, note);
  }
  CHECK(asked == std::vector<std::size_t>{0, 1, 1, 1, 2, 5});
}

TEST_CASE("what a block throws reaches the caller, whatever the executor") {
  for (int round = 0; round < 20; ++round) {
    for (const std::size_t k : thread_counts) check_failure_reaches_caller(xent::threads(k));
    check_failure_reaches_caller(shared_counter);
  }
  check_failure_reaches_caller(xent::serial);
  check_failure_reaches_caller(backwards);
}

TEST_CASE("threads pass on what bodies of others throw, that of the lowest blocks") {
  const auto fail_late = [](std::size_t i) {
    if (i >= 40) throw std::runtime_error(std::to_string(i));
  };
  for (const std::size_t k : {1u, 3u, 16u}) {
    CHECK(message_of<std::runtime_error>([&] {
            const xent::threads exec(k);
            exec(100, xent::block_body(fail_late));
          }) == "40");
  }
}
