#pragma once
// PyTorch's binary_cross_entropy_with_logits by xent: one pass gives the loss and its gradient, so
// that backward() has only to scale it.
//
//   at::Tensor loss = example::bce_with_logits(x, y, {.pos_weight = q});
//   loss.backward();

#include <cstddef>
#include <cstdint>
#include <span>

#include <xent/xent.hpp>

#include "libtorch.hpp"

namespace example {

// As PyTorch has them: weight and pos_weight may be left undefined, and are broadcast to the
// logits.
struct bce_options {
  at::Tensor weight{}, pos_weight{};
  at::Reduction::Reduction reduction = at::Reduction::Mean;
};

template <class T> std::span<T> span_of(const at::Tensor& contiguous) {
  return {contiguous.data_ptr<T>(), static_cast<std::size_t>(contiguous.numel())};
}

// xent's blocks on PyTorch's threads, where the program is compiled with OpenMP; as many at once as
// PyTorch's own functions take.
struct torch_threads {
  template <class Body> void operator()(std::size_t blocks, const Body& body) const {
    constexpr std::int64_t at_once = 32768 / std::int64_t{xent::block_size};
    at::parallel_for(0, static_cast<std::int64_t>(blocks), at_once,
                     [&](std::int64_t block, std::int64_t end) {
                       for (; block < end; ++block) body(static_cast<std::size_t>(block));
                     });
  }
};

template <class T> xent::options<T> options_of(const bce_options& how) {
  xent::options<T> options;
  if (how.weight.defined()) options.weights = span_of<T>(how.weight);
  if (how.pos_weight.defined()) options.pos_weight = span_of<T>(how.pos_weight);
  return options;
}

// The loss; and its gradient by x, where `grad` is defined. All is contiguous and of one type.
template <class T>
at::Tensor loss_of(const at::Tensor& x, const at::Tensor& y, const bce_options& how,
                   const at::Tensor& grad) {
  const auto logits = span_of<T>(x), targets = span_of<T>(y);
  const xent::options<T> options = options_of<T>(how);
  const torch_threads threads;
  if (how.reduction == at::Reduction::None) {
    const at::Tensor loss = at::empty_like(x);
    xent::bce_with_logits(logits, targets, span_of<T>(loss), options, threads);
    if (grad.defined()) {
      xent::bce_with_logits_grad(logits, targets, span_of<T>(grad), options, threads);
    }
    return loss;
  }
  const bool mean = how.reduction == at::Reduction::Mean;
  const auto value = [&] {
    if (!grad.defined()) {
      return mean ? xent::bce_with_logits_mean(logits, targets, options, threads)
                  : xent::bce_with_logits_sum(logits, targets, options, threads);
    }
    const auto slopes = span_of<T>(grad);
    return mean ? xent::bce_with_logits_mean_and_grad(logits, targets, slopes, options, threads)
                : xent::bce_with_logits_sum_and_grad(logits, targets, slopes, options, threads);
  };
  return at::full({}, value(), x.options());
}

inline at::Tensor loss_of(const at::Tensor& x, const at::Tensor& y, const bce_options& how,
                          const at::Tensor& grad) {
  return x.scalar_type() == at::kDouble ? loss_of<double>(x, y, how, grad)
                                        : loss_of<float>(x, y, how, grad);
}

// What PyTorch keeps between forward and backward.
struct bce_function : torch::autograd::Function<bce_function> {
  using context = torch::autograd::AutogradContext;
  using tensors = torch::autograd::variable_list;

  static at::Tensor forward(context* kept, const at::Tensor& x, const at::Tensor& y,
                            const bce_options& how) {
    const at::Tensor grad = at::empty_like(x);
    const at::Tensor loss = loss_of(x, y, how, grad);
    kept->save_for_backward({grad});
    return loss;
  }

  static tensors backward(context* kept, const tensors& upstream) {
    TORCH_CHECK(!at::GradMode::is_enabled(), "bce_with_logits: differentiable once only");
    return {kept->get_saved_variables()[0] * upstream[0], {}, {}};
  }
};

// In memory as x lies there.
inline at::Tensor laid_out(const at::Tensor& t, const at::Tensor& x) {
  if (!t.defined()) return t;
  TORCH_CHECK(!t.requires_grad(), "bce_with_logits: differentiable by the logits only");
  return t.to(x.scalar_type()).expand_as(x).contiguous();
}

// One value, or C of them for rows of C logits, stay so, for xent lets them cycle.
inline at::Tensor pos_weight_for(const at::Tensor& q, const at::Tensor& x) {
  const bool cycles = q.defined() && !q.requires_grad() &&
                      (q.numel() == 1 || (q.dim() == 1 && q.size(0) == x.size(-1)));
  return cycles ? q.to(x.scalar_type()).contiguous() : laid_out(q, x);
}

inline at::Tensor bce_with_logits(const at::Tensor& logits, const at::Tensor& targets,
                                  const bce_options& how = {}) {
  TORCH_CHECK(logits.sizes() == targets.sizes(), "bce_with_logits: ", logits.sizes(),
              " logits, but ", targets.sizes(), " targets");
  TORCH_CHECK(logits.scalar_type() == at::kFloat || logits.scalar_type() == at::kDouble,
              "bce_with_logits: logits of ", logits.scalar_type());
  TORCH_CHECK(logits.device().is_cpu(), "bce_with_logits: logits on ", logits.device());
  if (logits.numel() == 0) {  // whose mean is NaN for PyTorch, and an error for xent
    return at::binary_cross_entropy_with_logits(logits, targets, {}, {}, how.reduction);
  }
  const at::Tensor x = logits.contiguous();
  const bce_options of_x{laid_out(how.weight, x), pos_weight_for(how.pos_weight, x), how.reduction};
  const bool differentiates = at::GradMode::is_enabled() && x.requires_grad();
  return differentiates ? bce_function::apply(x, laid_out(targets, x), of_x)
                        : loss_of(x, laid_out(targets, x), of_x, {});
}

}  // namespace example
