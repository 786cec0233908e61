#pragma once
// Binary cross-entropy of a probability, and its derivative, over any mathematics M.

#include <xent/detail/math/quotients.hpp>

namespace xent::inline XENT_ABI::detail {

struct clamped_bce_formula;
struct clamped_bce_grad_formula;

// −y·log p − (1 − y)·log(1 − p): both terms ≥ 0; adding +0 makes −0 an ordinary 0.
struct bce_formula {
  static constexpr bool takes_probability = true;
  using clamped = clamped_bce_formula;
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> p, real_of<M> y) {
    const auto from_zero = M::from_zero(p);
    return M::within_unit(p, from_logs<M>(M::minus_log(from_zero), M::minus_log1m(from_zero), y));
  }

  // From −log p and −log(1 − p).
  template <class M>
  XENT_INLINE static constexpr real_of<M> from_logs(number_of<M> of_one, number_of<M> of_zero,
                                                    real_of<M> y) {
    using T = real_of<M>;
    const number_of<M> w = M::sum(T(1), T(-y));
    const auto tails =
        M::fma(of_one.tail, y, M::fma(of_zero.tail, w.head, M::finite(of_zero.head) * w.tail));
    const T loss = M::weighted_sum(of_one.head, y, of_zero.head, w.head, tails);
    return T(loss + T(0));
  }
};

// (1 − y)/(1 − p) − y/p, a term being 0 where its weight is.
struct bce_grad_formula {
  static constexpr bool takes_probability = true;
  using clamped = clamped_bce_grad_formula;
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> p, real_of<M> y) {
    return M::within_unit(p, difference<M>(M::from_zero(p), y));
  }
  template <class T> static constexpr bool may_cancel(T, T y) { return !exactly_equal(y, y * y); }
  template <class M> static constexpr real_of<M> size_of_terms(real_of<M> p, real_of<M> y) {
    return M::magnitude(M::share(1 - y, 1 - p)) + M::magnitude(M::share(y, p));
  }
  // Beyond the difference itself: twice its smaller part.
  template <class M> static constexpr real_of<M> terms_at_most(real_of<M> p, real_of<M> y) {
    return 2 * M::share(y, M::from_zero(p));
  }

 protected:
  // For p in [0, 1], not −0.
  template <class M>
  XENT_INLINE static constexpr real_of<M> difference(real_of<M> p, real_of<M> y) {
    using T = real_of<M>;
    return T(M::share(M::sum(T(1), T(-y)), M::complement(p)) - M::share(y, p));
  }
};

// As PyTorch's BCELoss clamps them: no logarithm below −100, no p(1 − p) below 10⁻¹² under the
// gradient's p − y (pytorch.org/docs, torch.nn.BCELoss).
struct clamped_bce_formula {
  static constexpr bool takes_probability = true;
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> p, real_of<M> y) {
    using T = real_of<M>;
    const T from_zero = M::from_zero(p);
    return M::within_unit(
        p, bce_formula::from_logs<M>(M::limited(M::minus_log(from_zero), T(100)),
                                     M::limited(M::minus_log1m(from_zero), T(100)), y));
  }
};

// Where the gradient is clamped, the exact quotients are not used. They are evaluated at p + ¼
// there, because at 0 or 1 they would divide by 0 and raise a flag.
struct clamped_bce_grad_formula : bce_grad_formula {
  template <class M> XENT_INLINE static constexpr real_of<M> of(real_of<M> p, real_of<M> y) {
    using T = real_of<M>;
    const T from_zero = M::from_zero(p);
    const number_of<M> n = M::sum_unordered(from_zero, T(-y));
    const T clamped = M::fma(n.head, T(1e12), M::fma(T(1e12), n.tail, T(0)));
    const T unclamped_p = T(from_zero + if_clamped<M>(from_zero, T(0.25), T(0)));
    const T value = if_clamped<M>(from_zero, clamped, difference<M>(unclamped_p, y));
    return M::within_unit(p, value);
  }
  // At least as large as the terms of the clamped gradient.
  template <class M> static constexpr real_of<M> size_of_terms(real_of<M> p, real_of<M> y) {
    using T = real_of<M>;
    return M::magnitude(M::share(1 - y, at_least(T(1 - p), T(1e-12)))) +
           M::magnitude(M::share(y, at_least(p, T(1e-12))));
  }
  template <class M> static constexpr real_of<M> terms_at_most(real_of<M> p, real_of<M> y) {
    using T = real_of<M>;
    return 2 * M::share(y, at_least(M::from_zero(p), T(1e-12)));
  }

 private:
  template <class M>
  XENT_INLINE static constexpr real_of<M> if_clamped(real_of<M> p, real_of<M> then,
                                                     real_of<M> otherwise) {
    using T = real_of<M>;
    return M::if_less(T(p * T(T(1) - p)), T(1e-12), then, otherwise);
  }
};

}  // namespace xent::inline XENT_ABI::detail
