#pragma once
// Random arguments in columns, and results compared bit by bit.

#include <cstddef>
#include <cstdint>
#include <span>

#include "array_functions.hpp"
#include "samples.hpp"

namespace xent::test {

template <class Row, class T>
columns<Row, T> random_columns(Row row, std::size_t size, std::uint64_t seed) {
  random_source random(seed);
  columns<Row, T> ins;
  for (std::size_t i = 0; i < size; ++i) {
    const auto xs = random_arguments<Row, T>(row, random);
    for (std::size_t k = 0; k < xs.size(); ++k) ins[k].push_back(xs[k]);
  }
  return ins;
}

template <class T> std::size_t differences(std::span<const T> a, std::span<const T> b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += !same(a[i], b[i]);
  return count;
}

}  // namespace xent::test
