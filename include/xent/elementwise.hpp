#pragma once
// The scalar functions over whole arrays, on the best instruction set of the machine (isa.hpp).
//
//   xent::sigmoid(x, out);    xent::bce_with_logits(x, y, out, xent::exact);
//
// Inputs first, output last: contiguous ranges of float or of double (std::vector, std::array,
// std::span, C arrays, Eigen vectors), all of one type and size. The output may be the very memory
// of an input. Empty ranges are fine. Meaning, domain and special values are the scalars'.
//
// Losses take options (options.hpp) after the output. Then a grade and an executor (executor.hpp)
// may follow, in any order:
//
//   xent::bce_with_logits(x, y, out, {.pos_weight = 3.0f}, xent::exact, xent::threads(4));
//
// Grades:
//   fast   (default) float within 2.5 ulp, subnormal results included; gradients of soft labels
//          within 2.5 ulp of their larger term. With pos_weight q up to 10¹⁹ and q·y not
//          subnormal; then the loss without fused multiply-add is within 3 (found: 2.79).
//   exact  float has the scalar functions' bits.
// double has one grade, the scalars' bound. An element's bits depend neither on its position nor on
// the length or alignment of its range, nor on which instruction set with fused multiply-add ran,
// nor on the executor.
//
// Throws std::invalid_argument where sizes differ or the output overlaps an input without being it
// (nothing is written then), and std::domain_error for a target outside [0, 1] or NaN, or a weight
// that is negative or NaN (the output is unspecified then). Without exceptions the message goes to
// stderr and the program aborts.

#include <xent/detail/bce_formulas.hpp>
#include <xent/detail/bce_with_logits_formulas.hpp>
#include <xent/detail/elementwise_call.hpp>
#include <xent/detail/sigmoid_formulas.hpp>

namespace xent::inline XENT_ABI {

// σ(x)
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void sigmoid(const X& x, Out&& out, const How&... how) {
  detail::map<detail::sigmoid_formula>(detail::checked_job<1>({"sigmoid", {"x"}}, out, x), how...);
}

// log σ(x)
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void log_sigmoid(const X& x, Out&& out, const How&... how) {
  detail::map<detail::log_sigmoid_formula>(detail::checked_job<1>({"log_sigmoid", {"x"}}, out, x),
                                           how...);
}

// log(1 + eˣ)
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void softplus(const X& x, Out&& out, const How&... how) {
  detail::map<detail::softplus_formula>(detail::checked_job<1>({"softplus", {"x"}}, out, x),
                                        how...);
}

// log(p/(1 − p))
template <detail::array_like P, detail::array_like Out, detail::manner... How>
void logit(const P& p, Out&& out, const How&... how) {
  detail::map<detail::logit_formula>(detail::checked_job<1>({"logit", {"p"}}, out, p), how...);
}

// σ(x)σ(−x)
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void sigmoid_grad(const X& x, Out&& out, const How&... how) {
  detail::map<detail::sigmoid_grad_formula>(detail::checked_job<1>({"sigmoid_grad", {"x"}}, out, x),
                                            how...);
}

// σ(−x)
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void log_sigmoid_grad(const X& x, Out&& out, const How&... how) {
  detail::map<detail::log_sigmoid_grad_formula>(
      detail::checked_job<1>({"log_sigmoid_grad", {"x"}}, out, x), how...);
}

// σ(x)
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void softplus_grad(const X& x, Out&& out, const How&... how) {
  detail::map<detail::softplus_grad_formula>(
      detail::checked_job<1>({"softplus_grad", {"x"}}, out, x), how...);
}

// 1/(p(1 − p))
template <detail::array_like P, detail::array_like Out, detail::manner... How>
void logit_grad(const P& p, Out&& out, const How&... how) {
  detail::map<detail::logit_grad_formula>(detail::checked_job<1>({"logit_grad", {"p"}}, out, p),
                                          how...);
}

// −y·log p − (1 − y)·log(1 − p)
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce(const P& p, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_formula>(detail::checked_job<2>({"bce", {"p", "y"}}, out, p, y), how...);
}
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce(const P& p, const Y& y, Out&& out, const options<detail::element_of<const P>>& options,
         const How&... how) {
  detail::map<detail::bce_formula>(detail::checked_job<2>({"bce", {"p", "y"}}, out, p, y), options,
                                   how...);
}

// d/dp bce(p, y)
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_grad(const P& p, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_grad_formula>(detail::checked_job<2>({"bce_grad", {"p", "y"}}, out, p, y),
                                        how...);
}
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_grad(const P& p, const Y& y, Out&& out,
              const options<detail::element_of<const P>>& options, const How&... how) {
  detail::map<detail::bce_grad_formula>(detail::checked_job<2>({"bce_grad", {"p", "y"}}, out, p, y),
                                        options, how...);
}

// (1 − y)·softplus(x) + q·y·softplus(−x)
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits(const X& x, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_with_logits_formula>(
      detail::checked_job<2>({"bce_with_logits", {"x", "y"}}, out, x, y), how...);
}
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits(const X& x, const Y& y, Out&& out,
                     const options<detail::element_of<const X>>& options, const How&... how) {
  detail::map<detail::bce_with_logits_formula>(
      detail::checked_job<2>({"bce_with_logits", {"x", "y"}}, out, x, y), options, how...);
}

// (1 − y)·σ(x) − q·y·σ(−x)
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_grad(const X& x, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_with_logits_grad_formula>(
      detail::checked_job<2>({"bce_with_logits_grad", {"x", "y"}}, out, x, y), how...);
}
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_grad(const X& x, const Y& y, Out&& out,
                          const options<detail::element_of<const X>>& options, const How&... how) {
  detail::map<detail::bce_with_logits_grad_formula>(
      detail::checked_job<2>({"bce_with_logits_grad", {"x", "y"}}, out, x, y), options, how...);
}

// (1 − y + q·y)·σ(x)σ(−x)
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_hess(const X& x, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_with_logits_hess_formula>(
      detail::checked_job<2>({"bce_with_logits_hess", {"x", "y"}}, out, x, y), how...);
}
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_hess(const X& x, const Y& y, Out&& out,
                          const options<detail::element_of<const X>>& options, const How&... how) {
  detail::map<detail::bce_with_logits_hess_formula>(
      detail::checked_job<2>({"bce_with_logits_hess", {"x", "y"}}, out, x, y), options, how...);
}

}  // namespace xent::inline XENT_ABI
