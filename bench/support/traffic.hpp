#pragma once
// Moves as much memory as a function reads and writes.

#include <cstddef>
#include <cstdint>

namespace xent::bench {

// Read 1, write 1; read 2 or 3, write 1; read 2, write 2; so many bytes of each.
void move_memory(const void* in, void* out, std::size_t bytes);
void move_memory(const void* first, const void* second, void* out, std::size_t bytes);
void move_memory(const void* first, const void* second, const void* third, void* out,
                 std::size_t bytes);
void move_memory(const void* first, const void* second, void* out, void* other_out,
                 std::size_t bytes);

// Read 1; read 2. What is returned is of no interest, but keeps the reading.
std::uint32_t read_memory(const void* in, std::size_t bytes);
std::uint32_t read_memory(const void* first, const void* second, std::size_t bytes);

}  // namespace xent::bench
