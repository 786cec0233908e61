// A shared object that uses xent: scalars, arrays of each type and grade, sums with all options,
// and names. The arguments are C arrays, since at -O0 std::span of a container is what keeps it
// loaded.

#include <cstddef>
#include <exception>
#include <initializer_list>
#include <utility>

#include <xent/threads.hpp>
#include <xent/xent.hpp>

#include "../support/array_functions.hpp"

// A class of the user's: GCC warns where its members' types are hidden and it is not.
struct user_of_types {
  xent::loss_sum sum;
  xent::options<float> options;
  xent::threads threads{2};
};
user_of_types use_types() { return {}; }

namespace {

template <class T> double sum_of(std::initializer_list<T> values) {
  double sum = 0;
  for (const T value : values) sum += static_cast<double>(value);
  return sum;
}

// The K-th argument of a row. What is known to the compiler only makes no symbol.
template <class Row, std::size_t K, class X>
const X& argument_of(const X& x, const X& y, const X& q) {
  using xent::test::argument;
  constexpr argument kind = Row::arguments[K];
  if constexpr (kind == argument::real_line) return x;
  if constexpr (kind == argument::pos_weight) return q;
  return y;
}

// Every function of the catalogue, one at a time and over arrays.
template <class T> double use_scalars(T x, T y, T q) {
  double sum = static_cast<double>(xent::naive::softplus(x));
  xent::test::for_each_function([&]<class Row>(Row) {
    const auto call = [&]<std::size_t... K>(std::index_sequence<K...>) {
      return Row::call(argument_of<Row, K>(x, y, q)...);
    };
    sum += static_cast<double>(call(std::make_index_sequence<Row::arity>()));
  });
  return sum;
}

template <class T, class Grade> double use_arrays(Grade grade) {
  const T x[] = {-15, T(0.3), 17}, y[] = {0, T(0.5), 1}, w[] = {1, 2, 3};
  T out[3], grad[3], hess[3], pairs[6];
  double sum = 0;
  xent::test::for_each_array_function([&]<class Row>(Row) {
    if constexpr (!xent::test::is_weighted<Row>) {
      [&]<std::size_t... K>(std::index_sequence<K...>) {
        Row::call(argument_of<Row, K>(x, y, w)..., out, grade);
      }
      (std::make_index_sequence<Row::arity>());
      sum += sum_of({out[1]});
    }
  });
  xent::bce_with_logits_grad(x, y, grad, {.pos_weight = w}, grade);
  xent::bce(y, y, out, {.weights = w, .clamp = xent::clamp::pytorch}, grade);
  sum += sum_of({out[1], grad[1]});

  xent::loss_sum total;
  const xent::options<T> options{.weights = w,
                                 .pos_weight = T(2),
                                 .label_smoothing = T(0.1),
                                 .ignored_target = T(1),
                                 .denominator = xent::denominator::weight_sum,
                                 .accumulator = &total};
  sum += xent::bce_with_logits_mean_and_grad(x, y, grad, options, grade);
  sum += xent::bce_with_logits_sum_and_grad_hess(x, y, grad, hess, grade, xent::serial);
  sum += xent::bce_with_logits_sum_and_grad_hess(x, y, pairs, grade, xent::threads(2));
  sum += xent::loss_sum::from_limbs(total.limbs()).value();
  sum += sum_of({grad[1], hess[1], pairs[1]});
  return sum + static_cast<double>(xent::log_sum_exp(x));
}

}  // namespace

extern "C" double use_xent() {
  double sum = use_scalars(-0.5f, 0.25f, 2.0f) + use_scalars(-0.5, 0.25, 2.0) +
               use_scalars(-0.5l, 0.25l, 2.0l);
  sum += use_arrays<float>(xent::fast) + use_arrays<float>(xent::exact);
  sum += use_arrays<double>(xent::fast);
  for (const auto name : xent::available_isas()) {
    xent::set_isa(name);
    sum += xent::active_isa() == name ? 1 : 0;
  }
  try {
    xent::set_isa("none");
  } catch (const std::exception&) {
    sum += 1;
  }
  return sum;
}
