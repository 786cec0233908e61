#pragma once
// What a call must return and write: every element the bits that it has alone, in another place and
// on another instruction set where that must not matter, and those within the bound of its grade;
// the sum that of long double.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "../support/judge.hpp"
#include "perform.hpp"

namespace xent::test {

[[noreturn]] inline void complain(const std::string& about) {
  std::fprintf(stderr, "fuzz: %s\n", about.c_str());
  std::abort();
}

inline bool fuses(std::string_view isa) { return isa != "baseline" || XENT_HAS_FMA; }

template <class T> class expectation {
 public:
  // Of the call that `before` describes, whose memory nothing has touched.
  explicit expectation(scenario<T>& before) : s_(before), is_weighted_(before.has_pos_weight()) {}

  void check(scenario<T>& after, double value) {
    choose_isa();
    const function& f = *s_.what;
    if (f.returns == result::log_sum_exp) return check_log_sum(value);
    if (f.returns == result::array) return check_array(after, first_output, f.written);
    check_sum(value);
    check_array(after, first_output, f.written);
    check_array(after, second_output, f.written_second);
    if (f.in_pairs) check_array(after, first_output, f.written_second);
  }

 private:
  scenario<T>& s_;
  bool is_weighted_;

  void choose_isa() {
    const bool any = s_.is_exact && sizeof(T) == 4;
    const auto names = xent::available_isas();
    const bool known = std::find(names.begin(), names.end(), s_.reference_isa) != names.end();
    if (known && (any || fuses(s_.isa) == fuses(s_.reference_isa))) xent::set_isa(s_.reference_isa);
  }

  // A float's product is rounded once; a plain mean's 1/n is a float.
  static T weighted(T value, T w, double scale) {
    const T narrow = static_cast<T>(scale);
    if constexpr (sizeof(T) == 8) return value * (w * narrow);
    return static_cast<T>(static_cast<double>(value) *
                          (static_cast<double>(w) * static_cast<double>(narrow)));
  }

  // Is it a mean over a sum of weights, in which these are brought near 1?
  bool is_scaled() const {
    return s_.what->returns == result::mean && s_.by_weight_sum && s_.has(weights);
  }

  // 0: the element is left out.
  T weight(std::size_t i) {
    if (s_.has(targets_input) && s_.is_ignored(s_.range(targets_input)[i])) return 0;
    return s_.has(weights) ? s_.range(weights)[i] : T(1);
  }
  bool is_unspecified(std::size_t i) {
    if (!s_.has(targets_input) || weight(i) == 0) return false;
    const T y = s_.range(targets_input)[i];
    return !(y >= 0 && y <= 1) && !s_.is_ignored(y);
  }

  T smoothed(T y) const {
    const T keep = 1 - s_.label_smoothing, shift = s_.label_smoothing / 2;
    if (shift == 0) return y;
    if constexpr (sizeof(T) == 4) {
      return static_cast<T>(static_cast<double>(y) * static_cast<double>(keep) +
                            static_cast<double>(shift));
    } else {
      return fuses(s_.isa) ? std::fma(y, keep, shift) : y * keep + shift;
    }
  }

  template <class Row> arguments_of<Row, T> arguments(Row, std::size_t i) {
    arguments_of<Row, T> xs{s_.range(first_input)[i]};
    if constexpr (Row::arity > 1) xs[1] = smoothed(s_.range(targets_input)[i]);
    if constexpr (Row::arity > 2) {
      const auto q = s_.range(pos_weight);
      xs[2] = q.empty() ? s_.one_pos_weight : q[i % q.size()];
    }
    return xs;
  }

  template <class Row, class Grade>
  T alone_clamped(Row row, Grade grade, const arguments_of<Row, T>& xs,
                  const spans_of<Row, T>& spans) {
    std::array<T, 2> out;
    const xent::options<T> clamped{.clamp = xent::clamp::pytorch};
    if constexpr (std::is_same_v<Row, rows::bce>) {
      xent::bce(spans[0], spans[1], out, clamped, grade);
    } else {
      xent::bce_grad(spans[0], spans[1], out, clamped, grade);
    }
    if (!is_clamp_kept<Row, T>(row, s_.is_exact, xs, out[0])) {
      complain(std::string(type_name<T>) + " clamped " + signature(row) + " beyond its bound at " +
               hex(xs[0], xs[1]) + ": " + hex(out[0]));
    }
    return out[0];
  }

  // The element before another one, whose pos_weight is not 1.
  template <class Row, class Grade> T alone(Row row, Grade grade, const arguments_of<Row, T>& xs) {
    std::array<std::array<T, 2>, Row::arity> pairs;
    spans_of<Row, T> spans;
    for (std::size_t k = 0; k < xs.size(); ++k) {
      pairs[k] = {xs[k], k < 2 ? T(0.5) : T(2)};
      spans[k] = pairs[k];
    }
    std::array<T, 2> out;
    if constexpr (std::is_same_v<Row, rows::bce> || std::is_same_v<Row, rows::bce_grad>) {
      if (s_.is_clamped) return alone_clamped(row, grade, xs, spans);
    }
    apply<Row, T>(row, grade, spans, std::span<T>(out));
    if (!is_kept<Row, T>(row, s_.is_exact, xs, out[0])) {
      complain(std::string(type_name<T>) + ' ' + signature(row) + " beyond its bound at " +
               std::apply([](auto... x) { return hex(x...); }, xs) + ": " + hex(out[0]));
    }
    return out[0];
  }

  T element(formula f, std::size_t i) {
    T value{};
    with_row(f, is_weighted_, [&](auto row) {
      const auto xs = arguments(row, i);
      value = s_.is_exact ? alone(row, xent::exact, xs) : alone(row, xent::fast, xs);
    });
    return value;
  }

  long double denominator() {
    if (s_.what->returns != result::mean) return 1;
    long double sum = 0;
    for (std::size_t i = 0; i < s_.places[first_input]->size; ++i) {
      const bool is_ignored = s_.is_ignored(s_.range(targets_input)[i]);
      sum += s_.by_weight_sum ? static_cast<long double>(weight(i)) : is_ignored ? 0 : 1;
    }
    return sum;
  }

  void check_array(scenario<T>& after, role r, formula f) {
    if (!after.has(r) || f == no_formula) return;
    const std::size_t step = s_.what->in_pairs ? 2 : 1;
    const std::size_t first = s_.what->in_pairs && f == s_.what->written_second ? 1 : 0;
    const auto got = after.range(r);
    const auto by = static_cast<double>(denominator());
    const double scale = by == 0 ? 0 : 1 / by;
    for (std::size_t i = 0; first + step * i < got.size(); ++i) {
      if (is_unspecified(i)) continue;
      const T want = weight(i) == 0 ? T(0) : weighted(element(f, i), weight(i), scale);
      check_element(got[first + step * i], want, i);
    }
  }

  // 1/Σw may be off in its last place, and the product with it.
  void check_element(T got, T want, std::size_t i) const {
    if (same(got, want) ||
        (is_scaled() && ulps_apart(got, want) <= 4 && ulps_apart(got, want) >= -4))
      return;
    complain(std::string(s_.what->name) + " at " + std::to_string(i) + ": got " + hex(got) +
             ", want " + hex(want));
  }

  void check_sum(double got) {
    long double sum = 0;
    for (std::size_t i = 0; i < s_.places[first_input]->size; ++i) {
      if (is_unspecified(i)) return;
      const T w = weight(i);
      if (w == 0) continue;
      const T term = element(s_.what->summed, i);
      sum += sizeof(T) == 4 || is_scaled()
                 ? static_cast<long double>(term) * static_cast<long double>(w)
                 : static_cast<long double>(term * w);
    }
    const long double allowed = s_.what->returns == result::sum ? 0x1p-50L : 0x1p-49L;
    if (sum > std::numeric_limits<double>::max() && !is_scaled()) sum = infinity;
    const long double by = denominator();
    check_number(got, by == 0 ? static_cast<long double>(nan) : sum / by, allowed);
  }

  void check_number(double got, long double want, long double relative) const {
    const auto wanted = static_cast<double>(want);
    if (same(got, wanted)) return;
    const long double error = std::abs(static_cast<long double>(got) - want);
    if (error <= relative * std::abs(want) + 0x1p-1074L) return;
    complain(std::string(s_.what->name) + ": got " + hex(got) + ", want " + hex(wanted));
  }

  void check_log_sum(double got) const {
    scenario<T>& s = s_;
    const auto x = s.range(first_input);
    long double most = -infinity, rest = 0;
    for (const T one : x)
      most = is_nan(one) || is_nan(most) ? nan : std::max<long double>(most, one);
    if (!std::isfinite(most)) return check_number(got, most, 0);
    bool is_counted = false;
    for (const T one : x) {
      if (static_cast<long double>(one) == most && !std::exchange(is_counted, true)) continue;
      rest += std::exp(static_cast<long double>(one) - most);
    }
    const long double want = most + std::log1p(rest);
    check_log_sum("log_sum_exp", static_cast<T>(got), want, most, 2.5);
    if (x.size() == 2)
      check_log_sum("log_add_exp", xent::log_add_exp(x[0], x[1]), want, most, 1.51);
  }

  void check_log_sum(const char* what, T got, long double want, long double most,
                     double allowed_of_double) const {
    const double error = error_in_ulps(got, want, std::max(std::abs(want), std::abs(most)));
    if (error <= (sizeof(T) == 4 ? 0.51 : allowed_of_double)) return;
    complain(std::string(what) + ": got " + hex(got) + ", want " + hex(static_cast<double>(want)));
  }
};

}  // namespace xent::test
