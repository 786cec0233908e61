// XNNPACK: sigmoid only. One operator for one size, run without a thread pool.

#include <xnnpack.h>

#include <memory>
#include <stdexcept>

#include "offers.hpp"

namespace xent::bench {
namespace {

void check(xnn_status status) {
  if (status != xnn_status_success) throw std::runtime_error("XNNPACK failed");
}

work sigmoid(const operands<float>& at) {
  xnn_operator_t made = nullptr;
  check(xnn_create_sigmoid_nc_f32(1, 1, 1, 0, &made));
  const std::shared_ptr<xnn_operator> op(made, xnn_delete_operator);
  check(xnn_setup_sigmoid_nc_f32(made, at.size, at.x, at.out, nullptr));
  return [op] { check(xnn_run_operator(op.get(), nullptr)); };
}

}  // namespace

void add_xnnpack(offers& all) {
  check(xnn_initialize(nullptr));
  all.add<float>({"XNNPACK", "sigmoid", sigmoid});
}

}  // namespace xent::bench
