#pragma once
// Every call that takes options, over one set of arguments: a row each, with what must be finite
// for all that it returns to be.

#include <span>

#include <xent/xent.hpp>

#include "../support/option_table.hpp"

namespace xent::test {

template <class T> struct call_arguments {
  std::span<const T> at, y;
  options<T> o;
  std::span<T> first, second, pairs;
};

enum : unsigned { needs_loss = 1, needs_grad = 2, needs_hess = 4 };

template <class T> struct option_call {
  const char* name;
  unsigned needed;
  bool sums;
  void (*run)(const call_arguments<T>& a);
};

template <class T, class Grade>
inline const option_call<T> calls_of_logits[] = {
    {"bce_with_logits", needs_loss, false,
     [](auto& a) { bce_with_logits(a.at, a.y, a.first, a.o, Grade{}); }},
    {"bce_with_logits_grad", needs_grad, false,
     [](auto& a) { bce_with_logits_grad(a.at, a.y, a.first, a.o, Grade{}); }},
    {"bce_with_logits_hess", needs_hess, false,
     [](auto& a) { bce_with_logits_hess(a.at, a.y, a.first, a.o, Grade{}); }},
    {"bce_with_logits_sum", needs_loss, true,
     [](auto& a) { bce_with_logits_sum(a.at, a.y, a.o, Grade{}); }},
    {"bce_with_logits_mean", needs_loss, true,
     [](auto& a) { bce_with_logits_mean(a.at, a.y, a.o, Grade{}); }},
    {"bce_with_logits_sum_and_grad", needs_loss | needs_grad, true,
     [](auto& a) { bce_with_logits_sum_and_grad(a.at, a.y, a.first, a.o, Grade{}); }},
    {"bce_with_logits_mean_and_grad", needs_loss | needs_grad, true,
     [](auto& a) { bce_with_logits_mean_and_grad(a.at, a.y, a.first, a.o, Grade{}); }},
    {"bce_with_logits_sum_and_grad_hess", needs_loss | needs_grad | needs_hess, true,
     [](auto& a) {
       bce_with_logits_sum_and_grad_hess(a.at, a.y, a.first, a.second, a.o, Grade{});
     }},
    {"bce_with_logits_sum_and_grad_hess in pairs", needs_loss | needs_grad | needs_hess, true,
     [](auto& a) { bce_with_logits_sum_and_grad_hess(a.at, a.y, a.pairs, a.o, Grade{}); }}};

template <class T, class Grade>
inline const option_call<T> calls_of_probabilities[] = {
    {"bce", needs_loss, false, [](auto& a) { bce(a.at, a.y, a.first, a.o, Grade{}); }},
    {"bce_grad", needs_grad, false, [](auto& a) { bce_grad(a.at, a.y, a.first, a.o, Grade{}); }},
    {"bce_sum", needs_loss, true, [](auto& a) { bce_sum(a.at, a.y, a.o, Grade{}); }},
    {"bce_mean", needs_loss, true, [](auto& a) { bce_mean(a.at, a.y, a.o, Grade{}); }}};

template <class T, class Grade> std::span<const option_call<T>> calls_of(losses which) {
  if (which == losses::of_logits) return calls_of_logits<T, Grade>;
  return calls_of_probabilities<T, Grade>;
}

}  // namespace xent::test
