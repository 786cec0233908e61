// Sums and means with weights, denominators and logits from the whole range of their type, against
// MPFR: loss, gradient and hessian.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <vector>

#include <xent/reduce.hpp>

#include "../support/bound.hpp"
#include "../support/catch.hpp"
#include "../support/reference.hpp"
#include "../support/samples.hpp"

namespace {

using namespace xent::test;

// Weights of one call: of every size, near one size, equal ones, or the extremes.
template <class T> std::vector<T> random_weights(random_source& random, std::size_t n) {
  constexpr int least = least_exponent<T>, greatest = std::numeric_limits<T>::max_exponent;
  const auto kind = random.below(5);
  const int middle =
      least + static_cast<int>(random.below(static_cast<unsigned>(greatest - least)));
  const T one = static_cast<T>(random.log_uniform(middle, middle + 1));
  std::vector<T> w;
  for (std::size_t i = 0; i < n; ++i) {
    switch (kind) {
      case 0:
        w.push_back(static_cast<T>(random.log_uniform(least, greatest)));
        break;
      case 1:
        w.push_back(static_cast<T>(
            random.log_uniform(std::max(least, middle - 12), std::min(greatest, middle + 12))));
        break;
      case 2:
        w.push_back(one);
        break;
      case 3:
        w.push_back(std::numeric_limits<T>::max() / static_cast<T>(1 + random.below(3)));
        break;
      default:
        w.push_back(std::numeric_limits<T>::denorm_min() * static_cast<T>(random.below(4)));
    }
  }
  return w;
}

// A call of a few elements.
template <class T> struct weighted_call {
  std::vector<T> x, y, w, grad, hess;
  T q = 1;
  bool by_weight_sum = false;
  double value = 0;

  explicit weighted_call(random_source& random) {
    const std::size_t n = 1 + random.below(6);
    // Beyond these a loss times n is no double, or no float.
    const T most = sizeof(T) == 4 ? T(1e30) : T(1e290);
    w = random_weights<T>(random, n);
    for (std::size_t i = 0; i < n; ++i) {
      x.push_back(std::clamp(random_logit<T>(random), -most, most));
      y.push_back(random.below(3) == 0 ? static_cast<T>(random.unit())
                                       : static_cast<T>(random.below(2)));
    }
    if (random.below(3) == 0) q = static_cast<T>(random.log_uniform(-24, 24));
    by_weight_sum = random.below(3) != 0;
    grad.resize(n);
    hess.resize(n);
  }

  xent::options<T> options() const {
    return {
        .weights = w,
        .pos_weight = q,
        .denominator = by_weight_sum ? xent::denominator::weight_sum : xent::denominator::count};
  }
  real denominator() const {
    if (!by_weight_sum) return real(static_cast<double>(w.size()));
    real sum(0);
    for (const T one : w) sum = sum + real(one);
    return sum;
  }
};

struct worst_found {
  double loss = 0, derivative = 0;
  std::size_t losses = 0, derivatives = 0;
};

// How much the error of a result exceeds what the function alone is granted, `ulps` of the ulp of
// its larger term times the factor that follows, and which may be subnormal.
template <class T> class judge {
 public:
  judge(worst_found& worst, double ulps) : worst_(worst), ulps_(ulps) {}

  // In ulp of the result. The last rounding is half of one at most. Those before, of the
  // denominator's inverse and in double of the weight's part of it, are half an ulp of what they
  // round, so up to one of the result; a part that is subnormal is off by its own last place.
  void check_derivative(T got, const real& alone, const real& larger, const real& factor,
                        const weighted_call<T>& call, std::size_t i) {
    const real truth = alone * factor;
    if (!std::isfinite(truth.template nearest<T>())) return;
    ++worst_.derivatives;
    const int exponent = ulp_exponent((larger * factor).template nearest<T>());
    const real error = abs(real(got) - truth) - (granted(larger) + granted_to_q(call, i)) * factor;
    const double excess = error.scaled(-exponent).to_double();
    const bool is_off = sizeof(T) == 8 && is_subnormal(factor);
    const double more = is_off ? std::max(1.0, static_cast<double>(call.q)) : 0;
    worst_.derivative = std::max(worst_.derivative, excess - more);
    if (excess <= (sizeof(T) == 4 ? 1.5 : 2.5) + more) return;
    complain(call, i, static_cast<double>(got), truth);
  }

  // Of the sum, relative. A product of double's that is subnormal is off by 2⁻¹⁰⁷⁵.
  void check_loss(double got, const real& truth, const real& of_terms,
                  const weighted_call<T>& call) {
    if (!std::isfinite(truth.to_double())) return;
    ++worst_.losses;
    const real error = abs(real(got) - truth) - of_terms - real(0x1p-1070);
    if (error < real(0)) return;
    const double relative = (error / truth).to_double();
    worst_.loss = std::max(worst_.loss, relative);
    if (relative <= 0x1p-50) return;
    complain(call, 0, got, truth);
  }

  // Of a value of T.
  real granted(const real& value) const {
    return real(ulps_).scaled(ulp_exponent(value.template nearest<T>()));
  }

  // And to a pos_weight that is not near 1, where results are computed in their own type.
  real granted_to_q(const weighted_call<T>& call, std::size_t i) const {
    if (ulps_ < 1) return real(0);
    using row = rows::weighted_bce_with_logits;
    return real(granted_to_pos_weight<row, T>({}, {call.x[i], call.y[i], call.q}));
  }

  // A term whose weight's part of the denominator is subnormal is off by the last place of that.
  real granted_of_part(const real& value, const real& part) const {
    return sizeof(T) == 8 && is_subnormal(part) ? value.scaled(least_exponent<T>) : real(0);
  }

  std::size_t wrong() const { return wrong_; }

 private:
  worst_found& worst_;
  double ulps_;
  std::size_t wrong_ = 0;

  static bool is_subnormal(const real& x) { return abs(x) < real(std::numeric_limits<T>::min()); }

  void complain(const weighted_call<T>& call, std::size_t i, double got, const real& truth) {
    if (++wrong_ > 5) return;
    UNSCOPED_INFO(i << " of " << call.w.size() << (call.by_weight_sum ? " by weights" : "")
                    << ": x, y, w, q = " << hex(call.x[i], call.y[i], call.w[i], call.q) << ", got "
                    << hex(got) << ", want " << truth.decimal(17));
  }
};

template <class T, class Grade>
void search(std::size_t calls, Grade grade, double ulps, std::uint64_t seed) {
  random_source random(seed);
  worst_found worst;
  judge<T> j(worst, ulps);
  for (std::size_t k = 0; k < calls; ++k) {
    weighted_call<T> call(random);
    const bool is_mean = random.below(4) != 0;
    const real divisor = is_mean ? call.denominator() : real(1);
    if (divisor == real(0)) continue;
    const double value = is_mean ? xent::bce_with_logits_mean_and_grad(call.x, call.y, call.grad,
                                                                       call.options(), grade)
                                 : xent::bce_with_logits_sum_and_grad_hess(
                                       call.x, call.y, call.grad, call.hess, call.options(), grade);
    real loss(0), of_terms(0);
    for (std::size_t i = 0; i < call.x.size(); ++i) {
      const real x(call.x[i]), y(call.y[i]), q(call.q), w(call.w[i]), factor = w / divisor;
      const rows::weighted_bce_with_logits_grad grad;
      const real term = truth(rows::weighted_bce_with_logits{}, x, y, q);
      loss = loss + weighted(w, term);
      of_terms = of_terms + (j.granted(term) + j.granted_to_q(call, i)) * factor +
                 j.granted_of_part(term, factor);
      const real slope = truth(grad, x, y, q);
      j.check_derivative(call.grad[i], slope, larger_term(grad, slope, x, y, q), factor, call, i);
      if (is_mean) continue;
      const real bend = truth(rows::weighted_bce_with_logits_hess{}, x, y, q);
      j.check_derivative(call.hess[i], bend, bend, factor, call, i);
    }
    // A sum beyond the largest double is infinite, and so is the mean of a count.
    if (std::isfinite(loss.to_double()) || (is_mean && call.by_weight_sum))
      j.check_loss(value, loss / divisor, of_terms, call);
  }
  CHECK(j.wrong() == 0);
  std::printf(
      "%s: beyond the function's own error, %zu losses by 2^%.1f of themselves, "
      "%zu derivatives by %.2f ulp\n",
      type_name<T>, worst.losses, std::log2(worst.loss), worst.derivatives, worst.derivative);
}

void search_all(std::size_t calls) {
  for (const auto isa : xent::available_isas()) {
    xent::set_isa(isa);
    INFO(isa);
    search<float>(calls, xent::fast, 2.5, 1);
    search<float>(calls, xent::exact, 0.51, 2);
    search<double>(calls, xent::fast, 2, 3);
  }
}

}  // namespace

TEST_CASE("weights and denominators of every size") { search_all(500); }

// By name only: CTest runs it under the label `exhaustive`.
TEST_CASE("weights and denominators of every size, many", "[.exhaustive]") { search_all(300'000); }
