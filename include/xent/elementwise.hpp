#pragma once
// The scalar functions over whole arrays, on the best instruction set of the machine (isa.hpp).
//
//   xent::sigmoid(x, out);    xent::bce_with_logits(x, y, out, xent::exact);
//
// Inputs first, output last: contiguous ranges of float or of double (std::vector, std::array,
// std::span, C arrays, Eigen vectors), all of one type and size. The output may be the very memory
// of an input. Empty ranges are fine. Meaning, domain and special values are the scalars'.
//
// Grades, as the last argument:
//   fast   (default) float within 2.5 ulp, subnormal results included; soft labels: the gradient
//          within 2.5 ulp of its larger term.
//   exact  float has the scalar functions' bits.
// double has one grade, the scalars' bound. An element's bits depend neither on its position nor on
// the length or alignment of its range, nor on which instruction set with fused multiply-add ran.
//
// Throws std::invalid_argument where sizes differ or the output overlaps an input without being it
// (nothing is written then), and std::domain_error for a target outside [0, 1] or NaN (the output
// is unspecified then). Without exceptions the message goes to stderr and the program aborts.

#include <xent/detail/bce_formulas.hpp>
#include <xent/detail/bce_with_logits_formulas.hpp>
#include <xent/detail/elementwise_call.hpp>
#include <xent/detail/sigmoid_formulas.hpp>

namespace xent::inline XENT_ABI {

// σ(x)
template <detail::array_like X, detail::array_like Out, detail::grade G = fast_grade>
void sigmoid(const X& x, Out&& out, G = {}) {
  detail::map<detail::sigmoid_formula, G>({"sigmoid", {"x"}}, out, x);
}

// log σ(x)
template <detail::array_like X, detail::array_like Out, detail::grade G = fast_grade>
void log_sigmoid(const X& x, Out&& out, G = {}) {
  detail::map<detail::log_sigmoid_formula, G>({"log_sigmoid", {"x"}}, out, x);
}

// log(1 + eˣ)
template <detail::array_like X, detail::array_like Out, detail::grade G = fast_grade>
void softplus(const X& x, Out&& out, G = {}) {
  detail::map<detail::softplus_formula, G>({"softplus", {"x"}}, out, x);
}

// log(p/(1 − p))
template <detail::array_like P, detail::array_like Out, detail::grade G = fast_grade>
void logit(const P& p, Out&& out, G = {}) {
  detail::map<detail::logit_formula, G>({"logit", {"p"}}, out, p);
}

// σ(x)σ(−x)
template <detail::array_like X, detail::array_like Out, detail::grade G = fast_grade>
void sigmoid_grad(const X& x, Out&& out, G = {}) {
  detail::map<detail::sigmoid_grad_formula, G>({"sigmoid_grad", {"x"}}, out, x);
}

// σ(−x)
template <detail::array_like X, detail::array_like Out, detail::grade G = fast_grade>
void log_sigmoid_grad(const X& x, Out&& out, G = {}) {
  detail::map<detail::log_sigmoid_grad_formula, G>({"log_sigmoid_grad", {"x"}}, out, x);
}

// σ(x)
template <detail::array_like X, detail::array_like Out, detail::grade G = fast_grade>
void softplus_grad(const X& x, Out&& out, G = {}) {
  detail::map<detail::softplus_grad_formula, G>({"softplus_grad", {"x"}}, out, x);
}

// 1/(p(1 − p))
template <detail::array_like P, detail::array_like Out, detail::grade G = fast_grade>
void logit_grad(const P& p, Out&& out, G = {}) {
  detail::map<detail::logit_grad_formula, G>({"logit_grad", {"p"}}, out, p);
}

// −y·log p − (1 − y)·log(1 − p)
template <detail::array_like P, detail::array_like Y, detail::array_like Out,
          detail::grade G = fast_grade>
void bce(const P& p, const Y& y, Out&& out, G = {}) {
  detail::map<detail::bce_formula, G>({"bce", {"p", "y"}}, out, p, y);
}

// d/dp bce(p, y)
template <detail::array_like P, detail::array_like Y, detail::array_like Out,
          detail::grade G = fast_grade>
void bce_grad(const P& p, const Y& y, Out&& out, G = {}) {
  detail::map<detail::bce_grad_formula, G>({"bce_grad", {"p", "y"}}, out, p, y);
}

// (1 − y)·softplus(x) + y·softplus(−x)
template <detail::array_like X, detail::array_like Y, detail::array_like Out,
          detail::grade G = fast_grade>
void bce_with_logits(const X& x, const Y& y, Out&& out, G = {}) {
  detail::map<detail::bce_with_logits_formula, G>({"bce_with_logits", {"x", "y"}}, out, x, y);
}

// (1 − y)·σ(x) − y·σ(−x)
template <detail::array_like X, detail::array_like Y, detail::array_like Out,
          detail::grade G = fast_grade>
void bce_with_logits_grad(const X& x, const Y& y, Out&& out, G = {}) {
  detail::map<detail::bce_with_logits_grad_formula, G>({"bce_with_logits_grad", {"x", "y"}}, out, x,
                                                       y);
}

// σ(x)σ(−x)
template <detail::array_like X, detail::array_like Y, detail::array_like Out,
          detail::grade G = fast_grade>
void bce_with_logits_hess(const X& x, const Y& y, Out&& out, G = {}) {
  detail::map<detail::bce_with_logits_hess_formula, G>({"bce_with_logits_hess", {"x", "y"}}, out, x,
                                                       y);
}

}  // namespace xent::inline XENT_ABI
