#pragma once
// Where pairs of a prediction and a target come from, a chunk at a time.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace example {

enum class prediction { logit, probability };

class pair_source {
 public:
  pair_source() = default;
  pair_source(const pair_source&) = delete;
  pair_source& operator=(const pair_source&) = delete;
  virtual ~pair_source() = default;

  // Fills both from the front, and says how far: less than asked for is the end. Throws file_error
  // where a pair has no loss, and where there is no pair at all.
  virtual std::size_t read(std::span<float> predictions, std::span<float> targets) = 0;
  // How much has been read.
  virtual std::uint64_t bytes() const = 0;
  // Which columns are read, where they have names.
  virtual std::string columns() const { return {}; }
};

// What is wrong with a value; null where it is fit for a loss.
inline const char* fault_of_prediction(float value, prediction kind) {
  if (kind == prediction::logit) return std::isnan(value) ? "the logit is not a number" : nullptr;
  return value >= 0 && value <= 1 ? nullptr : "the probability is outside [0, 1]";
}
inline const char* fault_of_target(float value) {
  return value >= 0 && value <= 1 ? nullptr : "the target is outside [0, 1]";
}

}  // namespace example
