#pragma once
// What may rightly be said against a call: all its faults, each in the words of the contract. A
// call with faults must report one of them, and a call without must not fail.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

#include "scenario.hpp"

namespace xent::test {

template <class T> std::string shown(T x) {
  char text[32];
  std::snprintf(text, sizeof text, sizeof(T) == 4 ? "%.9g" : "%.17g", static_cast<double>(x));
  return text;
}

struct faults {
  std::vector<std::string> refused, out_of_domain;
  bool none() const { return refused.empty() && out_of_domain.empty(); }
};

template <class T> class fault_finder {
 public:
  explicit fault_finder(scenario<T>& s) : s_(s) {}

  faults find() {
    find_shape_faults();
    if (s_.what->has_targets) {
      find_option_faults();
      find_bad_values();
    }
    return found_;
  }

 private:
  scenario<T>& s_;
  faults found_;

  void refuse(const std::string& what) {
    found_.refused.push_back("xent::" + std::string(s_.what->name) + ": " + what);
  }

  std::string name_of(role r) const {
    const function& f = *s_.what;
    switch (r) {
      case first_input:
        return f.of_probability ? "p" : "x";
      case targets_input:
        return "y";
      case first_output:
        return f.returns == result::array ? "out" : f.in_pairs ? "pairs" : "grad";
      default:
        return "hess";
    }
  }

  // Arrays are measured by their output, sums by their first input.
  std::size_t size() const {
    return s_.places[s_.what->returns == result::array ? first_output : first_input]->size;
  }

  void check_size(role r, role of) {
    const bool twice = s_.what->in_pairs && r == first_output;
    const std::size_t its = s_.places[r]->size, wanted = s_.places[of]->size * (twice ? 2 : 1);
    if (its != wanted) {
      refuse(name_of(r) + " has " + std::to_string(its) + " elements, " + (twice ? "twice " : "") +
             name_of(of) + " has " + std::to_string(wanted));
    }
  }

  // In bytes from one range to another; empty ranges meet none.
  void check_overlap(role out, role in, bool may_be_same) {
    const place &a = *s_.places[out], &b = *s_.places[in];
    if (a.block != b.block || a.size == 0 || b.size == 0) return;
    const std::ptrdiff_t apart = a.begin - b.begin;
    const bool overlap =
        apart < static_cast<std::ptrdiff_t>(b.size) && -apart < static_cast<std::ptrdiff_t>(a.size);
    if (!overlap || (may_be_same && apart == 0 && a.size == b.size)) return;
    refuse(name_of(out) + " overlaps " + name_of(in) + (may_be_same ? " without being it" : "") +
           ": " + name_of(out) + " starts " +
           std::to_string(apart * static_cast<std::ptrdiff_t>(sizeof(T))) + " bytes after " +
           name_of(in));
  }

  void find_shape_faults() {
    const bool is_array = s_.what->returns == result::array;
    for (const role in : {first_input, targets_input}) {
      if (is_array && s_.has(in)) check_size(in, first_output);
    }
    if (!is_array && s_.has(targets_input)) check_size(targets_input, first_input);
    for (const role out : {first_output, second_output}) {
      if (!s_.has(out)) continue;
      if (!is_array) check_size(out, first_input);
      for (const role in : {first_input, targets_input}) {
        if (s_.has(in)) check_overlap(out, in, true);
      }
    }
    if (s_.has(second_output)) check_overlap(second_output, first_output, false);
  }

  void find_option_faults() {
    const T s = s_.label_smoothing, q = s_.one_pos_weight;
    if (!(s >= 0 && s <= 1)) refuse("label_smoothing = " + shown(s) + " is outside [0, 1]");
    if (s_.has(weights) && s_.places[weights]->size != size()) {
      refuse("weights has " + std::to_string(s_.places[weights]->size) + " elements, y has " +
             std::to_string(size()));
    }
    if (s_.has(pos_weight)) {
      const std::size_t count = s_.places[pos_weight]->size;
      if (count == 0 ? size() != 0 : size() % count != 0) {
        refuse("pos_weight has " + std::to_string(count) + " elements, which do not divide the " +
               std::to_string(size()) + " of y");
      }
    } else if (!is_weight(q)) {
      refuse("pos_weight = " + shown(q) + not_a_weight);
    }
    if (!s_.what->takes_pos_weight && s_.has_pos_weight()) {
      refuse("pos_weight is for losses of logits");
    }
    if (s_.is_clamped && !s_.what->has_clamp) refuse("clamp is for losses of probabilities");
    for (const role out : {first_output, second_output}) {
      if (!s_.has(out)) continue;
      if (touches(out, weights)) refuse(name_of(out) + " overlaps weights");
      if (touches(out, pos_weight)) refuse(name_of(out) + " overlaps pos_weight");
    }
  }

  bool touches(role out, role in) const {
    if (!s_.has(in) || s_.places[out]->block != s_.places[in]->block) return false;
    const place &a = *s_.places[out], &b = *s_.places[in];
    return a.begin < b.begin + static_cast<std::ptrdiff_t>(b.size) &&
           b.begin < a.begin + static_cast<std::ptrdiff_t>(a.size);
  }

  static constexpr const char* not_a_weight = " is negative, infinite or NaN";
  static bool is_weight(T w) { return w >= 0 && w <= std::numeric_limits<T>::max(); }

  // The first of a range, whose number is returned; the range's size where there is none.
  template <class IsGood>
  std::size_t find_bad(role r, const std::string& name, const char* why, IsGood is_good) {
    const auto values = s_.range(r);
    std::size_t i = 0;
    while (i < values.size() && is_good(i, values[i])) ++i;
    if (i < values.size()) {
      found_.out_of_domain.push_back("xent::" + std::string(s_.what->name) + ": " + name + "[" +
                                     std::to_string(i) + "] = " + shown(values[i]) + why);
    }
    return i;
  }

  void find_bad_values() {
    const auto w = s_.range(weights);
    const auto is_target = [&](std::size_t i, T y) {
      return (y >= 0 && y <= 1) || s_.is_ignored(y) || (i < w.size() && w[i] == 0);
    };
    const auto is_good_weight = [](std::size_t, T one) { return is_weight(one); };
    find_bad(pos_weight, "pos_weight", not_a_weight, is_good_weight);
    if (!found_.out_of_domain.empty()) return;  // before any element is looked at
    const std::size_t y = s_.checks_targets
                              ? find_bad(targets_input, "target y", " is outside [0, 1]", is_target)
                              : 0;
    drop_later(y, find_bad(weights, "weights", not_a_weight, is_good_weight));
  }

  // Of a bad target and a bad weight that of the lower block is reported, whatever the executor;
  // but a mean may look at all weights first.
  void drop_later(std::size_t y, std::size_t w) {
    if (found_.out_of_domain.size() < 2 || s_.what->returns == result::mean) return;
    const std::size_t of_y = y / xent::block_size, of_w = w / xent::block_size;
    auto& both = found_.out_of_domain;
    if (of_y != of_w) both.erase(both.begin() + (of_y < of_w ? 1 : 0));
  }
};

}  // namespace xent::test
