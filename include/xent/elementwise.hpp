#pragma once
/// \defgroup arrays Whole arrays, element by element
/// \brief The scalar functions over whole arrays, on the best instruction set of the machine.
///
///     xent::sigmoid(x, out);    xent::bce_with_logits(x, y, out, xent::exact);
///
/// Inputs first, output last: contiguous ranges of float or of double (`std::vector`, `std::array`,
/// `std::span`, C arrays, Eigen vectors), all of one type and size. The output may be the very
/// memory of an input. Empty ranges are fine. Meaning, domain and special values are the scalars'.
///
/// Losses take \ref xent::options "options" after the output. Then a grade and an
/// \ref executors "executor" may follow, in any order:
///
///     xent::bce_with_logits(x, y, out, {.pos_weight = 3.0f}, xent::exact, xent::threads(4));
///
/// Grades:
/// - `fast` (default): float within 2.5 ulp, subnormal results included; gradients of soft labels
///   within 2.5 ulp of their larger term. With pos_weight q up to 10¹⁹ and q·y not subnormal; then
///   the loss without fused multiply-add is within 3 (found: 2.79).
/// - `exact`: float has the scalar functions' bits.
///
/// double has one grade, the scalars' bound. An element's bits depend neither on its position nor
/// on the length or alignment of its range, nor on which instruction set with fused multiply-add
/// ran, nor on the executor. The worst floats named below are `fast` ones, with and without fused
/// multiply-add, among every 101st float (labels 0 and 1) and 1.2·10⁷ random pairs (soft labels).
///
/// Throws `std::invalid_argument` where sizes differ or the output overlaps an input without being
/// it (nothing is written then), and `std::domain_error` for a target outside [0, 1] or NaN, or a
/// weight that is negative or NaN (the output is unspecified then). Without exceptions the message
/// goes to stderr and the program aborts.
///
/// \snippet array_losses.cpp errors
///
/// Complexity: one pass, linear; nothing is allocated. The formulas are the scalars'.

#include <xent/detail/bce_formulas.hpp>
#include <xent/detail/bce_with_logits_formulas.hpp>
#include <xent/detail/elementwise_call.hpp>
#include <xent/detail/sigmoid_formulas.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup arrays
/// \{

/// σ(x), element by element.
/// Worst float found: 2.35 ulp at (-0x1.0a6cfp+4): got 0x1.f7d74ap-25,
///   want 0x1.f7d74ep-25.
/// \snippet arrays.cpp sigmoid
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void sigmoid(const X& x, Out&& out, const How&... how) {
  detail::map<detail::sigmoid_formula>(detail::checked_job<1>({"sigmoid", {"x"}}, out, x), how...);
}

/// log σ(x), element by element.
/// Worst float found: 2.17 ulp at (-0x1.0fd78ep-8): got -0x1.63f454p-1,
///   want -0x1.63f45p-1.
/// \snippet arrays.cpp log_sigmoid
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void log_sigmoid(const X& x, Out&& out, const How&... how) {
  detail::map<detail::log_sigmoid_formula>(detail::checked_job<1>({"log_sigmoid", {"x"}}, out, x),
                                           how...);
}

/// log(1 + eˣ), element by element.
/// Worst float found: 2.15 ulp at (0x1.6213acp-11): got 0x1.63107p-1,
///   want 0x1.631074p-1.
/// \snippet arrays.cpp softplus
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void softplus(const X& x, Out&& out, const How&... how) {
  detail::map<detail::softplus_formula>(detail::checked_job<1>({"softplus", {"x"}}, out, x),
                                        how...);
}

/// log(p/(1 − p)), element by element.
/// Worst float found: 0.56 ulp at (0x1.aa8c54p-2): got -0x1.5909p-2,
///   want -0x1.590902p-2.
/// \snippet arrays.cpp logit
template <detail::array_like P, detail::array_like Out, detail::manner... How>
void logit(const P& p, Out&& out, const How&... how) {
  detail::map<detail::logit_formula>(detail::checked_job<1>({"logit", {"p"}}, out, p), how...);
}

/// σ(x)σ(−x), element by element.
/// Worst float found: 1.37 ulp at (-0x1.76c15ep+2): got 0x1.753e3ep-9,
///   want 0x1.753e4p-9.
/// \snippet arrays.cpp sigmoid_grad
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void sigmoid_grad(const X& x, Out&& out, const How&... how) {
  detail::map<detail::sigmoid_grad_formula>(detail::checked_job<1>({"sigmoid_grad", {"x"}}, out, x),
                                            how...);
}

/// σ(−x), element by element.
/// Worst float found: 2.37 ulp at (0x1.0a6ec8p+4): got 0x1.f79d3ep-25,
///   want 0x1.f79d42p-25.
/// \snippet arrays.cpp log_sigmoid_grad
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void log_sigmoid_grad(const X& x, Out&& out, const How&... how) {
  detail::map<detail::log_sigmoid_grad_formula>(
      detail::checked_job<1>({"log_sigmoid_grad", {"x"}}, out, x), how...);
}

