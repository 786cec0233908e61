#pragma once
// The loop that serves a type and grade: which kernel, in which body.

#include <xent/detail/block_loop.hpp>
#include <xent/grade.hpp>

namespace xent::inline XENT_ABI::detail {

// The kernel of each formula.
template <class Profile, class Arithmetic> struct one_kernel {
  template <class Formula> using of = kernel<Profile, Arithmetic>;
};
template <class Arithmetic, bool Deep> struct float_kernels {
  template <class Formula> static constexpr bool carries = !requires { Formula::is_robust; };
  template <class Formula> using of = kernel<binary32<carries<Formula>, Deep>, Arithmetic>;
};

// The loop of one or more formulas of the same arguments, for a type, grade and arithmetic.
template <class T, class Grade, class Arithmetic, std::size_t Inputs, class... Formulas>
struct loop_of;

template <class Arithmetic, class Grade, std::size_t Inputs, class... Formulas>
struct loop_of<double, Grade, Arithmetic, Inputs, Formulas...>
    : block_loop<direct<one_kernel<binary64, Arithmetic>, Formulas...>> {};

template <class Arithmetic, std::size_t Inputs, class... Formulas>
struct loop_of<float, exact_grade, Arithmetic, Inputs, Formulas...>
    : block_loop<rounded<one_kernel<float_in_double, Arithmetic>, Formulas...>> {};

// Probabilities need no exponential, and so no second body.
template <class Arithmetic, std::size_t Inputs, class... Formulas>
struct loop_of<float, fast_grade, Arithmetic, Inputs, Formulas...> {
  using deep = direct<float_kernels<Arithmetic, true>, Formulas...>;
  using shallow = direct<float_kernels<Arithmetic, false>, Formulas...>;

  template <class Job> XENT_INLINE static void over(const Job& j) {
    if constexpr ((requires { Formulas::takes_probability; } && ...)) {
      block_loop<deep>::over(j);
    } else {
      block_loop<deep, shallow>::over(j);
    }
  }
};

template <class Grade, class... Formulas> struct elementwise_loop {
  template <class Arithmetic, class Job> XENT_INLINE static void run(const Job& j) {
    loop_of<typename Job::real, Grade, Arithmetic, Job::inputs, Formulas...>::over(j);
  }
};

}  // namespace xent::inline XENT_ABI::detail
