#pragma once
// What is wrong with a file that an example reads or writes.

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

namespace example {

// what() is one line that begins with the file's name.
struct file_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// For streams that have failed: the operating system's reason is in errno, where it has one. Set
// errno to 0 before.
[[noreturn]] inline void fail_to(const std::string& verb, const std::string& file) {
  const std::string reason = errno != 0 ? std::strerror(errno) : "unknown reason";
  throw file_error(file + ": cannot " + verb + ": " + reason);
}

}  // namespace example
