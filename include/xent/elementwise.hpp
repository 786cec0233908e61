#pragma once
/// \defgroup arrays Whole arrays, element by element
/// \brief The scalar functions over whole arrays, on the best instruction set of the machine.
///
///     xent::sigmoid(x, out);    xent::bce_with_logits(x, y, out, xent::exact);
///
/// `threads` is in <xent/threads.hpp>. Inputs first, output last: contiguous ranges of float or of
/// double (`std::vector`, `std::array`, `std::span`, C arrays, Eigen's vectors and matrices without
/// gaps), all of one type and size. Of matrices the elements are paired in memory order, so those
/// of one call must have one shape and one order. What is no such range does not compile; a stride
/// that only the object knows is `std::invalid_argument`. The output may be the very memory of an
/// input. Empty ranges are fine. Meaning, domain and special values are the scalars'.
///
/// Losses take \ref xent::options "options" after the output. Then a grade and an
/// \ref executors "executor" may follow, in any order:
///
///     xent::bce_with_logits(x, y, out, {.pos_weight = 3.0f}, xent::exact, xent::threads(4));
///
/// Error bounds are those of the grade, xent::fast (the default) or xent::exact. An element's bits
/// depend neither on its position nor on the length or alignment of its range, nor on which
/// instruction set with fused multiply-add ran, nor on the executor. The worst floats named below
/// are `fast` ones, with and without fused multiply-add, among all floats (labels 0 and 1) and 10⁹
/// random arguments (the others).
///
/// Throws `std::invalid_argument` where sizes differ or the output overlaps an input without being
/// it (nothing is written then), and `std::domain_error` for a target outside [0, 1] or NaN, or an
/// element of a range of weights that is negative, infinite or NaN (the output is unspecified
/// then); an element of weight 0 is not looked at. Without exceptions the message goes to stderr
/// and the program aborts.
///
/// \snippet array_losses.cpp errors
///
/// Complexity: one pass, linear; nothing is allocated. The formulas are the scalars'.

#include <tuple>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/ranges.hpp>
#include <xent/detail/calls/call_policy.hpp>
#include <xent/detail/calls/elementwise.hpp>
#include <xent/detail/functions/bce.hpp>
#include <xent/detail/functions/bce_with_logits.hpp>
#include <xent/detail/functions/logit.hpp>
#include <xent/detail/functions/sigmoid.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI {

/// \addtogroup arrays
/// \{

/// σ(x), element by element.
/// Worst float found: 2.49 ulp at (-0x1.0a2bd8p+4).
/// \snippet arrays.cpp sigmoid
template <detail::range_argument X, detail::range_argument Out, detail::call_policy... Policies>
void sigmoid(const X& x, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::sigmoid>(std::tie(x), out, policies...);
}

/// log σ(x), element by element.
/// Worst float found: 2.23 ulp at (0x1.ad72fep-9).
/// \snippet arrays.cpp log_sigmoid
template <detail::range_argument X, detail::range_argument Out, detail::call_policy... Policies>
void log_sigmoid(const X& x, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::log_sigmoid>(std::tie(x), out, policies...);
}

/// log(1 + eˣ), element by element.
/// Worst float found: 2.23 ulp at (0x1.ad72fep-9).
/// \snippet arrays.cpp softplus
template <detail::range_argument X, detail::range_argument Out, detail::call_policy... Policies>
void softplus(const X& x, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::softplus>(std::tie(x), out, policies...);
}

/// log(p/(1 − p)), element by element.
/// Worst float found: 0.58 ulp at (0x1.aa62d4p-2).
/// \snippet arrays.cpp logit
template <detail::range_argument P, detail::range_argument Out, detail::call_policy... Policies>
void logit(const P& p, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::logit>(std::tie(p), out, policies...);
}

/// σ(x)σ(−x), element by element.
/// Worst float found: 1.47 ulp at (0x1.776738p+2).
/// \snippet arrays.cpp sigmoid_grad
template <detail::range_argument X, detail::range_argument Out, detail::call_policy... Policies>
void sigmoid_grad(const X& x, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::sigmoid_grad>(std::tie(x), out, policies...);
}

/// σ(−x), element by element.
/// Worst float found: 2.49 ulp at (-0x1.0a2bd8p+4).
/// \snippet arrays.cpp log_sigmoid_grad
template <detail::range_argument X, detail::range_argument Out, detail::call_policy... Policies>
void log_sigmoid_grad(const X& x, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::log_sigmoid_grad>(std::tie(x), out, policies...);
}

/// σ(x), element by element.
/// Worst float found: 2.49 ulp at (-0x1.0a2bd8p+4).
/// \snippet arrays.cpp softplus_grad
template <detail::range_argument X, detail::range_argument Out, detail::call_policy... Policies>
void softplus_grad(const X& x, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::softplus_grad>(std::tie(x), out, policies...);
}

