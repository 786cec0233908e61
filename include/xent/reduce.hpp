#pragma once
/// \defgroup reductions Losses summed, with their derivatives
/// \brief Losses summed in one pass, with their gradient and hessian; nothing is allocated.
///
///     double loss = xent::bce_with_logits_mean_and_grad(x, y, grad);
///     double sum = xent::bce_with_logits_sum(x, y, {.pos_weight = 3.0f}, xent::threads(4));
///
/// `threads` is in <xent/threads.hpp>, which <xent/xent.hpp> does not include.
///
/// x, y (p for probabilities), grad and hess are contiguous ranges of float or of double, all of
/// one type and size; grad and hess may be the very memory of x or y. \ref xent::options "Options",
/// then a grade and an \ref executors "executor" may follow, the last two in any order.
///
/// Terms, gradients and hessians have the bits, and so the error bounds and special values, of the
/// functions \ref arrays "element by element" of the same grade. Then gradients and hessians are
/// multiplied by w/d, the weight's share of what a mean divides by: at most three more roundings,
/// and no overflow or underflow on the way, also where the sum of the weights exceeds double (in
/// double only w/d is rounded where it is subnormal). Sums are formed in double, exactly between
/// blocks of block_size elements: off by less than 2⁻⁵⁰ of the sum of the terms, for any number of
/// elements (worst found: 2⁻⁵⁵·³, for 10⁸ floats against a sum of 200 bits), and the same bits for
/// any executor, any instruction set with fused multiply-add (exact: any), and any split at
/// multiples of block_size:
///
///     xent::loss_sum total;
///     for (auto& p : pieces) xent::bce_with_logits_sum(p.x, p.y, {.accumulator = &total});
///     double sum = total.value();
///
/// A term that is NaN makes the sum NaN, one that is +∞ makes it +∞. The sum of nothing is 0. A
/// mean whose denominator is 0 (no elements, all ignored, weights that add up to 0) is a quiet NaN
/// with derivatives of 0; it throws nothing and raises no flag. A sum beyond the largest double is
/// ∞, and so is its mean by count. Errors as for the functions element by element.
///
/// Complexity: one pass, linear; a mean over weights or with ignored targets takes another for its
/// denominator. The sum of a block folds by halves; the blocks' sums are added by R. M. Neal's
/// superaccumulator, "Fast exact summation using small and large superaccumulators", 2015.
///
/// In the examples
/// \snippet reductions.cpp data

#include <tuple>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/calls/call_policy.hpp>
#include <xent/detail/calls/reduce.hpp>
#include <xent/detail/calls/reduction_outputs.hpp>
#include <xent/detail/functions/bce.hpp>
#include <xent/detail/functions/bce_with_logits.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup reductions
/// \{

/// Σ wᵢ·bce(pᵢ, yᵢ), the weights w being 1 where none are given.
/// \snippet reductions.cpp bce_sum
template <detail::range_argument P, detail::range_argument Y,
          detail::options_or_policy<P> Options = detail::options_of<P>,
          detail::call_policy... Policies>
double bce_sum(const P& p, const Y& y, Options&& options = {}, Policies&&... policies) {
  return detail::reduce<detail::functions::bce, detail::averaging::sum, 0>(p, y, std::tie(),
                                                                           options, policies...);
}

/// bce_sum over the denominator that options name.
/// \snippet reductions.cpp bce_mean
template <detail::range_argument P, detail::range_argument Y,
          detail::options_or_policy<P> Options = detail::options_of<P>,
          detail::call_policy... Policies>
double bce_mean(const P& p, const Y& y, Options&& options = {}, Policies&&... policies) {
  return detail::reduce<detail::functions::bce, detail::averaging::mean, 0>(p, y, std::tie(),
                                                                            options, policies...);
}

/// Σ wᵢ·bce_with_logits(xᵢ, yᵢ, qᵢ), the weights w being 1 where none are given.
/// \snippet reductions.cpp bce_with_logits_sum
template <detail::range_argument X, detail::range_argument Y,
          detail::options_or_policy<X> Options = detail::options_of<X>,
          detail::call_policy... Policies>
double bce_with_logits_sum(const X& x, const Y& y, Options&& options = {}, Policies&&... policies) {
  return detail::reduce<detail::functions::bce_with_logits, detail::averaging::sum, 0>(
      x, y, std::tie(), options, policies...);
}

/// bce_with_logits_sum over the denominator that options name.
/// \snippet reductions.cpp bce_with_logits_mean
template <detail::range_argument X, detail::range_argument Y,
          detail::options_or_policy<X> Options = detail::options_of<X>,
          detail::call_policy... Policies>
double bce_with_logits_mean(const X& x, const Y& y, Options&& options = {},
                            Policies&&... policies) {
  return detail::reduce<detail::functions::bce_with_logits, detail::averaging::mean, 0>(
      x, y, std::tie(), options, policies...);
}

/// The sum, and gradᵢ = d sum/dxᵢ.
/// \snippet reductions.cpp bce_with_logits_sum_and_grad
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::options_or_policy<X> Options = detail::options_of<X>,
          detail::call_policy... Policies>
double bce_with_logits_sum_and_grad(const X& x, const Y& y, Grad&& grad, Options&& options = {},
                                    Policies&&... policies) {
  return detail::reduce<detail::functions::bce_with_logits, detail::averaging::sum, 1>(
      x, y, std::tie(grad), options, policies...);
}

/// The mean, and gradᵢ = d mean/dxᵢ.
/// \snippet reductions.cpp bce_with_logits_mean_and_grad
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::options_or_policy<X> Options = detail::options_of<X>,
          detail::call_policy... Policies>
double bce_with_logits_mean_and_grad(const X& x, const Y& y, Grad&& grad, Options&& options = {},
                                     Policies&&... policies) {
  return detail::reduce<detail::functions::bce_with_logits, detail::averaging::mean, 1>(
      x, y, std::tie(grad), options, policies...);
}

/// The sum, gradᵢ, and hessᵢ = d² sum/dxᵢ².
/// \snippet reductions.cpp bce_with_logits_sum_and_grad_hess
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::range_argument Hess, detail::options_or_policy<X> Options = detail::options_of<X>,
          detail::call_policy... Policies>
double bce_with_logits_sum_and_grad_hess(const X& x, const Y& y, Grad&& grad, Hess&& hess,
                                         Options&& options = {}, Policies&&... policies) {
  return detail::reduce<detail::functions::bce_with_logits, detail::averaging::sum, 2>(
      x, y, std::tie(grad, hess), options, policies...);
}

/// The same, with gradᵢ and hessᵢ as pairsₖ, k = 2i and 2i + 1: what boosted trees take.
/// \snippet reductions.cpp pairs
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Pairs,
          detail::options_or_policy<X> Options = detail::options_of<X>,
          detail::call_policy... Policies>
double bce_with_logits_sum_and_grad_hess(const X& x, const Y& y, Pairs&& pairs,
                                         Options&& options = {}, Policies&&... policies) {
  return detail::reduce<detail::functions::bce_with_logits, detail::averaging::sum, 2>(
      x, y, std::tie(pairs), options, policies...);
}

/// \}

}  // namespace xent::inline XENT_ABI
