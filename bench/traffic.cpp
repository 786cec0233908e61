#include "traffic.hpp"

#include <cstring>

// All but memcpy is compiled at -O3 and for every instruction set.
#if defined(__x86_64__)
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#endif

namespace xent::bench {
namespace {

WIDEST void add(const std::uint32_t* first, const std::uint32_t* second, std::uint32_t* out,
                std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) out[i] = first[i] + second[i];
}

WIDEST std::uint32_t sum(const std::uint32_t* in, std::size_t words) {
  std::uint32_t total = 0;
  for (std::size_t i = 0; i < words; ++i) total += in[i];
  return total;
}

}  // namespace

void move_memory(const void* in, void* out, std::size_t bytes) { std::memcpy(out, in, bytes); }

void move_memory(const void* first, const void* second, void* out, std::size_t bytes) {
  add(static_cast<const std::uint32_t*>(first), static_cast<const std::uint32_t*>(second),
      static_cast<std::uint32_t*>(out), bytes / 4);
}

std::uint32_t read_memory(const void* in, std::size_t bytes) {
  return sum(static_cast<const std::uint32_t*>(in), bytes / 4);
}

}  // namespace xent::bench
