#pragma once
// The command line of an example: a program takes the options that it knows, and then the rest.

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace example {

// what() is one line.
struct wrong_arguments : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class arguments {
 public:
  arguments(int argc, char** argv) : rest_(argv + 1, argv + argc) {}

  // Whether `--name` is there.
  bool flag(std::string_view name) {
    const auto at = std::find(rest_.begin(), rest_.end(), name);
    if (at == rest_.end()) return false;
    rest_.erase(at);
    return true;
  }

  // What follows `--name`.
  std::optional<std::string> value(std::string_view name) {
    const auto at = std::find(rest_.begin(), rest_.end(), name);
    if (at == rest_.end()) return std::nullopt;
    if (at + 1 == rest_.end()) throw wrong_arguments(*at + ": its value is missing");
    const std::string found = at[1];
    rest_.erase(at, at + 2);
    return found;
  }

  // The whole number ≥ 1 that follows `--name`.
  std::optional<std::size_t> count(const std::string& name) {
    const std::optional<std::string> text = value(name);
    if (!text) return std::nullopt;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size() || number == 0) {
      throw wrong_arguments(name + ": not a whole number from 1 on: '" + *text + "'");
    }
    return number;
  }

  // What no option took: file names, as many as wanted.
  std::vector<std::string> files(std::size_t wanted) const {
    for (const std::string& text : rest_) {
      if (text.starts_with('-')) throw wrong_arguments("no such option: '" + text + "'");
    }
    if (rest_.size() != wanted) {
      throw wrong_arguments(std::to_string(rest_.size()) + " file names, " +
                            std::to_string(wanted) + " wanted");
    }
    return rest_;
  }

 private:
  std::vector<std::string> rest_;
};

}  // namespace example
