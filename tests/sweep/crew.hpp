#pragma once
// Items of work shared by processes: the library's choice of the instruction set is one for all
// threads, so each worker is a process of its own. Progress and the time left go to stderr.

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

#include "journal.hpp"

namespace xent::test {

// In memory that the processes share.
struct shared_counters {
  std::atomic<std::uint64_t> next{0}, done{0};

  static shared_counters* make() {
    void* const page = mmap(nullptr, sizeof(shared_counters), PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) throw std::bad_alloc();
    return new (page) shared_counters;
  }
};

// A bar on a terminal, elsewhere a line for every tenth.
class progress {
 public:
  explicit progress(std::size_t items) : all_(static_cast<double>(items)) {}

  void show(std::uint64_t done) {
    const double share = static_cast<double>(done) / all_;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin_;
    const double left = share > 0 ? spent.count() * (1 - share) / share : 0;
    const int tenth = static_cast<int>(10 * share);
    if (isatty(STDERR_FILENO) != 0) {
      static constexpr char bar[] = "########################################";
      std::fprintf(stderr, "\r[%-40.*s] %5.1f %%, %.0f s, %.0f s left  ",
                   static_cast<int>(40 * share), bar, 100 * share, spent.count(), left);
    } else if (tenth > tenth_ && spent.count() > 5) {
      std::fprintf(stderr, "%d %%, %.0f s, %.0f s left\n", 10 * tenth, spent.count(), left);
    }
    tenth_ = tenth;
  }
  void end() const {
    if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r%79s\r", "");
  }

 private:
  double all_;
  int tenth_ = 0;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

template <class Work>
[[noreturn]] void labour(shared_counters& shared, const std::vector<std::uint64_t>& items,
                         journal& found, const Work& work) {
  const pid_t parent = getppid();
  try {
    // Nobody works for a parent that is gone.
    for (std::uint64_t k; getppid() == parent && (k = shared.next++) < items.size();) {
      found.append(items[k], work(items[k]));
      ++shared.done;
    }
    _exit(0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    _exit(1);
  }
}

// work(item) returns the text of what it found.
template <class Work>
void work_off(std::vector<std::uint64_t> items, unsigned processes, journal& found,
              const Work& work) {
  const auto done = found.finished();
  std::erase_if(items, [&](std::uint64_t item) { return done.count(item) != 0; });
  shared_counters& shared = *shared_counters::make();
  std::vector<pid_t> crew;
  for (unsigned i = 0; i < processes && !items.empty(); ++i) {
    const pid_t child = fork();
    if (child == 0) labour(shared, items, found, work);
    if (child < 0) throw std::runtime_error("cannot start a process");
    crew.push_back(child);
  }
  progress bar(items.size());
  bool failed = false;
  while (!crew.empty()) {
    int status = 0;
    if (waitpid(crew.back(), &status, WNOHANG) == crew.back()) {
      failed |= status != 0;
      crew.pop_back();
    } else {
      bar.show(shared.done);
      std::this_thread::sleep_for(std::chrono::milliseconds(crew.size() > 1 ? 200 : 20));
    }
  }
  bar.end();
  munmap(&shared, sizeof shared);
  if (failed) throw std::runtime_error("a worker has failed; the others' findings are kept");
}

}  // namespace xent::test
