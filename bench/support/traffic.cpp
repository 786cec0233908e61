#include "traffic.hpp"

#include <cstdint>
#include <cstring>

// All but memcpy is compiled at -O3 and for every instruction set.
#if defined(__x86_64__)
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#endif

namespace xent::bench {
namespace {

using word = std::uint32_t;

WIDEST void add(const word* first, const word* second, word* out, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) out[i] = first[i] + second[i];
}

WIDEST void add(const word* first, const word* second, const word* third, word* out,
                std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) out[i] = first[i] + second[i] + third[i];
}

WIDEST void add_and_subtract(const word* first, const word* second, word* added, word* subtracted,
                             std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) {
    const word a = first[i], b = second[i];
    added[i] = a + b;
    subtracted[i] = a - b;
  }
}

WIDEST word sum(const word* in, std::size_t words) {
  word total = 0;
  for (std::size_t i = 0; i < words; ++i) total += in[i];
  return total;
}

WIDEST word sum(const word* first, const word* second, std::size_t words) {
  word total = 0;
  for (std::size_t i = 0; i < words; ++i) total += first[i] + second[i];
  return total;
}

const word* words(const void* memory) { return static_cast<const word*>(memory); }
word* words(void* memory) { return static_cast<word*>(memory); }

}  // namespace

void move_memory(const void* in, void* out, std::size_t bytes) { std::memcpy(out, in, bytes); }

void move_memory(const void* first, const void* second, void* out, std::size_t bytes) {
  add(words(first), words(second), words(out), bytes / sizeof(word));
}

void move_memory(const void* first, const void* second, const void* third, void* out,
                 std::size_t bytes) {
  add(words(first), words(second), words(third), words(out), bytes / sizeof(word));
}

void move_memory(const void* first, const void* second, void* out, void* other_out,
                 std::size_t bytes) {
  add_and_subtract(words(first), words(second), words(out), words(other_out), bytes / sizeof(word));
}

std::uint32_t read_memory(const void* in, std::size_t bytes) {
  return sum(words(in), bytes / sizeof(word));
}

std::uint32_t read_memory(const void* first, const void* second, std::size_t bytes) {
  return sum(words(first), words(second), bytes / sizeof(word));
}

}  // namespace xent::bench
