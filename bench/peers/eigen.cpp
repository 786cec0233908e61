// Eigen's expressions. On x86-64 compiled for AVX-512: Eigen chooses its vectors while compiling.

#include <Eigen/Core>

#include "plain_loop.hpp"

namespace xent::bench {
namespace {

template <class T> using array = Eigen::Array<T, Eigen::Dynamic, 1>;
template <class T> using input = Eigen::Map<const array<T>>;

// Expression(x, p, y) is to be assigned.
template <class T, auto Expression> void run(const operands<T>& at) {
  const auto size = static_cast<Eigen::Index>(at.size);
  Eigen::Map<array<T>>(at.out, size) =
      Expression(input<T>(at.x, size), input<T>(at.p, size), input<T>(at.y, size));
}

constexpr auto log1p_exp = [](const auto& x) { return (-x.abs()).exp().log1p(); };

constexpr auto sigmoid = [](auto x, auto, auto) { return x.logistic(); };
constexpr auto sigmoid_grad = [](auto x, auto, auto) { return x.logistic() * (1 - x.logistic()); };
constexpr auto softplus = [](auto x, auto, auto) { return x.max(0) + log1p_exp(x); };
constexpr auto log_sigmoid = [](auto x, auto, auto) { return x.min(0) - log1p_exp(x); };
constexpr auto logit = [](auto, auto p, auto) { return (p / (1 - p)).log(); };
constexpr auto bce = [](auto, auto p, auto y) { return -y * p.log() - (1 - y) * (-p).log1p(); };
constexpr auto loss = [](auto x, auto, auto y) { return x.max(0) - x * y + log1p_exp(x); };
constexpr auto loss_grad = [](auto x, auto, auto y) { return x.logistic() - y; };

template <class T> void log_sum_exp(const operands<T>& at) {
  const input<T> x(at.x, static_cast<Eigen::Index>(at.size));
  const T most = x.maxCoeff();
  *at.total = most + std::log((x - most).exp().sum());
}

// The sum in T, as such an expression has it.
template <class T> void mean(const operands<T>& at) {
  const auto size = static_cast<Eigen::Index>(at.size);
  *at.total = loss(input<T>(at.x, size), 0, input<T>(at.y, size)).mean();
}

}  // namespace

#define XENT_BENCH_LOOPS(T)                                                              \
  {"sigmoid", run<T, sigmoid>}, {"sigmoid_grad", run<T, sigmoid_grad>},                  \
      {"softplus", run<T, softplus>}, {"log_sigmoid", run<T, log_sigmoid>},              \
      {"logit", run<T, logit>}, {"bce", run<T, bce>}, {"bce_with_logits", run<T, loss>}, \
      {"bce_with_logits_grad", run<T, loss_grad>}, {"log_sum_exp", log_sum_exp<T>},      \
      {"bce_with_logits_mean", mean<T>}, {nullptr, nullptr},
constinit const plain_loop<float> eigen_of_float[] = {XENT_BENCH_LOOPS(float)};
constinit const plain_loop<double> eigen_of_double[] = {XENT_BENCH_LOOPS(double)};
#undef XENT_BENCH_LOOPS

}  // namespace xent::bench
