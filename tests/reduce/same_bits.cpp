// One sum, mean, gradient and hessian, bit for bit: on any number of threads, any instruction set,
// in any pieces of whole blocks, merged in any order.

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string_view>
#include <vector>

#include <xent/threads.hpp>

#include "../support/catch.hpp"
#include "example.hpp"
#include "merge_orders.hpp"

namespace {

using namespace xent::test;

constexpr std::size_t size = 21 * xent::block_size + 300;
constexpr std::size_t thread_counts[] = {1, 2, 3, 7, 16};
// Lengths of pieces in blocks, again and again until the end.
const std::vector<std::size_t> splits[] = {{1}, {2}, {7}, {20}, {3, 1, 5, 2}};

std::size_t combinations = 0;

template <class T> bool equal_bits(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same<T>);
}

template <class T> struct results {
  double sum, mean;
  std::vector<T> grad = std::vector<T>(size), hess = grad, mean_grad = grad;

  bool operator==(const results& other) const {
    return same(sum, other.sum) && same(mean, other.mean) && equal_bits(grad, other.grad) &&
           equal_bits(hess, other.hess) && equal_bits(mean_grad, other.mean_grad);
  }
};

template <class T, class Grade> struct subject {
  const example<T>& e;
  bool has_options;
  Grade grade;

  xent::options<T> options(std::size_t first, std::size_t count,
                           xent::loss_sum* accumulator = nullptr) const {
    if (!has_options) return {.accumulator = accumulator};
    return {.weights = std::span<const T>(e.w).subspan(first, count),
            .pos_weight = T(2.5),
            .label_smoothing = T(0.1),
            .accumulator = accumulator};
  }

  template <class Executor> results<T> in_one_call(const Executor& exec) const {
    const auto given = options(0, size);
    results<T> r;
    r.sum = xent::bce_with_logits_sum_and_grad_hess(e.x, e.y, r.grad, r.hess, given, grade, exec);
    r.mean = xent::bce_with_logits_mean_and_grad(e.x, e.y, r.mean_grad, given, grade, exec);
    return r;
  }

  // The sums of the pieces, whose gradients and hessians land in `to`.
  template <class Executor>
  std::vector<xent::loss_sum> in_pieces(const std::vector<std::size_t>& lengths, results<T>& to,
                                        const Executor& exec) const {
    std::vector<xent::loss_sum> sums;
    for (std::size_t first = 0, k = 0; first < size; ++k) {
      const std::size_t count =
          std::min(lengths[k % lengths.size()] * xent::block_size, size - first);
      const auto part = [&](auto& range) { return std::span(range).subspan(first, count); };
      sums.emplace_back();
      xent::bce_with_logits_sum_and_grad_hess(part(e.x), part(e.y), part(to.grad), part(to.hess),
                                              options(first, count, &sums.back()), grade, exec);
      first += count;
    }
    return sums;
  }

  void check_against(const results<T>& want) const {
    CHECK(in_one_call(xent::serial) == want);
    for (const std::size_t k : thread_counts) {
      INFO(k << " threads");
      CHECK(in_one_call(xent::threads(k)) == want);
      for (const auto& lengths : splits) check_pieces(want, lengths, xent::threads(k));
    }
  }

  template <class Executor>
  void check_pieces(const results<T>& want, const std::vector<std::size_t>& lengths,
                    const Executor& exec) const {
    results<T> got;
    const auto sums = in_pieces(lengths, got, exec);
    got.mean_grad = want.mean_grad;
    for (const auto& order : merge_orders) {
      INFO("pieces of " << lengths[0] << " blocks, merged " << order.name);
      got.sum = order.merge(sums).value();
      got.mean = got.sum / static_cast<double>(size);
      CHECK(got == want);
      ++combinations;
    }
  }
};

// On every instruction set that fuses, or on any.
template <class T, class Grade> void check_kind(const char* name, Grade grade) {
  constexpr bool anywhere = std::is_same_v<T, float> && std::is_same_v<Grade, xent::exact_grade>;
  const example<T> e(size);
  for (const bool has_options : {false, true}) {
    const subject<T, Grade> s{e, has_options, grade};
    xent::set_isa(xent::available_isas().back());
    const results<T> want = s.in_one_call(xent::serial);
    for (const auto isa : xent::available_isas()) {
      if (!anywhere && isa == "baseline" && !XENT_HAS_FMA) continue;
      xent::set_isa(isa);
      INFO(name << " on " << isa << (has_options ? " with options" : ""));
      s.check_against(want);
    }
  }
}

}  // namespace

TEST_CASE("sums, means, gradients and hessians have the same bits however they are formed") {
  check_kind<float>("float, fast", xent::fast);
  check_kind<float>("float, exact", xent::exact);
  check_kind<double>("double", xent::fast);
  std::printf(
      "%zu combinations of type, grade, options, instruction set, threads, split and order\n",
      combinations);
}
