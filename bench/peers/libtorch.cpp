// libtorch's operators on one thread, written into memory that is there where they can be; a
// gradient as its backward pass forms it.

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "offers.hpp"

namespace xent::bench {
namespace {

struct tensors {
  at::Tensor x, p, y, out, ones, pos_weight;
  double* total;
};

template <class T> at::Tensor view(const T* data, std::size_t size) {
  return at::from_blob(const_cast<T*>(data), {static_cast<std::int64_t>(size)},
                       at::CppTypeToScalarType<T>::value);
}

template <class T, class Call> void add(offers& all, const char* function, Call call) {
  all.add<T>({"libtorch", function, [call](const operands<T>& at) -> work {
                const at::Tensor x = view(at.x, at.size);
                tensors on{x,
                           view(at.p, at.size),
                           view(at.y, at.size),
                           view(at.out, at.size),
                           at::ones_like(x),
                           at::full({1}, 2.5, x.options()),
                           at.total};
                return [call, on]() mutable { call(on); };
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

}  // namespace

void add_libtorch(offers& all) {
  at::set_num_threads(1);
  add_all<float>(all);
  add_all<double>(all);
}

}  // namespace xent::bench
