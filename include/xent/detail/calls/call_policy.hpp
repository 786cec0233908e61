#pragma once
// The last arguments of an array call, in any order: a grade and an executor say how it is done.
// Options, where a call takes them, come first.

#include <concepts>
#include <type_traits>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/executor.hpp>
#include <xent/grade.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

template <class P>
concept grade_argument = grade<std::remove_cvref_t<P>>;
// A matrix is no executor, though it can be called with two indices of any type.
template <class P>
concept executor_argument = executor<std::remove_reference_t<P>> && !dense_matrix<P>;
template <class P>
concept call_policy = grade_argument<P> || executor_argument<P>;

// A call's first argument after its ranges: its options, or a policy where it has none. A braced
// list is the default of the template parameter, options_of<R>.
template <class O, class R>
concept options_or_policy = std::same_as<std::remove_cvref_t<O>, options_of<R>> || call_policy<O>;

template <class... Policies> constexpr void check_policies() {
  static_assert((0 + ... + int{grade_argument<Policies>}) <= 1, "xent: one grade at most");
  static_assert((0 + ... + int{executor_argument<Policies>}) <= 1, "xent: one executor at most");
}

template <class T, class... Arguments> struct grade_among { using type = fast_grade; };
template <class T, class First, class... More>
struct grade_among<T, First, More...> : grade_among<T, More...> {};
template <class T, grade_argument First, class... More> struct grade_among<T, First, More...> {
  // double has but one.
  using type = std::conditional_t<std::same_as<T, float>, std::remove_cvref_t<First>, fast_grade>;
};
template <class T, class... Arguments> using grade_of = typename grade_among<T, Arguments...>::type;

// The executor as it was given, const or not; `serial` where there is none.
constexpr const serial_executor& executor_among() { return serial; }
template <class First, class... More> constexpr auto& executor_among(First& first, More&... more) {
  if constexpr (executor_argument<First>) {
    return first;
  } else {
    return executor_among(more...);
  }
}

// The options as they were given, or those of a call without.
template <class T> XENT_HIDDEN inline constexpr options<T> no_options{};
template <class T> constexpr const options<T>& options_among(const options<T>& given) {
  return given;
}
template <class T, call_policy Policy> constexpr const options<T>& options_among(const Policy&) {
  return no_options<T>;
}

}  // namespace xent::inline XENT_ABI::detail
