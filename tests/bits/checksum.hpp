#pragma once
// Checksums of a function's results over its golden points and over arguments whose bits come from
// a counter, one line each:
//
//   where | what | sum
//
// Whatever compiles the programs here and whatever they run on, one `what` has one sum: float's is
// the same everywhere; that of double and of the fast grade among those that fuse multiply-add, and
// among those that do not.

#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "../support/golden_files.hpp"

namespace xent::test {

inline std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 31)) * 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9u;
  return x ^ (x >> 32);
}

// Of the counted arguments the first half has any bits. In the second half logits lie between 2⁻⁸
// and 64, where whole blocks of arrays stay among normal numbers.
enum class range { any, moderate };

template <class T> T logit_from(range r, std::uint64_t random) {
  using bits = bits_of<T>;
  if (r == range::any) return from_bits<T>(static_cast<bits>(random));
  const bits least = to_bits(static_cast<T>(0x1p-8)), most = to_bits(T(64));
  const T size = from_bits<T>(static_cast<bits>(least + (random >> 1) % (most - least)));
  return (random & 1) == 0 ? size : -size;
}

// What is no logit lies in [0, 1], hard labels among them.
template <class T> T argument_from(argument kind, range r, std::uint64_t random) {
  if (kind == argument::real_line) return logit_from<T>(r, random);
  if (kind == argument::label && (random & 3) == 0) return static_cast<T>((random >> 2) & 1);
  return from_bits<T>(static_cast<bits_of<T>>(random % (to_bits(T(1)) + 1)));
}

template <class Row, class T> std::vector<arguments_of<Row, T>> points_of(Row row) {
  std::vector<arguments_of<Row, T>> points;
  for (const auto& point : read_golden<Row, T>(row)) points.push_back(point.at);
  std::uint64_t counter = 0;
  for (const range r : {range::any, range::moderate}) {
    for (int i = 0; i < 10000; ++i) {
      arguments_of<Row, T> xs{};
      for (std::size_t k = 0; k < xs.size(); ++k) {
        xs[k] = argument_from<T>(Row::arguments[k], r, mixed(++counter));
      }
      points.push_back(xs);
    }
  }
  return points;
}

template <class T> std::uint64_t checksum(const std::vector<T>& results) {
  std::uint64_t sum = 0;
  for (const T result : results) {
    const bits_of<T> bits = to_bits(result);
    const bool is_nan = bits << 1 > to_bits(std::numeric_limits<T>::infinity()) << 1;
    sum = mixed(sum + (is_nan ? 1 : bits));
  }
  return sum;
}

inline void print_sum(std::string_view where, const std::string& what, std::uint64_t sum) {
  std::printf("%.*s | %s | %016llx\n", static_cast<int>(where.size()), where.data(), what.c_str(),
              static_cast<unsigned long long>(sum));
}

inline const char* arithmetic(bool fuses) { return fuses ? " fused" : " plain"; }

}  // namespace xent::test
