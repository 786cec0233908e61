// oneDNN: its elementwise primitives, which know float only.

#include <oneapi/dnnl/dnnl.hpp>

#include "offers.hpp"

namespace xent::bench {
namespace {

auto primitive(dnnl::algorithm algorithm) {
  return [algorithm](const operands<float>& at) -> work {
    using namespace dnnl;
    const engine cpu(engine::kind::cpu, 0);
    const memory::desc shape({static_cast<memory::dim>(at.size)}, memory::data_type::f32,
                             memory::format_tag::a);
    const eltwise_forward::desc wanted(prop_kind::forward_inference, algorithm, shape, 0, 0);
    const eltwise_forward function({wanted, cpu});
    const memory x(shape, cpu, const_cast<float*>(at.x)), out(shape, cpu, at.out);
    return [=, order = stream(cpu),
            arguments = std::unordered_map<int, memory>{{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, out}}] {
      function.execute(order, arguments);
    };
  };
}

}  // namespace

void add_onednn(offers& all) {
  using dnnl::algorithm;
  all.add<float>({"oneDNN", "sigmoid", primitive(algorithm::eltwise_logistic)});
  all.add<float>({"oneDNN", "softplus", primitive(algorithm::eltwise_soft_relu)});
  all.add<float>({"oneDNN", "log_sigmoid", primitive(algorithm::eltwise_logsigmoid)});
}

}  // namespace xent::bench
