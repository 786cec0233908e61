#pragma once
// Quotients by 1 + E and (1 + E)² for E = e⁻ᵃ in (0, 1], numerator and E being head + tail: one
// rounded division of the heads, then the first-order change by its remainder and by the tails. The
// change is an ulp or two, so an estimate of 1/(1 + E) good to 1 % serves there.

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/bits.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

// 1/(1 + E) to 1.02 % on [0, 1], equioscillating:  fpminimax(1/(1+x), 2, [|D...|], [0;1]);
template <class M> XENT_INLINE constexpr real_of<M> estimated_reciprocal_of_sum(real_of<M> e) {
  using T = real_of<M>;
  return M::fma(M::fma(T(32.0 / 99), e, T(-80.0 / 99)), e, T(98.0 / 99));
}

// n/(1 + E)
template <class M> XENT_INLINE constexpr real_of<M> over_sum(expansion_of<M> n, expansion_of<M> e) {
  using T = real_of<M>;
  const expansion_of<M> sum = M::sum(T(1), e.head);
  const T q = T(n.head / sum.head);
  if constexpr (!M::is_compensated) {
    return q;
  } else {
    // q·sum.head = q + q·(sum.head − 1), and q − n.head is exact. Subtracting the excess, which is
    // +0 where q is 0, leaves −0 as it is.
    const T excess =
        M::fma(q, T(sum.head - T(1)), T(q - n.head)) + M::fma(q, sum.tail + e.tail, -n.tail);
    return M::fma(-excess, estimated_reciprocal_of_sum<M>(e.head), q);
  }
}

// n/(1 + E)². Without tails (1 + E)² is 1 + E(2 + E), which rounds less than the square of a
// rounded sum.
template <class M>
XENT_INLINE constexpr real_of<M> over_square(expansion_of<M> n, expansion_of<M> e) {
  using T = real_of<M>;
  if constexpr (!M::is_compensated) {
    return T(n.head / M::fma(e.head, T(T(2) + e.head), T(1)));
  } else {
    const expansion_of<M> sum = M::sum(T(1), e.head);
    const expansion_of<M> square = M::square(sum.head);
    const T q = T(n.head / square.head);
    const T square_tail = M::fma(2 * sum.head, sum.tail + e.tail, square.tail);
    const T inverse = estimated_reciprocal_of_sum<M>(e.head);
    return M::fma(M::fma(-q, square_tail, n.tail), inverse * inverse, q);
  }
}

// 1/d for d ≥ 0, with 1/0 = ∞: 1/d − d.tail/d², the infinite quotient left out of the change.
template <class M> XENT_INLINE constexpr real_of<M> reciprocal(expansion_of<M> d) {
  using T = real_of<M>;
  const T q = M::divide(T(1), d.head);
  if constexpr (!M::is_compensated) {
    return q;
  } else {
    const T finite = at_most(q, largest_of<T>);
    return M::fma(-finite, d.tail * finite, q);
  }
}

}  // namespace xent::inline XENT_ABI::detail
