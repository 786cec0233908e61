#pragma once
// Makes the call that a scenario describes.

#include <exception>
#include <span>
#include <stdexcept>
#include <string>
#include <typeinfo>

#include "scenario.hpp"

namespace xent::test {

enum class ending { returned, refused, out_of_domain, something_else };

struct outcome {
  ending how = ending::returned;
  std::string message;
  double value = 0;
};

#define XENT_TEST_RETURN(condition, call) \
  if (f.name == #call && (condition)) return xent::call
template <class T, class... How> double call_loss(scenario<T>& s, const How&... how) {
  const function& f = *s.what;
  const std::span<const T> x = s.range(first_input), y = s.range(targets_input);
  const std::span<T> out = s.range(first_output), second = s.range(second_output);
  XENT_TEST_RETURN(true, bce)(x, y, out, how...), 0;
  XENT_TEST_RETURN(true, bce_grad)(x, y, out, how...), 0;
  XENT_TEST_RETURN(true, bce_with_logits)(x, y, out, how...), 0;
  XENT_TEST_RETURN(true, bce_with_logits_grad)(x, y, out, how...), 0;
  XENT_TEST_RETURN(true, bce_with_logits_hess)(x, y, out, how...), 0;
  XENT_TEST_RETURN(true, bce_sum)(x, y, how...);
  XENT_TEST_RETURN(true, bce_mean)(x, y, how...);
  XENT_TEST_RETURN(true, bce_with_logits_sum)(x, y, how...);
  XENT_TEST_RETURN(true, bce_with_logits_mean)(x, y, how...);
  XENT_TEST_RETURN(true, bce_with_logits_sum_and_grad)(x, y, out, how...);
  XENT_TEST_RETURN(true, bce_with_logits_mean_and_grad)(x, y, out, how...);
  XENT_TEST_RETURN(f.in_pairs, bce_with_logits_sum_and_grad_hess)(x, y, out, how...);
  XENT_TEST_RETURN(!f.in_pairs, bce_with_logits_sum_and_grad_hess)(x, y, out, second, how...);
  throw std::logic_error("no such loss");
}

template <class T, class... How> void call_unary(scenario<T>& s, const How&... how) {
  const function& f = *s.what;
  const std::span<const T> x = s.range(first_input);
  const std::span<T> out = s.range(first_output);
  XENT_TEST_RETURN(true, sigmoid)(x, out, how...);
  XENT_TEST_RETURN(true, log_sigmoid)(x, out, how...);
  XENT_TEST_RETURN(true, softplus)(x, out, how...);
  XENT_TEST_RETURN(true, logit)(x, out, how...);
  XENT_TEST_RETURN(true, sigmoid_grad)(x, out, how...);
  XENT_TEST_RETURN(true, log_sigmoid_grad)(x, out, how...);
  XENT_TEST_RETURN(true, softplus_grad)(x, out, how...);
  XENT_TEST_RETURN(true, logit_grad)(x, out, how...);
  throw std::logic_error("no such function");
}
#undef XENT_TEST_RETURN

template <class T, class Grade> double call_in(Grade grade, scenario<T>& s) {
  if (s.what->returns == result::log_sum_exp) {
    const std::span<const T> x = s.range(first_input);
    return static_cast<double>(s.is_plain ? xent::log_sum_exp(x)
                                          : xent::log_sum_exp(x, s.executor));
  }
  if (s.what->has_targets()) {
    return s.is_plain ? call_loss(s, grade) : call_loss(s, s.options(), s.executor, grade);
  }
  return s.is_plain ? call_unary(s, grade) : call_unary(s, grade, s.executor), 0;
}

// Every exception there may be, by its very type.
template <class T> outcome perform(scenario<T>& s) {
  try {
    return {ending::returned, "", s.is_exact ? call_in(xent::exact, s) : call_in(xent::fast, s)};
  } catch (const std::exception& error) {
    const bool refused = typeid(error) == typeid(std::invalid_argument);
    const bool out_of_domain = typeid(error) == typeid(std::domain_error);
    return {refused         ? ending::refused
            : out_of_domain ? ending::out_of_domain
                            : ending::something_else,
            error.what()};
  } catch (...) {
    return {ending::something_else, "not a std::exception"};
  }
}

}  // namespace xent::test
