// sixteen_bits COUNT
//
// Every function over Eigen::half and Eigen::bfloat16, in their own arithmetic, against double:
// where one variable counts at all 65536 values, elsewhere at random arguments, COUNT in total.
// Prints the worst error of each; exit status 1 where one is beyond its bound.

#include "sixteen_bits.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include "../support/bound.hpp"

namespace {

using namespace xent::test;

// In ulp of the type, as sigmoid.hpp says.
template <class Row> constexpr double promised(bool is_soft) {
  const bool is_derivative = Row::function_name.starts_with("bce_with_logits_");
  return is_derivative && is_soft ? 5 : 4;
}

template <class Row, class T> class subject {
 public:
  // Besides its bound, `granted` is allowed.
  void see(const arguments_of<Row, T>& xs, double granted) {
    arguments_of<Row, double> at;
    std::transform(xs.begin(), xs.end(), at.begin(), [](const T& x) { return wide(x); });
    const T got = call<Row, T>(Row{}, xs);
    double error = error_at(got, at, granted);
    if constexpr (has_jump<Row>) {
      for (const double step : {-2.0, 2.0}) {
        auto beside = at;
        beside[0] *= 1 + std::ldexp(step, 1 - std::numeric_limits<T>::digits);
        error = std::min(error, error_at(got, beside, granted));
      }
    }
    ++count_;
    if (error > worst_) {
      worst_ = error;
      at_ = at;
    }
  }

  // Is the worst within its bound?
  bool report(const char* labels, bool is_soft) const {
    const std::string name = type_name() + (" " + signature(Row{})) + labels;
    const std::string where = std::apply([](auto... x) { return hex_values(x...); }, at_);
    std::printf("%-42s %9llu %6.3f  %s\n", name.c_str(), count_, worst_, where.c_str());
    return worst_ <= promised<Row>(is_soft);
  }

 private:
  static double error_at(T got, const arguments_of<Row, double>& at, double granted) {
    const auto truth = std::apply([](auto... x) { return estimated(Row{}, x...); }, at);
    return error_of(got, truth, bound_at<Row, double>(Row{}, at), granted);
  }
  static const char* type_name() { return std::is_same_v<T, Eigen::half> ? "half" : "bfloat16"; }
  template <class... Xs> static std::string hex_values(Xs... xs) {
    std::string text;
    char one[32];
    ((std::snprintf(one, sizeof one, "%s%a", text.empty() ? "" : ", ", xs), text += one), ...);
    return text;
  }

  unsigned long long count_ = 0;
  double worst_ = -1;
  arguments_of<Row, double> at_{};
};

// One variable counts: alone, or beside labels 0 and 1.
template <class Row, class T> bool every_value() {
  subject<Row, T> s;
  for (unsigned bits = 0; bits < all_patterns; ++bits) {
    const T x = from_pattern<T>(bits);
    if constexpr (Row::arity == 1) {
      s.see({x}, 0);
    } else {
      for (const double y : {0.0, 1.0}) s.see({x, narrow<T>(y)}, 0);
    }
  }
  return s.report(Row::arity == 1 ? "" : " hard", false);
}

// Where q·y is subnormal nothing is promised. q of the least subnormal numbers are granted, for
// e^−|x| is rounded to these before q multiplies it.
template <class Row, class T> bool random_values(unsigned long long count) {
  subject<Row, T> s;
  random_source random(1);
  for (unsigned long long i = 0; i < count;) {
    arguments_of<Row, T> xs;
    for (std::size_t k = 0; k < xs.size(); ++k) xs[k] = random_value<T>(Row::arguments[k], random);
    if (terms_cancel<Row> && random.below(4) == 0) bring_together<Row, T>(xs);
    double granted = 0;
    if constexpr (is_weighted<Row>) {
      const double q = wide(xs[2]), product = q * wide(xs[1]);
      if (product > 0 && product < least_normal<T>()) continue;
      granted = q * least_subnormal<T>();
    } else if constexpr (has_label<Row>) {
      if (xs[1] == narrow<T>(0) || xs[1] == narrow<T>(1)) continue;
    }
    s.see(xs, granted);
    ++i;
  }
  return s.report(Row::arity == 2 && has_label<Row> ? " soft" : "", true);
}

template <class T> bool every_function(unsigned long long count) {
  bool good = true;
  for_each_function([&]<class Row>(Row) {
    if constexpr (Row::arity == 1 || (Row::arity == 2 && has_label<Row>)) {
      good &= every_value<Row, T>();
    }
    if constexpr (Row::arity > 1) good &= random_values<Row, T>(count);
  });
  return good;
}

// Of each type.
int random_functions() {
  int count = 0;
  for_each_function([&](auto row) { count += row.arity > 1; });
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: sixteen_bits COUNT\n", stderr);
    return 2;
  }
  const unsigned long long count = std::strtoull(argv[1], nullptr, 10);
  const auto share = count / static_cast<unsigned>(2 * random_functions());
  std::printf("%-42s %9s %6s  at\n", "function", "points", "ulp");
  const bool half_is_good = every_function<Eigen::half>(share);
  return every_function<Eigen::bfloat16>(share) && half_is_good ? 0 : 1;
}
