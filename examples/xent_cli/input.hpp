#pragma once
// A file or standard input.

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iostream>
#include <istream>
#include <string>
#include <system_error>

#include "../common/file_error.hpp"

namespace example {

class input {
 public:
  // `-` is standard input.
  explicit input(const std::string& file)
      : is_file_(file != "-"), name_(is_file_ ? file : "stdin") {
    if (!is_file_) {
      std::ios::sync_with_stdio(false);
      return;
    }
    errno = 0;
    file_.open(file, std::ios::binary);
    if (!file_) fail_to("be read", file);
  }

  std::istream& stream() { return is_file_ ? file_ : std::cin; }
  // For errors.
  const std::string& name() const { return name_; }

  // 0 where nobody knows.
  std::uint64_t bytes() const {
    std::error_code error;
    const std::uint64_t size = is_file_ ? std::filesystem::file_size(name_, error) : 0;
    return error ? 0 : size;
  }

 private:
  bool is_file_;
  std::string name_;
  std::ifstream file_;
};

}  // namespace example
