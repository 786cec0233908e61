#pragma once
/// \defgroup executors Executors
/// \brief Who runs the blocks of a call.
///
/// Any callable exec(n_blocks, body), const or not, a variable or a temporary, that calls body(i)
/// once for every i < n_blocks, in any order and on any threads, and returns when all are done.
/// Results never depend on it. Bodies of xent's calls do not throw: an error is kept until the
/// executor is done, and the caller gets that of the lowest block. What the executor itself throws
/// reaches the caller.
///
/// \snippet settings.cpp executors
///
/// Threads of the standard library are in <xent/threads.hpp>. OpenMP and TBB in a few lines:
///
///     auto omp = [](std::size_t n, auto body) {
///       #pragma omp parallel for
///       for (std::size_t i = 0; i < n; ++i) body(i);
///     };
///     auto tbb = [](std::size_t n, auto body) { tbb::parallel_for(std::size_t{0}, n, body); };

#include <concepts>
#include <cstddef>

#include <xent/detail/base/config.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup executors
/// \{

/// What an executor calls: body(i) does the i-th block. Cheap to copy, valid during the call.
class block_body {
 public:
  /// Calls the body given, which must outlive this.
  template <class Body>
  requires(!std::same_as<Body, block_body>) explicit block_body(const Body& body)
      : body_(&body),
        call_([](const void* b, std::size_t i) { (*static_cast<const Body*>(b))(i); }) {}
  /// Does block i.
  void operator()(std::size_t i) const { call_(body_, i); }

 private:
  const void* body_;
  void (*call_)(const void*, std::size_t);
};

/// What may run the blocks of a call: exec(n_blocks, body). E is const where only calls on a const
/// object will do.
template <class E>
concept executor = requires(E& exec, std::size_t n, block_body body) {
  exec(n, body);
};

/// On the calling thread, in order; throws what a body throws.
/// \snippet settings.cpp executors
struct serial_executor {
  /// Calls body(0), body(1), …
  void operator()(std::size_t n_blocks, block_body body) const {
    for (std::size_t i = 0; i < n_blocks; ++i) body(i);
  }
};
/// The default: on the calling thread, in order.
XENT_HIDDEN inline constexpr serial_executor serial{};

/// Calls with options or executors, and reductions, work on blocks of so many elements, 1024: data
/// that come in pieces of its multiples add up to the same bits as in one.
/// \snippet reductions.cpp block_size
XENT_HIDDEN inline constexpr std::size_t block_size = 1024;

/// \}

}  // namespace xent::inline XENT_ABI