/// σ(x), element by element.
/// Worst float found: 2.35 ulp at (-0x1.0a6cfp+4): got 0x1.f7d74ap-25,
///   want 0x1.f7d74ep-25.
/// \snippet arrays.cpp softplus_grad
template <detail::array_like X, detail::array_like Out, detail::manner... How>
void softplus_grad(const X& x, Out&& out, const How&... how) {
  detail::map<detail::softplus_grad_formula>(
      detail::checked_job<1>({"softplus_grad", {"x"}}, out, x), how...);
}

/// 1/(p(1 − p)), element by element.
/// Worst float found: 2.05 ulp at (0x1.2c3f54p-3): got 0x1.ff8a8ep+2,
///   want 0x1.ff8a92p+2.
/// \snippet arrays.cpp logit_grad
template <detail::array_like P, detail::array_like Out, detail::manner... How>
void logit_grad(const P& p, Out&& out, const How&... how) {
  detail::map<detail::logit_grad_formula>(detail::checked_job<1>({"logit_grad", {"p"}}, out, p),
                                          how...);
}

/// −y·log p − (1 − y)·log(1 − p), element by element.
/// Worst float found: 1.94 ulp at (0x1.0df91ep-2, 0x1.eecb6p-4): got
///   0x1.b870cp-2, want 0x1.b870bcp-2.
/// \snippet array_losses.cpp bce
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce(const P& p, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_formula>(detail::checked_job<2>({"bce", {"p", "y"}}, out, p, y), how...);
}
/// The same, with \ref xent::options "options".
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce(const P& p, const Y& y, Out&& out, const options<detail::element_of<const P>>& options,
         const How&... how) {
  detail::map<detail::bce_formula>(detail::checked_job<2>({"bce", {"p", "y"}}, out, p, y), options,
                                   how...);
}

/// d/dp bce(p, y), element by element.
/// Worst float found: 1.67 ulp at (0x1.0ec304p-1, 0x1.13f69ap-2): got
///   0x1.0a7238p+0, want 0x1.0a723cp+0.
/// \snippet array_losses.cpp bce_grad
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_grad(const P& p, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_grad_formula>(detail::checked_job<2>({"bce_grad", {"p", "y"}}, out, p, y),
                                        how...);
}
/// The same, with \ref xent::options "options".
template <detail::array_like P, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_grad(const P& p, const Y& y, Out&& out,
              const options<detail::element_of<const P>>& options, const How&... how) {
  detail::map<detail::bce_grad_formula>(detail::checked_job<2>({"bce_grad", {"p", "y"}}, out, p, y),
                                        options, how...);
}

/// (1 − y)·softplus(x) + q·y·softplus(−x), element by element.
/// Worst float found: 2.29 ulp at (0x1.d61e7cp-2, 0x1.fffff4p-1): got
///   0x1.f578p-2, want 0x1.f577fcp-2.
/// \snippet array_losses.cpp bce_with_logits
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits(const X& x, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_with_logits_formula>(
      detail::checked_job<2>({"bce_with_logits", {"x", "y"}}, out, x, y), how...);
}
/// The same, with \ref xent::options "options".
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits(const X& x, const Y& y, Out&& out,
                     const options<detail::element_of<const X>>& options, const How&... how) {
  detail::map<detail::bce_with_logits_formula>(
      detail::checked_job<2>({"bce_with_logits", {"x", "y"}}, out, x, y), options, how...);
}

/// (1 − y)·σ(x) − q·y·σ(−x), element by element.
/// Worst float found: 1.83 ulp of the larger term at (0x1.4ae662p+2, 0x1.989cep-4,
///   0x1.babe52p+18): got -0x1.fd582cp+7, want -0x1.fd5828p+7.
/// \snippet array_losses.cpp bce_with_logits_grad
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_grad(const X& x, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_with_logits_grad_formula>(
      detail::checked_job<2>({"bce_with_logits_grad", {"x", "y"}}, out, x, y), how...);
}
/// The same, with \ref xent::options "options".
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_grad(const X& x, const Y& y, Out&& out,
                          const options<detail::element_of<const X>>& options, const How&... how) {
  detail::map<detail::bce_with_logits_grad_formula>(
      detail::checked_job<2>({"bce_with_logits_grad", {"x", "y"}}, out, x, y), options, how...);
}

/// (1 − y + q·y)·σ(x)σ(−x), element by element.
/// Worst float found: 2.02 ulp at (-0x1.5bee34p+6, 0x1.347e4ep-2,
///   0x1.c97bc6p+0): got 0x1.c32f68p-126, want 0x1.c32f6cp-126.
/// \snippet array_losses.cpp bce_with_logits_hess
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_hess(const X& x, const Y& y, Out&& out, const How&... how) {
  detail::map<detail::bce_with_logits_hess_formula>(
      detail::checked_job<2>({"bce_with_logits_hess", {"x", "y"}}, out, x, y), how...);
}
/// The same, with \ref xent::options "options".
template <detail::array_like X, detail::array_like Y, detail::array_like Out, detail::manner... How>
void bce_with_logits_hess(const X& x, const Y& y, Out&& out,
                          const options<detail::element_of<const X>>& options, const How&... how) {
  detail::map<detail::bce_with_logits_hess_formula>(
      detail::checked_job<2>({"bce_with_logits_hess", {"x", "y"}}, out, x, y), options, how...);
}

/// \}

}  // namespace xent::inline XENT_ABI
