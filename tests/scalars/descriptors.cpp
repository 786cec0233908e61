// What the concept function_descriptor asks of a struct: one that has all members is accepted, and
// the same with a member left out, misspelt, or of another type is not, so that a slip in a new
// function is an error of the compiler and not a default taken in silence.

#include <string_view>
#include <tuple>
#include <type_traits>

#include <xent/detail/functions/arguments.hpp>
#include <xent/detail/functions/descriptor.hpp>
#include <xent/detail/functions/infinite_pos_weight.hpp>
#include <xent/detail/math/correct_rounding.hpp>
#include <xent/detail/math/quotients.hpp>

#include "../support/catch.hpp"

// Not without a name: Clang would warn of members that are never used.
namespace xent::test::descriptors {

namespace argument = detail::argument;

// The members, one by one.
struct with_name {
  static constexpr const char* name = "square";
};
struct with_argument {
  using arguments = detail::takes<argument::logit>;
};
struct with_pos_weight {
  using arguments =
      detail::takes<argument::logit, argument::label, argument::optional<argument::pos_weight>>;
};
struct with_gradient {
  using gradient = detail::no_function;
};
struct with_clamped {
  using clamped = detail::no_function;
};
struct with_error {
  static constexpr detail::error_bounds error = detail::bounds_of_one_variable;
};
struct with_compensation {
  static constexpr bool fast_float_is_compensated = false;
};
struct with_eval {
  template <class M, class... More>
  static constexpr detail::real_of<M> eval(detail::real_of<M> x, More...) {
    return x * x;
  }
};
struct with_cancelling_terms {
  template <class M, class... More>
  static constexpr detail::no_tail cancelling_terms(detail::real_of<M>, More...) {
    return {};
  }
};
struct with_positive_term {
  using positive_term = detail::positive_term<+1, detail::vanishes_at::plus_infinity>;
};

struct nothing {};

template <class... Members> struct made_of : Members... {
  // With another member in place of one.
  template <class Member, class Other>
  using with = made_of<std::conditional_t<std::is_same_v<Member, Members>, Other, Members>...>;
};

template <class F> inline constexpr bool is_accepted = detail::function_descriptor<F>;
template <class F, class Member>
inline constexpr bool needs = !is_accepted<typename F::template with<Member, nothing>>;
template <class F, class Member, class Other>
inline constexpr bool refuses = !is_accepted<typename F::template with<Member, Other>>;

using plain = made_of<with_name, with_argument, with_gradient, with_clamped, with_error,
                      with_compensation, with_eval, with_cancelling_terms>;
using weighted = made_of<with_name, with_pos_weight, with_gradient, with_clamped, with_error,
                         with_compensation, with_eval, with_cancelling_terms, with_positive_term>;
static_assert(is_accepted<plain> && is_accepted<weighted>);

template <class F, class... Members> constexpr bool needs_each(made_of<Members...>) {
  return (needs<F, Members> && ...);
}
static_assert(needs_each<plain>(plain{}));
static_assert(needs_each<weighted>(weighted{}));

// Misspelt.
struct with_cancelling_term {
  template <class M, class... More>
  static constexpr detail::no_tail cancelling_term(detail::real_of<M>, More...) {
    return {};
  }
};
struct with_gradiant {
  using gradiant = detail::no_function;
};
struct with_fast_float_is_compensate {
  static constexpr bool fast_float_is_compensate = false;
};
static_assert(refuses<plain, with_cancelling_terms, with_cancelling_term>);
static_assert(refuses<plain, with_gradient, with_gradiant>);
static_assert(refuses<plain, with_compensation, with_fast_float_is_compensate>);

// Of another type.
struct with_name_as_view {
  static constexpr std::string_view name = "square";
};
struct with_arguments_as_tuple {
  using arguments = std::tuple<argument::logit>;
};
struct with_gradient_as_value {
  static constexpr detail::no_function gradient{};
};
struct with_bounds_of_one_type {
  static constexpr detail::grade_bounds error{{0.5}, {0.5}};
};
struct with_compensation_as_number {
  static constexpr int fast_float_is_compensated = 0;
};
struct with_eval_of_float {
  template <class M, class... More> static constexpr float eval(detail::real_of<M> x, More...) {
    return static_cast<float>(x);
  }
};
static_assert(refuses<plain, with_name, with_name_as_view>);
static_assert(refuses<plain, with_argument, with_arguments_as_tuple>);
static_assert(refuses<plain, with_gradient, with_gradient_as_value>);
static_assert(refuses<plain, with_error, with_bounds_of_one_type>);
static_assert(refuses<plain, with_compensation, with_compensation_as_number>);
static_assert(refuses<plain, with_eval, with_eval_of_float>);

// Of another number of arguments: with a pos_weight a function is asked for both of its forms.
struct with_eval_of_two {
  template <class M>
  static constexpr detail::real_of<M> eval(detail::real_of<M> x, detail::real_of<M>) {
    return x * x;
  }
};
struct with_terms_of_two {
  template <class M>
  static constexpr detail::no_tail cancelling_terms(detail::real_of<M>, detail::real_of<M>) {
    return {};
  }
};
static_assert(refuses<weighted, with_eval, with_eval_of_two>);
static_assert(refuses<weighted, with_cancelling_terms, with_terms_of_two>);
static_assert(refuses<plain, with_eval, with_eval_of_two>);

}  // namespace xent::test::descriptors

TEST_CASE("what is no descriptor does not compile", "[contract]") { SUCCEED(); }
