#pragma once
// What the sweep looks at: every function of one float, and those of a label at 0 and 1, in
// families that share one truth. A column f is ±g(±x), where g is the first of its family.

#include <string>
#include <tuple>

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

// Where g goes as |x| grows, for x > 0 and for x < 0; where it turns at ½, below that.
struct directions {
  int of_positive, of_negative;
  bool turns_at_half = false;
};

template <directions Directions, class... Columns> struct family {
  static constexpr directions goes = Directions;
  static constexpr bool is_even = goes.of_positive == goes.of_negative;
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

}  // namespace families

using all_families =
    std::tuple<families::sigmoids, families::softpluses, families::sigmoid_grads, families::logits,
               families::logit_grads, families::bces_of_zero, families::bces_of_one,
               families::bce_grads_of_zero, families::bce_grads_of_one>;

}  // namespace xent::test
