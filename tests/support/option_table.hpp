#pragma once
// The options of a call, one row each, to be given alone and in pairs.

#include <cstddef>
#include <limits>
#include <vector>

#include <xent/options.hpp>

#include "samples.hpp"

namespace xent::test {

enum class member { weights, pos_weight, label_smoothing, denominator, targets, ignored, clamp };

// Which losses take it: all, those with a pos_weight, those with a clamp. Others have neither.
enum class losses { all, of_logits, of_probabilities, others };
inline constexpr losses every_kind_of_loss[] = {losses::of_logits, losses::of_probabilities,
                                                losses::others};

// What the ranges of options point to.
template <class T> struct option_ranges {
  // Six classes divide the 3 blocks and a part.
  static constexpr std::size_t classes = 6, size = 513 * classes;

  std::vector<T> weights, ones = std::vector<T>(size, T(1));
  std::vector<T> class_weights{T(0.5), 1, 3, 0, 7, T(2.5)},
      class_ones = std::vector<T>(classes, T(1));

  option_ranges() {
    random_source random(41);
    for (std::size_t i = 0; i < size; ++i) {
      weights.push_back(is_weightless(i) ? T(0) : static_cast<T>(random.unit() * 3));
    }
  }
  static bool is_weightless(std::size_t i) { return i % 11 == 4; }
};

template <class T> struct option {
  const char* name;
  member sets;
  losses of;
  void (*give)(options<T>& to, const option_ranges<T>& from);

  bool goes_with(const option& other) const { return sets != other.sets; }
  bool is_for(losses which) const { return of == losses::all || of == which; }
};

// 0.25, so that targets of a few bits are smoothed without rounding.
template <class T>
inline const option<T> effective_options[] = {
    {"weights", member::weights, losses::all,
     [](auto& to, auto& from) { to.weights = from.weights; }},
    {"pos_weight", member::pos_weight, losses::of_logits,
     [](auto& to, auto&) { to.pos_weight = T(2.5); }},
    {"pos_weight by class", member::pos_weight, losses::of_logits,
     [](auto& to, auto& from) { to.pos_weight = from.class_weights; }},
    {"label_smoothing", member::label_smoothing, losses::all,
     [](auto& to, auto&) { to.label_smoothing = T(0.25); }},
    {"denominator weight_sum", member::denominator, losses::all,
     [](auto& to, auto&) { to.denominator = denominator::weight_sum; }},
    {"targets unchecked", member::targets, losses::all,
     [](auto& to, auto&) { to.targets = targets::unchecked; }},
    {"ignored_target -1", member::ignored, losses::all,
     [](auto& to, auto&) { to.ignored_target = T(-1); }},
    {"ignored_target NaN", member::ignored, losses::all,
     [](auto& to, auto&) { to.ignored_target = std::numeric_limits<T>::quiet_NaN(); }},
    {"clamp pytorch", member::clamp, losses::of_probabilities,
     [](auto& to, auto&) { to.clamp = clamp::pytorch; }}};

// Those that must change nothing.
template <class T>
inline const option<T> neutral_options[] = {
    {"weights of 1", member::weights, losses::all,
     [](auto& to, auto& from) { to.weights = from.ones; }},
    {"pos_weight 1", member::pos_weight, losses::all,
     [](auto& to, auto&) { to.pos_weight = T(1); }},
    {"pos_weight 1 by class", member::pos_weight, losses::all,
     [](auto& to, auto& from) { to.pos_weight = from.class_ones; }},
    {"label_smoothing 0", member::label_smoothing, losses::all,
     [](auto& to, auto&) { to.label_smoothing = 0; }},
    {"denominator count", member::denominator, losses::all,
     [](auto& to, auto&) { to.denominator = denominator::count; }},
    {"targets checked", member::targets, losses::all,
     [](auto& to, auto&) { to.targets = targets::checked; }},
    {"ignored_target that is nowhere", member::ignored, losses::all,
     [](auto& to, auto&) { to.ignored_target = T(-7); }},
    {"clamp none", member::clamp, losses::all, [](auto& to, auto&) { to.clamp = clamp::none; }}};

}  // namespace xent::test
