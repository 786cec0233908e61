#pragma once
/// \defgroup reductions Losses summed, with their derivatives
/// \brief Losses summed in one pass, with their gradient and hessian; nothing is allocated.
///
///     double loss = xent::bce_with_logits_mean_and_grad(x, y, grad);
///     double sum = xent::bce_with_logits_sum(x, y, {.pos_weight = 3.0f}, xent::threads(4));
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

#include <xent/detail/functions/bce.hpp>
#include <xent/detail/functions/bce_with_logits.hpp>
#include <xent/detail/calls/reduce.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup reductions
/// \{

/// \var xent::block_size
/// Calls with options or executors, and reductions, work on blocks of so many elements, 1024: data
/// that come in pieces of its multiples add up to the same bits as in one.
/// \snippet reductions.cpp block_size

/// Σ wᵢ·bce(pᵢ, yᵢ), the weights w being 1 where none are given.
/// \snippet reductions.cpp bce_sum
template <detail::range_argument P, detail::range_argument Y, detail::manner... How>
double bce_sum(const P& p, const Y& y, const detail::options_of<P>& options = {}, How&&... how) {
  return detail::reduce<detail::averaging::sum, detail::bce_formula>({"bce_sum", {"p", "y"}}, p, y,
                                                                     std::tie(), options, how...);
}
/// The same without options.
template <detail::range_argument P, detail::range_argument Y, detail::manner H,
          detail::manner... Hs>
double bce_sum(const P& p, const Y& y, H&& how, Hs&&... more) {
  return bce_sum(p, y, detail::options_of<P>{}, how, more...);
}

/// bce_sum over the denominator that options name.
/// \snippet reductions.cpp bce_mean
template <detail::range_argument P, detail::range_argument Y, detail::manner... How>
double bce_mean(const P& p, const Y& y, const detail::options_of<P>& options = {}, How&&... how) {
  return detail::reduce<detail::averaging::mean, detail::bce_formula>(
      {"bce_mean", {"p", "y"}}, p, y, std::tie(), options, how...);
}
/// The same without options.
template <detail::range_argument P, detail::range_argument Y, detail::manner H,
          detail::manner... Hs>
double bce_mean(const P& p, const Y& y, H&& how, Hs&&... more) {
  return bce_mean(p, y, detail::options_of<P>{}, how, more...);
}

/// Σ wᵢ·bce_with_logits(xᵢ, yᵢ, qᵢ), the weights w being 1 where none are given.
/// \snippet reductions.cpp bce_with_logits_sum
template <detail::range_argument X, detail::range_argument Y, detail::manner... How>
double bce_with_logits_sum(const X& x, const Y& y, const detail::options_of<X>& options = {},
                           How&&... how) {
  return detail::reduce<detail::averaging::sum, detail::bce_with_logits_formula>(
      {"bce_with_logits_sum", {"x", "y"}}, x, y, std::tie(), options, how...);
}
/// The same without options.
template <detail::range_argument X, detail::range_argument Y, detail::manner H,
          detail::manner... Hs>
double bce_with_logits_sum(const X& x, const Y& y, H&& how, Hs&&... more) {
  return bce_with_logits_sum(x, y, detail::options_of<X>{}, how, more...);
}

/// bce_with_logits_sum over the denominator that options name.
/// \snippet reductions.cpp bce_with_logits_mean
template <detail::range_argument X, detail::range_argument Y, detail::manner... How>
double bce_with_logits_mean(const X& x, const Y& y, const detail::options_of<X>& options = {},
                            How&&... how) {
  return detail::reduce<detail::averaging::mean, detail::bce_with_logits_formula>(
      {"bce_with_logits_mean", {"x", "y"}}, x, y, std::tie(), options, how...);
}
/// The same without options.
template <detail::range_argument X, detail::range_argument Y, detail::manner H,
          detail::manner... Hs>
double bce_with_logits_mean(const X& x, const Y& y, H&& how, Hs&&... more) {
  return bce_with_logits_mean(x, y, detail::options_of<X>{}, how, more...);
}

