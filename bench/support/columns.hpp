#pragma once
// The columns of numbers that the benches run on. Each starts at a cache line, as the frameworks
// allocate theirs.

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace xent::bench {

template <class T> class column {
 public:
  explicit column(std::size_t size) : lines_((size + per_line - 1) / per_line), size_(size) {}

  template <class Draw> column(std::size_t size, Draw draw) : column(size) {
    for (T& element : whole()) element = draw();
  }

  std::span<T> whole() { return {lines_.data()->elements, size_}; }
  std::span<const T> first(std::size_t size) const { return {lines_.data()->elements, size}; }

 private:
  static constexpr std::size_t per_line = 64 / sizeof(T);
  struct alignas(64) line {
    T elements[per_line];
  };
  std::vector<line> lines_;
  std::size_t size_;
};

// normal(0, 4)
template <class T> column<T> logits(std::size_t size, std::uint64_t seed = 20240229) {
  return {size, [bits = std::mt19937_64(seed),
                 law = std::normal_distribution<T>(T(0), T(4))]() mutable { return law(bits); }};
}

// Uniform in (0, 1), also for soft labels.
template <class T> column<T> probabilities(std::size_t size, std::uint64_t seed = 19230511) {
  return {size, [bits = std::mt19937_64(seed),
                 law = std::uniform_real_distribution<T>(T(0.001), T(0.999))]() mutable {
            return law(bits);
          }};
}

// 0 or 1
template <class T> column<T> labels(std::size_t size, std::uint64_t seed = 17760704) {
  return {size, [bits = std::mt19937_64(seed)]() mutable { return static_cast<T>(bits() >> 63); }};
}

}  // namespace xent::bench
