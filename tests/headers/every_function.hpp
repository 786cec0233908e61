#pragma once
// A call of every function, in every type, grade and way to run: what compilers say of templates
// they say where these are used.

#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <xent/threads.hpp>
#include <xent/xent.hpp>

#include "../support/array_functions.hpp"
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

// The k-th argument of a row.
template <class Row, std::size_t K, class T>
const std::vector<T>& input_of(const every_input<T>& in) {
  constexpr argument kind = Row::arguments[K];
  if constexpr (kind == argument::real_line) return K == 0 ? in.x : in.y;
  if constexpr (kind == argument::probability) return in.p;
  if constexpr (kind == argument::label) return in.y;
  if constexpr (kind == argument::pos_weight) return in.q;
}

// call(input…)
template <class Row, class T, class Call> void with_inputs(const every_input<T>& in, Call call) {
  [&]<std::size_t... K>(std::index_sequence<K...>) { call(input_of<Row, K>(in)...); }
  (std::make_index_sequence<Row::arity>());
}

template <class T> void call_scalars(const char* name) {
  const bit_printer bits(name);
  const every_input<T> in;
  std::vector<T> out;
  for_each_function([&]<class Row>(Row) {
    with_inputs<Row>(in, [&](const auto&... inputs) {
      for (std::size_t i = 0; i < every_size; i += 11) out.push_back(Row::call(inputs[i]...));
    });
  });
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
  for_each_array_function([&]<class Row>(Row) {
    if constexpr (!is_weighted<Row>) {
      with_inputs<Row>(in, [&](const auto&... inputs) { Row::call(inputs..., out, how...); });
      bits.print(Row::function::name, out);
    }
  });
}

// Each option that every loss takes, and those that only some take.
template <class T, class... How> void call_with_options(const char* name, const How&... how) {
  const bit_printer bits(name);
  const every_input<T> in;
  std::vector<T> out(every_size);
  for_each_array_function([&]<class Row>(Row) {
    if constexpr (has_label<Row> && !is_weighted<Row>) {
      using function = typename Row::function;
      const auto print = [&](const char* what, const options<T>& given) {
        Row::call(input_of<Row, 0>(in), in.y, out, given, how...);
        bits.print(function::name + std::string(what), out);
      };
      print(" weights label_smoothing", {.weights = in.w, .label_smoothing = static_cast<T>(0.1)});
      print(" ignored_target unchecked", {.ignored_target = T(1), .targets = targets::unchecked});
      if (!std::is_same_v<typename function::clamped, detail::no_function>)
        print(" weights clamp", {.weights = in.w, .clamp = clamp::pytorch});
      if (function::arguments::has_pos_weight) {
        print(" pos_weight", {.pos_weight = T(3)});
        print(" weights pos_weights", {.weights = in.w, .pos_weight = in.q});
        print(" pos_weight by class", {.pos_weight = std::span<const T>(in.q).first(3)});
      }
    }
  });
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
