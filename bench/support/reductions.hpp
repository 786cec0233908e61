#pragma once
// Losses summed in one pass, for functions.hpp: what xent, the loop over std:: functions and memory
// do for each.

#include <cstddef>
#include <span>
#include <string>

#include <xent/options.hpp>
#include <xent/reduce.hpp>

#include "operands.hpp"
#include "standard_sums.hpp"
#include "traffic.hpp"

namespace xent::bench {

struct usual_flags;  // of the program, for the loops

struct reduction {
  static constexpr bool has_grades = true, has_naive = false, has_standard = true;

 protected:
  template <class T> static std::span<const T> x(const operands<T>& at) { return {at.x, at.size}; }
  template <class T> static std::span<const T> y(const operands<T>& at) { return {at.y, at.size}; }
  template <class T> static std::span<T> grad(const operands<T>& at) { return {at.out, at.size}; }
};

struct bce_with_logits_mean : reduction {
  static constexpr std::size_t reads = 2, writes = 0;
  static std::string name() { return "bce_with_logits_mean"; }

  template <class T, class... How> static void xent(const operands<T>& at, const How&... how) {
    *at.total = xent::bce_with_logits_mean(x(at), y(at), how...);
  }
  template <class T> static void standard(const operands<T>& at) {
    standard::mean<usual_flags>(at);
  }
  template <class T> static void traffic(const operands<T>& at) {
    *at.total = read_memory(at.x, at.y, at.size * sizeof(T));
  }
};

struct bce_with_logits_mean_and_grad : reduction {
  static constexpr std::size_t reads = 2, writes = 1;
  static std::string name() { return "bce_with_logits_mean_and_grad"; }

  // How: options, grade, executor.
  template <class T, class... How> static void xent(const operands<T>& at, const How&... how) {
    *at.total = xent::bce_with_logits_mean_and_grad(x(at), y(at), grad(at), how...);
  }
  template <class T> static void standard(const operands<T>& at) {
    standard::mean_and_grad<usual_flags>(at);
  }
  template <class T> static void traffic(const operands<T>& at) {
    move_memory(at.x, at.y, at.out, at.size * sizeof(T));
  }
};

struct bce_with_logits_mean_and_grad_of_options : bce_with_logits_mean_and_grad {
  static constexpr std::size_t reads = 3;
  static std::string name() { return "bce_with_logits_mean_and_grad+options"; }

  template <class T, class Grade> static void xent(const operands<T>& at, Grade grade) {
    const xent::options<T> all{.weights = std::span(at.weights, at.size),
                               .pos_weight = T(pos_weight),
                               .label_smoothing = T(label_smoothing)};
    bce_with_logits_mean_and_grad::xent(at, all, grade);
  }
  template <class T> static void standard(const operands<T>& at) {
    standard::mean_and_grad_of_options<usual_flags>(at);
  }
  template <class T> static void traffic(const operands<T>& at) {
    move_memory(at.x, at.y, at.weights, at.out, at.size * sizeof(T));
  }
};

struct bce_with_logits_sum_and_grad_hess : reduction {
  static constexpr std::size_t reads = 2, writes = 2;
  static std::string name() { return "bce_with_logits_sum_and_grad_hess"; }

  template <class T, class Grade> static void xent(const operands<T>& at, Grade grade) {
    const std::span hess(at.out + at.size, at.size);
    *at.total =
        xent::bce_with_logits_sum_and_grad_hess(x(at), y(at), reduction::grad(at), hess, grade);
  }
  template <class T> static void standard(const operands<T>& at) {
    standard::sum_and_grad_hess<usual_flags>(at);
  }
  template <class T> static void traffic(const operands<T>& at) {
    move_memory(at.x, at.y, at.out, at.out + at.size, at.size * sizeof(T));
  }
};

struct bce_with_logits_sum_and_grad_hess_pairs : bce_with_logits_sum_and_grad_hess {
  static std::string name() { return "bce_with_logits_sum_and_grad_hess+pairs"; }

  template <class T, class Grade> static void xent(const operands<T>& at, Grade grade) {
    const std::span pairs(at.out, 2 * at.size);
    *at.total = xent::bce_with_logits_sum_and_grad_hess(x(at), y(at), pairs, grade);
  }
  template <class T> static void standard(const operands<T>& at) {
    standard::sum_and_grad_hess_pairs<usual_flags>(at);
  }
};

template <class Visitor> void for_each_reduction(Visitor visit) {
  visit(bce_with_logits_mean{});
  visit(bce_with_logits_mean_and_grad{});
  visit(bce_with_logits_mean_and_grad_of_options{});
  visit(bce_with_logits_sum_and_grad_hess{});
  visit(bce_with_logits_sum_and_grad_hess_pairs{});
}

}  // namespace xent::bench
