#pragma once
// What the sweep looks at: every function of one float, and those of a label at 0 and 1, in
// families that share one truth. A column f is ±g(±x), where g is the first of its family. What no
// family below has is a family by itself, of which no direction is known: so a new function is
// swept before anyone says what it is like.

#include <string>
#include <tuple>
#include <type_traits>

#include "../support/catalogue.hpp"

namespace xent::test {

inline constexpr int no_label = -1;
enum class sign { same, opposite };

// Twin: the column of the family whose bits this one must have, after both signs.
template <class Row, int Label = no_label, int Twin = -1, sign Argument = sign::same,
          sign Result = sign::same>
struct column {
  using row = Row;
  static constexpr int label = Label, twin = Twin;
  static constexpr bool is_mirrored = Argument == sign::opposite;
  static constexpr bool is_negated = Result == sign::opposite;

  static std::string name() {
    std::string text = signature(Row{});
    if (label != no_label) text.replace(text.size() - 2, 1, std::to_string(label));
    return text;
  }
};

// Where g goes as |x| grows, for x > 0 and for x < 0, 0 where that is not looked at; where it turns
// at ½, below that.
struct directions {
  int of_positive, of_negative;
  bool turns_at_half = false;
};

template <directions Directions, class... Columns> struct family {
  static constexpr directions goes = Directions;
  static constexpr bool is_even = goes.of_positive == goes.of_negative && goes.of_positive != 0;
  using columns = std::tuple<Columns...>;
  using leader = std::tuple_element_t<0, columns>;
};

namespace families {
using enum sign;

using sigmoids =
    family<directions{1, -1}, column<rows::sigmoid>, column<rows::softplus_grad, no_label, 0>,
           column<rows::log_sigmoid_grad, no_label, 0, opposite>,
           column<rows::bce_with_logits_grad, 0>,
           column<rows::bce_with_logits_grad, 1, 3, opposite, opposite>>;
using softpluses =
    family<directions{1, -1}, column<rows::softplus>,
           column<rows::log_sigmoid, no_label, 0, opposite, opposite>,
           column<rows::bce_with_logits, 0>, column<rows::bce_with_logits, 1, 2, opposite>>;
using sigmoid_grads =
    family<directions{-1, -1}, column<rows::sigmoid_grad>, column<rows::bce_with_logits_hess, 0>,
           column<rows::bce_with_logits_hess, 1, 1>>;
using logits = family<directions{1, 0}, column<rows::logit>>;
using logit_grads = family<directions{-1, 0, true}, column<rows::logit_grad>>;
using bces_of_zero = family<directions{1, 0}, column<rows::bce, 0>>;
using bces_of_one = family<directions{-1, 0}, column<rows::bce, 1>>;
using bce_grads_of_zero = family<directions{1, 0}, column<rows::bce_grad, 0>>;
using bce_grads_of_one = family<directions{1, 0}, column<rows::bce_grad, 1>>;

using known = std::tuple<sigmoids, softpluses, sigmoid_grads, logits, logit_grads, bces_of_zero,
                         bces_of_one, bce_grads_of_zero, bce_grads_of_one>;

template <class Row, int Label, class... Columns>
constexpr bool has_column(std::tuple<Columns...>) {
  return ((std::is_same_v<Row, typename Columns::row> && Columns::label == Label) || ...);
}
template <class Row, int Label, class... Families>
constexpr bool is_known(std::tuple<Families...>) {
  return (has_column<Row, Label>(typename Families::columns{}) || ...);
}

// A family for the row at this label where none is known.
template <class Row, int Label>
using alone = std::conditional_t<is_known<Row, Label>(known{}), std::tuple<>,
                                 std::tuple<family<directions{0, 0}, column<Row, Label>>>>;

template <class Row> auto unknown_of(Row) {
  if constexpr (Row::arity == 1) {
    return alone<Row, no_label>{};
  } else if constexpr (Row::arity == 2 && has_label<Row>) {
    return std::tuple_cat(alone<Row, 0>{}, alone<Row, 1>{});
  } else {
    return std::tuple<>{};
  }
}
template <class... Rows> auto with_unknown(std::tuple<Rows...>) {
  return std::tuple_cat(known{}, unknown_of(Rows{})...);
}

}  // namespace families

using all_families = decltype(families::with_unknown(catalogue{}));

}  // namespace xent::test