/// 1/(p(1 − p)), element by element.
/// Worst float found: 2.05 ulp at (0x1.2c3f54p-3).
/// \snippet arrays.cpp logit_grad
template <detail::range_argument P, detail::range_argument Out, detail::call_policy... Policies>
void logit_grad(const P& p, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::logit_grad>(std::tie(p), out, policies...);
}

/// −y·log p − (1 − y)·log(1 − p), element by element.
/// Worst float found, label 0 or 1: 1.07 ulp at (0x1.005cbcp-2, 0x0p+0).
/// Worst float found, soft label: 1.55 ulp at (0x1.7a3fe2p-1, 0x1.ccccccp-1).
/// \snippet array_losses.cpp bce
template <detail::range_argument P, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce(const P& p, const Y& y, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::bce>(std::tie(p, y), out, policies...);
}
/// The same, with \ref xent::options "options".
template <detail::range_argument P, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce(const P& p, const Y& y, Out&& out, const detail::options_of<P>& options,
         Policies&&... policies) {
  detail::evaluate_elementwise_with<detail::functions::bce>(options, std::tie(p, y), out,
                                                            policies...);
}

/// d/dp bce(p, y), element by element.
/// Worst float found, label 0 or 1: 1.03 ulp at (0x1.19e86ap-2, 0x0p+0).
/// Worst float found, soft label: 1.76 ulp at (0x1.0af05ep-1, 0x1.0d90dep-2).
/// \snippet array_losses.cpp bce_grad
template <detail::range_argument P, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_grad(const P& p, const Y& y, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::bce_grad>(std::tie(p, y), out, policies...);
}
/// The same, with \ref xent::options "options".
template <detail::range_argument P, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_grad(const P& p, const Y& y, Out&& out, const detail::options_of<P>& options,
              Policies&&... policies) {
  detail::evaluate_elementwise_with<detail::functions::bce_grad>(options, std::tie(p, y), out,
                                                                 policies...);
}

/// (1 − y)·softplus(x) + q·y·softplus(−x), element by element.
/// Worst float found, label 0 or 1: 2.23 ulp at (0x1.ad72fep-9, 0x0p+0).
/// Worst float found, soft label: 2.28 ulp at (0x1.d0d17p-2, 0x1.ffe63p-1).
/// Worst float found, pos_weight: 2.38 ulp at (-0x1.f51cccp-10, 0x1p+0, 0x1.6fc50ep+14).
/// \snippet array_losses.cpp bce_with_logits
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_with_logits(const X& x, const Y& y, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::bce_with_logits>(std::tie(x, y), out,
                                                                   policies...);
}
/// The same, with \ref xent::options "options".
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_with_logits(const X& x, const Y& y, Out&& out, const detail::options_of<X>& options,
                     Policies&&... policies) {
  detail::evaluate_elementwise_with<detail::functions::bce_with_logits>(options, std::tie(x, y),
                                                                        out, policies...);
}

/// (1 − y)·σ(x) − q·y·σ(−x), element by element.
/// Worst float found, label 0 or 1: 1.03 ulp at (-0x1.75dddcp+2, 0x0p+0).
/// Worst float found, soft label: 1.63 ulp at (0x1.fc62dap-1, 0x1.ccccccp-1).
/// Worst float found, pos_weight: 1.95 ulp at (-0x1.49c5d4p+2, 0x1.4ad4d2p-2, 0x0p+0).
/// \snippet array_losses.cpp bce_with_logits_grad
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_with_logits_grad(const X& x, const Y& y, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::bce_with_logits_grad>(std::tie(x, y), out,
                                                                        policies...);
}
/// The same, with \ref xent::options "options".
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_with_logits_grad(const X& x, const Y& y, Out&& out, const detail::options_of<X>& options,
                          Policies&&... policies) {
  detail::evaluate_elementwise_with<detail::functions::bce_with_logits_grad>(
      options, std::tie(x, y), out, policies...);
}

/// (1 − y + q·y)·σ(x)σ(−x), element by element.
/// Worst float found, label 0 or 1: 1.47 ulp at (0x1.776738p+2, 0x0p+0).
/// Worst float found, soft label: 1.47 ulp at (0x1.776738p+2, 0x1.aae02ep-109).
/// Worst float found, pos_weight: 1.60 ulp at (0x1.a39742p+2, 0x1.333334p-2, 0x1.1b7ef4p+19).
/// \snippet array_losses.cpp bce_with_logits_hess
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_with_logits_hess(const X& x, const Y& y, Out&& out, Policies&&... policies) {
  detail::evaluate_elementwise<detail::functions::bce_with_logits_hess>(std::tie(x, y), out,
                                                                        policies...);
}
/// The same, with \ref xent::options "options".
template <detail::range_argument X, detail::range_argument Y, detail::range_argument Out,
          detail::call_policy... Policies>
void bce_with_logits_hess(const X& x, const Y& y, Out&& out, const detail::options_of<X>& options,
                          Policies&&... policies) {
  detail::evaluate_elementwise_with<detail::functions::bce_with_logits_hess>(
      options, std::tie(x, y), out, policies...);
}

/// \}

}  // namespace xent::inline XENT_ABI
