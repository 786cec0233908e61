#pragma once
// Files of logits and targets: pairs of float in the machine's own byte order, and nothing else.

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <span>
#include <string>
#include <vector>

#include "file_error.hpp"

namespace example {

struct logit_and_target {
  float logit, target;
};
static_assert(sizeof(logit_and_target) == 8);

// Tells a file from another one, and from itself before a change.
struct file_identity {
  std::uint64_t bytes = 0;
  std::int64_t written = 0;  // when, as the file system counts

  bool operator==(const file_identity&) const = default;

  static file_identity of(const std::string& file) {
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(file, error);
    if (error) throw file_error(file + ": cannot be read: " + error.message());
    return {bytes, std::filesystem::last_write_time(file).time_since_epoch().count()};
  }
};

class pair_reader {
 public:
  explicit pair_reader(const std::string& file)
      : file_(file), identity_(file_identity::of(file)), in_(file, std::ios::binary) {
    if (!in_) fail_to("be read", file_);
    const std::uint64_t rest = identity_.bytes % sizeof(logit_and_target);
    if (rest != 0) fail(identity_.bytes - rest, std::to_string(rest) + " bytes are no whole pair");
    if (pairs() == 0) fail(0, "the file is empty, nothing has no mean");
  }

  const file_identity& identity() const { return identity_; }
  std::uint64_t pairs() const { return identity_.bytes / sizeof(logit_and_target); }

  // The pairs from `first` on, as many as there are places.
  void read(std::uint64_t first, std::span<logit_and_target> pairs) {
    errno = 0;
    in_.seekg(static_cast<std::streamoff>(first * sizeof(logit_and_target)));
    in_.read(reinterpret_cast<char*>(pairs.data()),
             static_cast<std::streamsize>(pairs.size_bytes()));
    if (in_.eof()) {
      fail(first * sizeof(logit_and_target) + static_cast<std::uint64_t>(in_.gcount()),
           "the file has become shorter while it was read");
    }
    if (!in_) fail_to("be read", file_);
  }

  // An error at this place.
  [[noreturn]] void fail(std::uint64_t byte, const std::string& what) const {
    throw file_error(file_ + ": byte " + std::to_string(byte) + ": " + what);
  }

 private:
  std::string file_;
  file_identity identity_;
  std::ifstream in_;
};

}  // namespace example