/// The sum, and gradᵢ = d sum/dxᵢ.
/// \snippet reductions.cpp bce_with_logits_sum_and_grad
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::manner... How>
double bce_with_logits_sum_and_grad(const X& x, const Y& y, Grad&& grad,
                                    const detail::options_of<X>& options = {}, How&&... how) {
  return detail::reduce<detail::averaging::sum, detail::bce_with_logits_formula,
                        detail::bce_with_logits_grad_formula>(
      {"bce_with_logits_sum_and_grad", {"x", "y"}}, x, y, std::tie(grad), options, how...);
}
/// The same without options.
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::manner H, detail::manner... Hs>
double bce_with_logits_sum_and_grad(const X& x, const Y& y, Grad&& grad, H&& how, Hs&&... more) {
  return bce_with_logits_sum_and_grad(x, y, grad, detail::options_of<X>{}, how, more...);
}

/// The mean, and gradᵢ = d mean/dxᵢ.
/// \snippet reductions.cpp bce_with_logits_mean_and_grad
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::manner... How>
double bce_with_logits_mean_and_grad(const X& x, const Y& y, Grad&& grad,
                                     const detail::options_of<X>& options = {}, How&&... how) {
  return detail::reduce<detail::averaging::mean, detail::bce_with_logits_formula,
                        detail::bce_with_logits_grad_formula>(
      {"bce_with_logits_mean_and_grad", {"x", "y"}}, x, y, std::tie(grad), options, how...);
}
/// The same without options.
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::manner H, detail::manner... Hs>
double bce_with_logits_mean_and_grad(const X& x, const Y& y, Grad&& grad, H&& how, Hs&&... more) {
  return bce_with_logits_mean_and_grad(x, y, grad, detail::options_of<X>{}, how, more...);
}

/// The sum, gradᵢ, and hessᵢ = d² sum/dxᵢ².
/// \snippet reductions.cpp bce_with_logits_sum_and_grad_hess
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::range_argument Hess, detail::manner... How>
double bce_with_logits_sum_and_grad_hess(const X& x, const Y& y, Grad&& grad, Hess&& hess,
                                         const detail::options_of<X>& options = {}, How&&... how) {
  return detail::reduce<detail::averaging::sum, detail::bce_with_logits_formula,
                        detail::bce_with_logits_grad_formula, detail::bce_with_logits_hess_formula>(
      {"bce_with_logits_sum_and_grad_hess", {"x", "y"}}, x, y, std::tie(grad, hess), options,
      how...);
}
/// The same without options.
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Grad,
          detail::range_argument Hess, detail::manner H, detail::manner... Hs>
double bce_with_logits_sum_and_grad_hess(const X& x, const Y& y, Grad&& grad, Hess&& hess, H&& how,
                                         Hs&&... more) {
  return bce_with_logits_sum_and_grad_hess(x, y, grad, hess, detail::options_of<X>{}, how, more...);
}

/// The same, with gradᵢ and hessᵢ as pairsₖ, k = 2i and 2i + 1: what boosted trees take.
/// \snippet reductions.cpp pairs
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Pairs,
          detail::manner... How>
double bce_with_logits_sum_and_grad_hess(const X& x, const Y& y, Pairs&& pairs,
                                         const detail::options_of<X>& options = {}, How&&... how) {
  return detail::reduce<detail::averaging::sum, detail::bce_with_logits_formula,
                        detail::bce_with_logits_grad_formula, detail::bce_with_logits_hess_formula>(
      {"bce_with_logits_sum_and_grad_hess", {"x", "y"}}, x, y, std::tie(pairs), options, how...);
}
/// The same without options.
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Pairs,
          detail::manner H, detail::manner... Hs>
double bce_with_logits_sum_and_grad_hess(const X& x, const Y& y, Pairs&& pairs, H&& how,
                                         Hs&&... more) {
  return bce_with_logits_sum_and_grad_hess(x, y, pairs, detail::options_of<X>{}, how, more...);
}

/// \}

}  // namespace xent::inline XENT_ABI
