#pragma once
// The last arguments of an array call, in any order: a grade, an executor.

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include <xent/detail/base/ranges.hpp>
#include <xent/executor.hpp>
#include <xent/grade.hpp>

namespace xent::inline XENT_ABI {

// Calls with options or executors, and reductions, work on blocks of so many elements.
XENT_HIDDEN inline constexpr std::size_t block_size = 1024;

namespace detail {

// A matrix is no executor, though it can be called with two indices of any type.
template <class H>
concept manner = grade<std::remove_cvref_t<H>> ||
    (executor<std::remove_reference_t<H>> && !dense_matrix<H>);

// In the last arguments of one call.
template <class... Hs> constexpr void check_manners() {
  static_assert((0 + ... + int{grade<std::remove_cvref_t<Hs>>}) <= 1, "xent: one grade at most");
  static_assert((0 + ... + int{!grade<std::remove_cvref_t<Hs>>}) <= 1,
                "xent: one executor at most");
}

template <class... Hs> struct grade_among { using type = fast_grade; };
template <class H, class... Hs> struct grade_among<H, Hs...> : grade_among<Hs...> {};
template <grade G, class... Hs> struct grade_among<G, Hs...> { using type = G; };
// double has but one.
template <class T, class... Hs>
using grade_of =
    std::conditional_t<std::same_as<T, float>,
                       typename grade_among<std::remove_cvref_t<Hs>...>::type, fast_grade>;

// The executor as it was given, const or not; `serial` where there is none.
constexpr const serial_executor& executor_among() { return serial; }
template <class H, class... Hs> constexpr auto& executor_among(H& how, Hs&... more) {
  if constexpr (executor<H>) {
    return how;
  } else {
    return executor_among(more...);
  }
}

// body(block of the job) for all its blocks. An executor sees no exception: not all could pass one
// on (OpenMP's cannot).
template <class Job, class Executor, class Body>
void for_each_block(const Job& j, Executor& exec, const Body& body) {
  const std::size_t n_blocks = (j.size + block_size - 1) / block_size;
  const auto one_block = [&](std::size_t i) {
    const std::size_t begin = i * block_size;
    body(j.part(begin, (std::min)(block_size, j.size - begin)));
  };
  if constexpr (std::same_as<std::remove_const_t<Executor>, serial_executor>) {
    for (std::size_t i = 0; i < n_blocks; ++i) one_block(i);
  } else {
    first_failure failure;
    const auto guarded = [&](std::size_t i) { failure.guard(i, [&] { one_block(i); }); };
    // Variables, as the concept has them.
    std::size_t n = n_blocks;
    block_body body_of_all(guarded);
    exec(n, body_of_all);
    failure.rethrow();
  }
}

}  // namespace detail
}  // namespace xent::inline XENT_ABI
