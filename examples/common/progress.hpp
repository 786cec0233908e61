#pragma once
// A line on stderr that says how far a long reading has come.

#include <chrono>
#include <cstdint>
#include <cstdio>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace example {

inline bool stderr_is_terminal() {
#if __has_include(<unistd.h>)
  return isatty(2) == 1;
#else
  return false;
#endif
}

// At a terminal one line that is written over ten times a second and cleared at the end; elsewhere,
// where asked for, a line a second. A total of 0 is unknown.
class progress {
 public:
  progress(bool asked_for, std::uint64_t done, std::uint64_t total)
      : at_terminal_(stderr_is_terminal()),
        shown_(asked_for || at_terminal_),
        first_(done),
        total_(total) {}
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;
  ~progress() {
    if (shown_ && at_terminal_) std::fprintf(stderr, "\r%*s\r", width, "");
  }

  // So many bytes are done, of which this run has read so many pairs.
  void at(std::uint64_t done, std::uint64_t pairs) {
    const auto now = clock::now();
    if (!shown_ || now < next_) return;
    next_ = now + interval();
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double rate = static_cast<double>(done - first_) / seconds;
    std::fprintf(stderr, at_terminal_ ? "\r" : "");
    if (total_ != 0) {
      std::fprintf(stderr, "%5.1f %%",
                   100 * static_cast<double>(done) / static_cast<double>(total_));
    } else {
      std::fprintf(stderr, "%6.2f GB", static_cast<double>(done) / 1e9);
    }
    std::fprintf(stderr, "  %6.2f GB/s  %7.1f million pairs/s", rate / 1e9,
                 static_cast<double>(pairs) / seconds / 1e6);
    if (total_ != 0) {
      std::fprintf(stderr, "  %6.0f s left",
                   (static_cast<double>(total_) - static_cast<double>(done)) / rate);
    }
    std::fprintf(stderr, at_terminal_ ? "  " : "\n");
  }

 private:
  using clock = std::chrono::steady_clock;
  static constexpr int width = 72;

  std::chrono::milliseconds interval() const {
    return std::chrono::milliseconds(at_terminal_ ? 100 : 1000);
  }

  bool at_terminal_, shown_;
  std::uint64_t first_, total_;
  clock::time_point start_ = clock::now(), next_ = start_ + interval();
};

}  // namespace example
