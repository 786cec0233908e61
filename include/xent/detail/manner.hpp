#pragma once
// The last arguments of an array call, in any order: a grade, an executor.

#include <algorithm>
#include <cstddef>

#include <xent/executor.hpp>
#include <xent/grade.hpp>

namespace xent::inline XENT_ABI {

// Calls with options or executors, and reductions, work on blocks of so many elements.
inline constexpr std::size_t block_size = 1024;

namespace detail {

template <class H>
concept manner = grade<H> || executor<H>;

template <class... Hs> struct grade_among { using type = fast_grade; };
template <class H, class... Hs> struct grade_among<H, Hs...> : grade_among<Hs...> {};
template <grade G, class... Hs> struct grade_among<G, Hs...> { using type = G; };
template <class... Hs> using grade_of = typename grade_among<Hs...>::type;

constexpr const serial_executor& executor_among() { return serial; }
template <class H, class... Hs>
constexpr const auto& executor_among(const H& how, const Hs&... more) {
  if constexpr (executor<H>) {
    return how;
  } else {
    return executor_among(more...);
  }
}

// body(block of the job) for all its blocks.
template <class Job, class Executor, class Body>
void for_each_block(const Job& j, const Executor& exec, const Body& body) {
  const auto one_block = [&](std::size_t i) {
    const std::size_t begin = i * block_size;
    body(j.part(begin, std::min(block_size, j.size - begin)));
  };
  exec((j.size + block_size - 1) / block_size, block_body(one_block));
}

}  // namespace detail
}  // namespace xent::inline XENT_ABI
