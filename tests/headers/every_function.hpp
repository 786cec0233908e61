#pragma once
// A call of every function, in every type, grade and way to run: what compilers say of templates
// they say where these are used.

#include <cstddef>
#include <cstdio>
#include <span>
#include <string_view>
#include <vector>

#include <xent/threads.hpp>
#include <xent/xent.hpp>

#include "bit_printer.hpp"

namespace xent::test {

// More than a block, and no multiple of a vector's length.
inline constexpr std::size_t every_size = 2100;

template <class T> struct every_input {
  std::vector<T> x, p, y, w, q;

  every_input() {
    for (std::size_t i = 0; i < every_size; ++i) {
      const T half = static_cast<T>(0.5), unit = (static_cast<T>((i * 97) % 256) + half) / 256;
      // Logits that need the full range of exponents, and such that do not.
      x.push_back((i < every_size / 2 ? 60 : 300) * (unit - half));
      p.push_back(unit);
      y.push_back(i % 3 == 0 ? unit * unit : static_cast<T>(i % 2));
      w.push_back(static_cast<T>(i % 4));
      q.push_back(1 + unit);
    }
  }
};

template <class T> void call_scalars(const char* name) {
  const bit_printer bits(name);
  const every_input<T> in;
  std::vector<T> out;
  for (std::size_t i = 0; i < every_size; i += 11) {
    const T x = in.x[i], p = in.p[i], y = in.y[i], q = in.q[i];
    for (const T result :
         {sigmoid(x), log_sigmoid(x), softplus(x), logit(p), log_add_exp(x, y), sigmoid_grad(x),
          log_sigmoid_grad(x), softplus_grad(x), logit_grad(p), bce(p, y), bce_grad(p, y),
          bce_with_logits(x, y), bce_with_logits(x, y, q), bce_with_logits_grad(x, y),
          bce_with_logits_grad(x, y, q), bce_with_logits_hess(x, y), bce_with_logits_hess(x, y, q)})
      out.push_back(result);
  }
  bits.print("scalars", out);
  const T half = static_cast<T>(0.5);
  for (const T result : {naive::sigmoid(half), naive::log_sigmoid(half), naive::softplus(half),
                         naive::bce(half, half), naive::bce_with_logits(half, half),
                         naive::bce_with_logits_grad(half, half)})
    if (!(result < 2)) std::printf("%s naive: out of range\n", name);
}

template <class T, class... How> void call_arrays(const char* name, const How&... how) {
  const bit_printer bits(name);
  const every_input<T> in;
  std::vector<T> out(every_size);
  const auto print = [&](const char* call, const auto& do_call) {
    do_call();
    bits.print(call, out);
  };
  print("sigmoid", [&] { sigmoid(in.x, out, how...); });
  print("log_sigmoid", [&] { log_sigmoid(in.x, out, how...); });
  print("softplus", [&] { softplus(in.x, out, how...); });
  print("logit", [&] { logit(in.p, out, how...); });
  print("sigmoid_grad", [&] { sigmoid_grad(in.x, out, how...); });
  print("log_sigmoid_grad", [&] { log_sigmoid_grad(in.x, out, how...); });
  print("softplus_grad", [&] { softplus_grad(in.x, out, how...); });
  print("logit_grad", [&] { logit_grad(in.p, out, how...); });
  print("bce", [&] { bce(in.p, in.y, out, how...); });
  print("bce_grad", [&] { bce_grad(in.p, in.y, out, how...); });
  print("bce_with_logits", [&] { bce_with_logits(in.x, in.y, out, how...); });
  print("bce_with_logits_grad", [&] { bce_with_logits_grad(in.x, in.y, out, how...); });
  print("bce_with_logits_hess", [&] { bce_with_logits_hess(in.x, in.y, out, how...); });
}

template <class T, class... How> void call_with_options(const char* name, const How&... how) {
  const bit_printer bits(name);
  const every_input<T> in;
  std::vector<T> out(every_size);
  bce(in.p, in.y, out, {.weights = in.w, .clamp = clamp::pytorch}, how...);
  bits.print("bce weights clamp", out);
  bce_grad(in.p, in.y, out, {.ignored_target = T(1), .clamp = clamp::pytorch}, how...);
  bits.print("bce_grad ignored_target clamp", out);
  bce_with_logits(in.x, in.y, out, {.pos_weight = T(3), .targets = targets::unchecked}, how...);
  bits.print("bce_with_logits pos_weight unchecked", out);
  bce_with_logits_grad(in.x, in.y, out, {.weights = in.w, .pos_weight = in.q}, how...);
  bits.print("bce_with_logits_grad weights pos_weights", out);
  bce_with_logits_hess(
      in.x, in.y, out,
      {.pos_weight = std::span<const T>(in.q).first(3), .label_smoothing = static_cast<T>(0.1)},
      how...);
  bits.print("bce_with_logits_hess pos_weights label_smoothing", out);
}

template <class T, class... How> void call_reductions(const char* name, const How&... how) {
  const bit_printer bits(name);
  const every_input<T> in;
  std::vector<T> grad(every_size), hess(every_size), pairs(2 * every_size);
  bits.print_one("bce_sum", bce_sum(in.p, in.y, {.weights = in.w}, how...));
  bits.print_one("bce_mean", bce_mean(in.p, in.y, {.clamp = clamp::pytorch}, how...));
  loss_sum total;
  bits.print_one("bce_with_logits_sum",
                 bce_with_logits_sum(in.x, in.y, {.accumulator = &total}, how...));
  bits.print_one(
      "bce_with_logits_mean",
      bce_with_logits_mean(
          in.x, in.y,
          {.weights = in.w, .ignored_target = T(0), .denominator = denominator::weight_sum},
          how...));
  bits.print_one("bce_with_logits_sum_and_grad",
                 bce_with_logits_sum_and_grad(in.x, in.y, grad, {.pos_weight = in.q}, how...));
  bits.print("gradient of the weighted sum", grad);
  bits.print_one("bce_with_logits_mean_and_grad",
                 bce_with_logits_mean_and_grad(in.x, in.y, grad, {}, how...));
  bits.print("gradient of the mean", grad);
  bits.print_one("bce_with_logits_sum_and_grad_hess",
                 bce_with_logits_sum_and_grad_hess(in.x, in.y, grad, hess, {}, how...));
  bits.print("gradient of the sum", grad);
  bits.print("hessian of the sum", hess);
  bits.print_one("bce_with_logits_sum_and_grad_hess in pairs",
                 bce_with_logits_sum_and_grad_hess(in.x, in.y, pairs, {.weights = in.w}, how...));
  bits.print("pairs of the sum", pairs);
  total.add(0.5);
  total.merge(loss_sum::from_limbs(total.limbs()));
  bits.print_one("loss_sum", total == loss_sum() ? 0 : total.value());
}

template <class T> void call_with_defaults(const char* name) {
  const bit_printer bits(name);
  const every_input<T> in;
  std::vector<T> grad(every_size), hess(every_size), pairs(2 * every_size);
  bits.print<double>(
      "reductions without options",
      {bce_sum(in.p, in.y, exact), bce_mean(in.p, in.y, fast),
       bce_with_logits_sum(in.x, in.y, fast), bce_with_logits_mean(in.x, in.y, exact),
       bce_with_logits_sum_and_grad(in.x, in.y, grad, exact),
       bce_with_logits_mean_and_grad(in.x, in.y, grad, exact),
       bce_with_logits_sum_and_grad_hess(in.x, in.y, grad, hess, serial),
       bce_with_logits_sum_and_grad_hess(in.x, in.y, pairs, serial, exact)});
  bits.print_one("log_sum_exp", log_sum_exp(in.x));
  bits.print_one("log_sum_exp on threads", log_sum_exp(in.x, threads(2)));
}

template <class T> void call_all_arrays(const char* at_fast, const char* at_exact) {
  const auto in_order = [](std::size_t n_blocks, block_body body) {
    for (std::size_t i = 0; i < n_blocks; ++i) body(i);
  };
  call_arrays<T>(at_fast);
  call_arrays<T>(at_fast, in_order, fast);
  call_arrays<T>(at_exact, exact, threads(2));
  call_with_options<T>(at_fast);
  call_with_options<T>(at_exact, threads(2), exact);
  call_reductions<T>(at_fast);
  call_reductions<T>(at_exact, in_order, exact);
  call_with_defaults<T>(at_fast);
}

inline void call_every_function() {
  call_scalars<float>("float");
  call_scalars<double>("double");
  call_scalars<long double>("long double");
  call_all_arrays<float>("fast float", "exact float");
  call_all_arrays<double>("double", "double");
  const std::string_view best = active_isa();
  set_isa(available_isas().front());
  call_arrays<float>("plainest fast float");
  set_isa(best);
}

}  // namespace xent::test
