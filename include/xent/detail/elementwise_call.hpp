#pragma once
// From a call on ranges to a loop: checks, the kernels of a type and grade, the instruction set.

#include <xent/detail/block_loop.hpp>
#include <xent/detail/multiversion.hpp>
#include <xent/detail/ranges.hpp>

namespace xent::inline XENT_ABI {

struct fast_grade {};
struct exact_grade {};
inline constexpr fast_grade fast{};
inline constexpr exact_grade exact{};

namespace detail {

template <class G>
concept grade = std::same_as<G, fast_grade> || std::same_as<G, exact_grade>;

template <class Formula> inline constexpr bool carries_in_float = !requires { Formula::is_robust; };

// The loop of a formula for one type and grade, to be instantiated for each arithmetic.
template <class Formula, class Grade, class T> struct elementwise_loop {
  static constexpr bool carries = carries_in_float<Formula>;

  template <class Arithmetic, class Job> XENT_INLINE static void run(const Job& j) {
    if constexpr (std::same_as<T, double>) {
      block_loop<direct<Formula, kernel<binary64, Arithmetic>>>::over(j);
    } else if constexpr (std::same_as<Grade, exact_grade>) {
      block_loop<rounded<Formula, kernel<float_in_double, Arithmetic>>>::over(j);
    } else if constexpr (requires { Formula::takes_probability; }) {
      block_loop<direct<Formula, kernel<binary32<carries, false>, Arithmetic>>>::over(j);
    } else {
      block_loop<direct<Formula, kernel<binary32<carries, true>, Arithmetic>>,
                 direct<Formula, kernel<binary32<carries, false>, Arithmetic>>>::over(j);
    }
  }
};

template <class Formula, class Grade, class Out, class... Ins>
void map(const call_names<sizeof...(Ins)>& names, Out& out, const Ins&... ins) {
  check_elements<Out, Ins...>();
  using T = element_of<Out>;
  const job<T, sizeof...(Ins)> j{names.function, {data_of(ins)...}, data_of(out), size_of(out)};
  check_job(names, j, {size_of(ins)...});
  run_best<elementwise_loop<Formula, Grade, T>>(j);
}

}  // namespace detail
}  // namespace xent::inline XENT_ABI
