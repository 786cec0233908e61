#pragma once
// The fuzzer's bytes, read as small choices and numbers; zeros once they are used up, so that every
// input means something.

#include <cstddef>
#include <cstdint>

#include "../support/floating.hpp"

namespace xent::test {

class byte_source {
 public:
  byte_source(const std::uint8_t* data, std::size_t size) : next_(data), end_(data + size) {}

  std::uint8_t byte() { return next_ == end_ ? std::uint8_t{0} : *next_++; }

  // A number of so many bytes.
  std::uint64_t bits(std::size_t bytes) {
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < bytes; ++i) all = all << 8 | byte();
    return all;
  }
  std::size_t below(std::size_t n) { return byte() % n; }
  bool one_in(std::size_t n) { return below(n) == n - 1; }
  template <class T> T number() { return from_bits<T>(static_cast<bits_of<T>>(bits(sizeof(T)))); }

 private:
  const std::uint8_t* next_;
  const std::uint8_t* end_;
};

}  // namespace xent::test
