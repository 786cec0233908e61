#pragma once
// Pairs in the format of pair_file.hpp, from a stream, which may be a pipe.

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ios>
#include <istream>
#include <span>
#include <string>
#include <vector>

#include "../common/file_error.hpp"
#include "../common/pair_file.hpp"
#include "pair_source.hpp"

namespace example {

// Errors read `file: byte N: what`.
class binary_pairs : public pair_source {
 public:
  binary_pairs(const std::string& name, std::istream& in, prediction kind)
      : name_(name), in_(in), kind_(kind) {}

  std::size_t read(std::span<float> predictions, std::span<float> targets) override {
    pairs_.resize(predictions.size());
    const std::size_t count = fill();
    for (std::size_t i = 0; i < count; ++i) {
      const auto [logit, target] = pairs_[i];
      check(logit, fault_of_prediction(logit, kind_), 0);
      check(target, fault_of_target(target), 4);
      predictions[i] = logit;
      targets[i] = target;
      bytes_ += sizeof(logit_and_target);
    }
    return count;
  }

  std::uint64_t bytes() const override { return bytes_; }

 private:
  // Reads as many pairs as there are places, or what is left.
  std::size_t fill() {
    errno = 0;
    in_.read(reinterpret_cast<char*>(pairs_.data()),
             static_cast<std::streamsize>(pairs_.size() * sizeof(logit_and_target)));
    if (in_.bad()) fail_to("be read", name_);
    const auto got = static_cast<std::uint64_t>(in_.gcount());
    if (bytes_ + got == 0) fail(0, "the file is empty, nothing has no mean");
    const std::uint64_t rest = got % sizeof(logit_and_target);
    if (rest != 0) fail(bytes_ + got - rest, std::to_string(rest) + " bytes are no whole pair");
    return got / sizeof(logit_and_target);
  }

  void check(float value, const char* fault, std::uint64_t offset) const {
    if (fault == nullptr) return;
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), "%.9g", double{value});
    fail(bytes_ + offset, std::string(fault) + ": " + text.data());
  }

  [[noreturn]] void fail(std::uint64_t byte, const std::string& what) const {
    throw file_error(name_ + ": byte " + std::to_string(byte) + ": " + what);
  }

  std::string name_;
  std::istream& in_;
  prediction kind_;
  std::vector<logit_and_target> pairs_;
  std::uint64_t bytes_ = 0;
};

}  // namespace example
