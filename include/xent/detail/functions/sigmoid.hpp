#pragma once
// σ, its logarithm and inverse, and their derivatives, over any mathematics M (kernel or generic).
// Everywhere a = |x| and E = e⁻ᵃ in (0, 1]: nothing overflows, and no difference cancels.

#include <xent/detail/math/quotients.hpp>

namespace xent::inline XENT_ABI::detail {

// σ(x) = 1/(1 + E) for x ≥ 0, E/(1 + E) for x < 0; where no errors are carried 1/(1 + e⁻ˣ), both
// terms divided by lift, so that nothing overflows.
struct sigmoid_formula {
  // In float its own rounding errors stay below 2.5 ulp, so that none need be carried.
  static constexpr bool is_robust = true;

  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x) {
    if constexpr (requires { M::dropped_exp_of_minus(x); }) {
      constexpr real_of<M> one = 1 / M::lift;
      return one / (one + M::dropped_exp_of_minus(x));
    }
    const number_of<M> e = M::exp_of_minus(M::magnitude(x));
    return over_sum<M>(M::by_sign(x, e, {real_of<M>(1), {}}), e);
  }
};

// log(1 + eˣ) = max(x, 0) + log(1 + E)
struct softplus_formula {
  static constexpr bool is_robust = true;

  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x) {
    using T = real_of<M>;
    const number_of<M> log_sum = M::log1p_of(M::exp_of_minus(M::magnitude(x)));
    return T(M::positive_part(x) + log_sum.head);
  }
};

// log σ(x) = −softplus(−x)
struct log_sigmoid_formula {
  static constexpr bool is_robust = true;

  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x) {
    using T = real_of<M>;
    return T(-softplus_formula::of<M>(T(-x)));
  }
};

// σ(x)σ(−x) = E/(1 + E)²
struct sigmoid_grad_formula {
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x) {
    const number_of<M> e = M::exp_of_minus(M::magnitude(x));
    return over_square<M>(e, e);
  }
};

// d/dx log σ(x) = σ(−x)
struct log_sigmoid_grad_formula {
  static constexpr bool is_robust = true;

  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> x) {
    return sigmoid_formula::of<M>(real_of<M>(-x));
  }
};

// d/dx softplus(x) = σ(x)
using softplus_grad_formula = sigmoid_formula;

// log(p/(1 − p)); adding +0 makes −0 an ordinary 0.
struct logit_formula {
  static constexpr bool takes_probability = true;
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> p) {
    using T = real_of<M>;
    const T from_zero = M::from_zero(p);
    return M::within_unit(p, M::log_odds(from_zero));
  }
};

// 1/(p(1 − p)), where the product of a subnormal p is raised, so as not to round coarsely.
struct logit_grad_formula {
  static constexpr bool is_robust = true;
  static constexpr bool takes_probability = true;
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> p) {
    using T = real_of<M>;
    const T from_zero = M::from_zero(p), raised = T(from_zero * T(M::raising));
    const number_of<M> q = M::complement(from_zero);
    const number_of<M> product = M::product(raised, q.head);
    const T inverse = reciprocal<M>({product.head, M::fma(raised, q.tail, product.tail)});
    return M::within_unit(p, T(inverse * T(M::raising)));
  }
};

// log(eᵃ + eᵇ) = max(a, b) + log(1 + E), E = e^−|a−b|
struct log_add_exp_formula {
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> a, real_of<M> b) {
    using T = real_of<M>;
    const auto log_sum = M::log1p_closely(M::exp_of_minus_gap(a, b));
    const T larger = larger_of(a, b);
    if (!M::is_finite(larger)) return T(larger + log_sum.head);
    const number_of<M> sum = M::sum_unordered(larger, log_sum.head);
    return T(sum.head + (sum.tail + log_sum.tail));
  }
  template <class T> static constexpr bool may_cancel(T a, T b) { return larger_of(a, b) < 0; }
  template <class M> static constexpr real_of<M> size_of_terms(real_of<M> a, real_of<M> b) {
    return M::magnitude(larger_of(a, b));
  }

 private:
  template <class T> static constexpr T larger_of(const T& a, const T& b) { return a < b ? b : a; }
};

}  // namespace xent::inline XENT_ABI::detail
