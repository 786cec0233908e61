#pragma once
// The loop that serves a type and grade: which kernel, in which body.

#include <xent/detail/loops/tiled_loop.hpp>
#include <xent/grade.hpp>

namespace xent::inline XENT_ABI::detail {

// The kernel of each formula.
template <class Arithmetic> struct exact_kernels {
  template <class Formula> using of = kernel<float_in_double, Arithmetic>;
};
template <class Arithmetic, bool Deep> struct double_kernels {
  template <class Formula> using of = kernel<binary64<Deep>, Arithmetic>;
};
template <class Arithmetic, bool Deep> struct float_kernels {
  template <class Formula> static constexpr bool carries = !requires { Formula::is_robust; };
  template <class Formula> using of = kernel<binary32<carries<Formula>, Deep>, Arithmetic>;
};
// With a pos_weight the sum of a loss's two terms rounds once too often for 2.5 ulp.
template <class Arithmetic, bool Deep> struct weighted_float_kernels {
  template <class Formula> using of = kernel<binary32<true, Deep>, Arithmetic>;
};

template <class Formula>
concept of_probability = requires {
  Formula::takes_probability;
};
template <class Formula>
concept outgrowing = requires {
  Formula::outgrows_logit;
};

// Probabilities need no exponential, and so no second body; nor may it be asked for more than e⁻ᵃ.
template <class Formula>
inline constexpr bool has_depths = !of_probability<Formula> && !outgrowing<Formula>;

// The loop of one or more formulas of the same arguments, for a type, grade and arithmetic.
template <template <class, bool> class Kernels, class Arithmetic, class... Formulas>
using two_depths = std::conditional_t<(has_depths<Formulas> && ...),
                                      block_loop<direct<Kernels<Arithmetic, true>, Formulas...>,
                                                 direct<Kernels<Arithmetic, false>, Formulas...>>,
                                      block_loop<direct<Kernels<Arithmetic, true>, Formulas...>>>;

template <class T, std::size_t Inputs, class Grade, class Arithmetic, class... Formulas>
struct loop_of;

template <std::size_t Inputs, class Grade, class Arithmetic, class... Formulas>
struct loop_of<double, Inputs, Grade, Arithmetic, Formulas...>
    : two_depths<double_kernels, Arithmetic, Formulas...> {};

template <std::size_t Inputs, class Arithmetic, class... Formulas>
struct loop_of<float, Inputs, exact_grade, Arithmetic, Formulas...>
    : block_loop<rounded<exact_kernels<Arithmetic>, Formulas...>> {};

template <std::size_t Inputs, class Arithmetic, class... Formulas>
struct loop_of<float, Inputs, fast_grade, Arithmetic, Formulas...>
    : two_depths<float_kernels, Arithmetic, Formulas...> {};

template <class Arithmetic, class... Formulas>
struct loop_of<float, 3, fast_grade, Arithmetic, Formulas...>
    : two_depths<weighted_float_kernels, Arithmetic, Formulas...> {};

template <class Grade, class... Formulas> struct elementwise_loop {
  template <class Arithmetic, class Job> XENT_INLINE static void run(const Job& j) {
    loop_of<typename Job::real, Job::inputs, Grade, Arithmetic, Formulas...>::over(j);
  }
};

}  // namespace xent::inline XENT_ABI::detail
