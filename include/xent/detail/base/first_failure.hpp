#pragma once
// Of the exceptions that numbered pieces of work throw, perhaps on many threads, the one of the
// lowest number: an executor sees none of them, and the caller gets that one.

#include <atomic>
#include <cstddef>
#include <exception>

#include <xent/detail/base/config.hpp>

namespace xent::inline XENT_ABI::detail {

#if defined(__cpp_exceptions)

class first_failure {
 public:
  // Does the work of that number, and keeps what it throws.
  template <class Work> void guard(std::size_t number, const Work& work) noexcept {
    try {
      work();
    } catch (...) {
      keep(number, std::current_exception());
    }
  }

  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  std::atomic_flag is_locked_;
  std::size_t number_ = 0;
  std::exception_ptr error_;

  void keep(std::size_t number, const std::exception_ptr& error) noexcept {
    while (is_locked_.test_and_set(std::memory_order_acquire)) {
    }
    if (!error_ || number < number_) {
      number_ = number;
      error_ = error;
    }
    is_locked_.clear(std::memory_order_release);
  }
};

#else

class first_failure {
 public:
  template <class Work> void guard(std::size_t, const Work& work) { work(); }
  void rethrow() const {}
};

#endif

}  // namespace xent::inline XENT_ABI::detail
