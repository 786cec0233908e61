#pragma once
/// \file
/// Threads as an executor.

#include <concepts>
#include <cstddef>
#include <stdexcept>
#include <thread>
#include <vector>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>
#include <xent/detail/base/first_failure.hpp>
#include <xent/executor.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup executors
/// \{

/// On k threads, started for the call, of which the calling one is the first; each takes a run of
/// neighbouring blocks. Where bodies throw, the exception of the lowest run reaches the caller;
/// std::system_error where a thread cannot be started.
/// \snippet settings.cpp executors
class threads {
 public:
  /// On so many threads; 0 is as many as the machine runs at once. Throws std::invalid_argument
  /// where count < 0.
  template <std::integral Count> explicit threads(Count count) {
    if constexpr (std::signed_integral<Count>) {
      if (count < 0) refuse(count);
    }
    count_ = count == 0 ? machine_count() : static_cast<std::size_t>(count);
  }

  /// Calls the body for all blocks, and returns when all are done.
  void operator()(std::size_t n_blocks, block_body body) const {
    const std::size_t n_runs = count_ < n_blocks ? count_ : n_blocks;
    if (n_runs <= 1) return serial(n_blocks, body);
    run(n_blocks, n_runs, body);
  }

 private:
  std::size_t count_ = 1;

  [[noreturn]] XENT_COLD static void refuse(std::ptrdiff_t count) {
    detail::fail<std::invalid_argument>({"threads"},
                                        "count = " + detail::shown(count) + " is negative");
  }
  // One where the machine does not say.
  static std::size_t machine_count() {
    const std::size_t count = std::thread::hardware_concurrency();
    return count == 0 ? 1 : count;
  }

  // std::jthread, which libc++ got late.
  class joined_thread {
   public:
    template <class Run> joined_thread(const Run& run, std::size_t r) : thread_(run, r) {}
    joined_thread(joined_thread&&) = default;
    ~joined_thread() {
      if (thread_.joinable()) thread_.join();
    }

   private:
    std::thread thread_;
  };

  static void run(std::size_t n_blocks, std::size_t n_runs, block_body body) {
    detail::first_failure failure;
    const auto one_run = [&](std::size_t r) {
      const std::size_t each = n_blocks / n_runs, rest = n_blocks % n_runs;
      const std::size_t begin = r * each + (r < rest ? r : rest);
      const std::size_t end = begin + each + (r < rest ? 1 : 0);
      failure.guard(r, [&] {
        for (std::size_t i = begin; i < end; ++i) body(i);
      });
    };
    {
      std::vector<joined_thread> others;
      others.reserve(n_runs - 1);
      for (std::size_t r = 1; r < n_runs; ++r) others.emplace_back(one_run, r);
      one_run(0);
    }
    failure.rethrow();
  }
};

/// \}

}  // namespace xent::inline XENT_ABI
