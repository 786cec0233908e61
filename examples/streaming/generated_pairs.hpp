#pragma once
// A file of pairs to try stream_mean with.

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <ios>
#include <string>
#include <vector>

#include <xent/elementwise.hpp>

#include "../common/counter_random.hpp"
#include "../common/file_error.hpp"
#include "../common/pair_file.hpp"

namespace example {

// Pair i depends on i alone: a logit uniform in [−8, 8), and a target that is 1 with probability
// σ(logit).
inline void generate_pairs(std::uint64_t n, const std::string& file) {
  errno = 0;
  std::ofstream out(file, std::ios::binary);
  std::vector<float> logits(xent::block_size), probabilities(xent::block_size);
  std::vector<logit_and_target> pairs(xent::block_size);
  for (std::uint64_t first = 0; first < n && out; first += xent::block_size) {
    for (std::size_t i = 0; i < logits.size(); ++i) {
      logits[i] = 16 * random_float(2 * (first + i)) - 8;
    }
    xent::sigmoid(logits, probabilities, xent::exact);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const float draw = random_float(2 * (first + i) + 1);
      pairs[i] = {logits[i], draw < probabilities[i] ? 1.0f : 0.0f};
    }
    const auto count = std::min<std::uint64_t>(xent::block_size, n - first);
    out.write(reinterpret_cast<const char*>(pairs.data()),
              static_cast<std::streamsize>(count * sizeof(logit_and_target)));
  }
  out.flush();
  if (!out) fail_to("be written", file);
}

}  // namespace example
