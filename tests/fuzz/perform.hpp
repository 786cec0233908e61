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

// The outputs that the function has go between its inputs and how it is called.
template <class Called, class T, class... How>
double call_with(Called, scenario<T>& s, const How&... how) {
  const std::span<const T> x = s.range(first_input), y = s.range(targets_input);
  const std::span<T> out = s.range(first_output), second = s.range(second_output);
  constexpr function f = described(Called{});
  if constexpr (f.returns == result::log_sum_exp) {
    return Called::call(x, how...);
  } else if constexpr (f.returns == result::array) {
    if constexpr (f.has_targets) {
      Called::call(x, y, out, how...);
    } else {
      Called::call(x, out, how...);
    }
    return 0;
  } else if constexpr (f.written == no_formula) {
    return Called::call(x, y, how...);
  } else if constexpr (f.written_second == no_formula || f.in_pairs) {
    return Called::call(x, y, out, how...);
  } else {
    return Called::call(x, y, out, second, how...);
  }
}

template <class T, class Grade> double call_in(Grade grade, scenario<T>& s) {
  double value = 0;
  with_called(*s.what, [&](auto called) {
    constexpr function f = described(decltype(called){});
    if constexpr (f.returns == result::log_sum_exp) {
      value = s.is_plain ? call_with(called, s) : call_with(called, s, s.executor);
    } else if constexpr (f.has_targets) {
      value = s.is_plain ? call_with(called, s, grade)
                         : call_with(called, s, s.options(), s.executor, grade);
    } else {
      value = s.is_plain ? call_with(called, s, grade) : call_with(called, s, grade, s.executor);
    }
  });
  return value;
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
