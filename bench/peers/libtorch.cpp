// libtorch's operators on one thread, written into memory that is there where they can be; a
// gradient as its backward pass forms it. Mean and gradient are what one step of training does:
// forward, loss.item(), backward into a gradient that is allocated anew, as it is after the usual
// zero_grad(); the leaf tensor over the logits is made before.

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "offers.hpp"

namespace xent::bench {
namespace {

struct tensors {
  at::Tensor x, p, y, weights, out, ones, pos_weight;
  double* total;
};

template <class T> at::Tensor view(const T* data, std::size_t size) {
  return at::from_blob(const_cast<T*>(data), {static_cast<std::int64_t>(size)},
                       at::CppTypeToScalarType<T>::value);
}

template <class T> tensors tensors_of(const operands<T>& at) {
  const at::Tensor x = view(at.x, at.size);
  return {x,
          view(at.p, at.size),
          view(at.y, at.size),
          view(at.weights, at.size),
          view(at.out, at.size),
          at::ones_like(x),
          at::full({1}, pos_weight, x.options()),
          at.total};
}

template <class T, class Call> void add(offers& all, const char* function, Call call) {
  all.add<T>({"libtorch", function, [call](const operands<T>& at) -> work {
                return [call, on = tensors_of(at)]() mutable { call(on); };
              }});
}

// Mean is a tensor.
template <class T, class Mean> void add_step(offers& all, const char* function, Mean mean) {
  all.add<T>({"libtorch", function, [mean](const operands<T>& at) -> work {
                tensors on = tensors_of(at);
                on.x.requires_grad_();
                return [mean, on, is_first = true]() mutable {
                  on.x.mutable_grad().reset();
                  const at::Tensor loss = mean(on);
                  loss.backward();
                  *on.total = loss.item<double>();
                  if (is_first) on.out.copy_(on.x.grad());  // to be checked
                  is_first = false;
                };
              }});
}

template <class T> void add_all(offers& all) {
  constexpr auto none = at::Reduction::None;
  add<T>(all, "sigmoid", [](tensors& on) { at::sigmoid_out(on.out, on.x); });
  add<T>(all, "softplus", [](tensors& on) { at::softplus_out(on.out, on.x); });
  add<T>(all, "log_sigmoid", [](tensors& on) { at::log_sigmoid_out(on.out, on.x); });
  add<T>(all, "logit", [](tensors& on) { at::logit_out(on.out, on.p); });
  add<T>(all, "softplus_grad",
         [](tensors& on) { at::softplus_backward_out(on.out, on.ones, on.x, 1, 20); });
  add<T>(all, "bce",
         [](tensors& on) { at::binary_cross_entropy_out(on.out, on.p, on.y, {}, none); });
  add<T>(all, "bce_grad", [](tensors& on) {
    at::binary_cross_entropy_backward_out(on.out, on.ones, on.p, on.y, {}, none);
  });
  add<T>(all, "bce_with_logits", [](tensors& on) {
    at::binary_cross_entropy_with_logits_out(on.out, on.x, on.y, {}, {}, none);
  });
  add<T>(all, "bce_with_logits_grad", [](tensors& on) {
    at::sigmoid_out(on.out, on.x);
    on.out.sub_(on.y);
  });
  add<T>(all, "bce_with_logits+pos_weight", [](tensors& on) {
    at::binary_cross_entropy_with_logits_out(on.out, on.x, on.y, {}, on.pos_weight, none);
  });
  add<T>(all, "log_sum_exp",
         [](tensors& on) { *on.total = at::logsumexp(on.x, 0).template item<T>(); });
}

at::Tensor mean(const tensors& on) {
  return at::binary_cross_entropy_with_logits(on.x, on.y, {}, {}, at::Reduction::Mean);
}

// PyTorch leaves the smoothing to its users.
at::Tensor mean_of_options(const tensors& on) {
  const at::Tensor y = on.y * (1 - label_smoothing) + label_smoothing / 2;
  return at::binary_cross_entropy_with_logits(on.x, y, on.weights, on.pos_weight,
                                              at::Reduction::Mean);
}

template <class T> void add_means(offers& all) {
  add<T>(all, "bce_with_logits_mean",
         [](const tensors& on) { *on.total = mean(on).template item<double>(); });
  add_step<T>(all, "bce_with_logits_mean_and_grad", mean);
  add_step<T>(all, "bce_with_logits_mean_and_grad+options", mean_of_options);
}

}  // namespace

void add_libtorch(offers& all) {
  at::set_num_threads(1);
  add_all<float>(all);
  add_all<double>(all);
  add_means<float>(all);
  add_means<double>(all);
}

}  // namespace xent::bench
