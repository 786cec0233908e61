#pragma once
// xent's loss for tensors beside PyTorch's, over random tensors.

#include <algorithm>
#include <limits>

#include "bce_with_logits.hpp"
#include "cases.hpp"

namespace example {

inline at::Tensor pytorch_bce_with_logits(const at::Tensor& x, const at::Tensor& y,
                                          const bce_options& how) {
  return at::binary_cross_entropy_with_logits(x, y, how.weight, how.pos_weight, how.reduction);
}

struct loss_and_grad {
  at::Tensor loss, grad;
};

// The gradient of the loss, or of a sum of losses with random factors, by the logits.
template <class Loss>
loss_and_grad differentiated(Loss loss_function, const bce_case& at, const at::Tensor& factors) {
  const at::Tensor x = at.x.detach().requires_grad_();
  const at::Tensor loss = loss_function(x, at.y, at.how);
  (loss * factors).sum().backward();
  return {loss.detach(), x.grad()};
}

inline at::Tensor reduced(const at::Tensor& elements, at::Reduction::Reduction reduction) {
  return reduction == at::Reduction::None   ? elements
         : reduction == at::Reduction::Mean ? elements.mean()
                                            : elements.sum();
}

// The largest |got − want|, in units of what the last place of `size` is worth.
inline double difference(const at::Tensor& got, const at::Tensor& want, const at::Tensor& size) {
  TORCH_CHECK(got.sizes() == want.sizes() && got.scalar_type() == want.scalar_type(),
              "other shape or type");
  TORCH_CHECK(at::equal(got.isnan(), want.isnan()), "NaN here, and a number there");
  if (want.numel() == 0 || want.isnan().any().item<bool>()) return 0;
  const double last_place = want.scalar_type() == at::kFloat
                                ? double{std::numeric_limits<float>::epsilon()}
                                : std::numeric_limits<double>::epsilon();
  return ((got - want).abs() / size).max().item<double>() / last_place;
}

struct agreement {
  int cases = 0;
  double loss = 0, grad = 0;
};

inline agreement compare_with_pytorch(at::Reduction::Reduction reduction, at::ScalarType type) {
  agreement worst;
  for_each_case(reduction, type, [&](const bce_case& at) {
    const at::Tensor factors =
        reduction == at::Reduction::None ? at::rand_like(at.x) : at::ones({}, type);
    const auto ours = differentiated(bce_with_logits, at, factors);
    const auto theirs = differentiated(pytorch_bce_with_logits, at, factors);
    // PyTorch rounds terms as large as this, whatever is left of them; xent has none but the
    // result.
    const at::Tensor weight = at.how.weight.defined() ? at.how.weight : at::ones({}, type);
    const at::Tensor q = at.how.pos_weight.defined() ? at.how.pos_weight : at::ones({}, type);
    const at::Tensor slopes = weight * (1 + q) * at::ones_like(at.x);
    const at::Tensor terms = (1 + at.x.abs()) * slopes;
    const double n = reduction == at::Reduction::Mean ? static_cast<double>(at.x.numel()) : 1;
    ++worst.cases;
    worst.loss =
        std::max(worst.loss, difference(ours.loss, theirs.loss, reduced(terms, reduction)));
    worst.grad = std::max(worst.grad, difference(ours.grad, theirs.grad, slopes / n));
  });
  return worst;
}

}  // namespace example
