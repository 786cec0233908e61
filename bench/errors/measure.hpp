#pragma once
// The worst error in each bin, in ulp of the correctly rounded result.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include <xent/isa.hpp>

#include "../../tests/support/enclosure.hpp"
#include "../../tests/support/floating.hpp"
#include "../peers/offers.hpp"
#include "../support/columns.hpp"
#include "inputs.hpp"

namespace xent::bench {

struct profile {
  std::string function, side;
  axis along;
  std::array<double, bins> worst{};

  double worst_of_all() const { return std::ranges::max(worst); }
};

// A function of one variable, or of one and a label, and the truth about the inputs of one bin.
template <class Row, class... Labels> class experiment {
 public:
  experiment(std::size_t floats, Labels... labels)
      : along_(axis_of(Row::arguments[0])),
        labels_(labels...),
        in_(floats),
        label_(floats, [=] { return (0.0f + ... + labels); }),
        out_(2 * floats),
        truths_(floats) {}

  // Every side runs on the same inputs.
  std::vector<profile> measure(const std::string& name,
                               const std::vector<const offer<float>*>& sides) {
    std::vector<profile> found;
    std::vector<work> runs;
    for (const auto* side : sides) {
      found.push_back({name, side->side, along_});
      runs.push_back(side->prepare(all()));
    }
    for (int bin = 0; bin < bins; ++bin) {
      enter(bin);
      for (std::size_t i = 0; i < sides.size(); ++i) {
        if (!sides[i]->isa.empty()) set_isa(sides[i]->isa);
        std::ranges::fill(out_.whole(), std::numeric_limits<float>::quiet_NaN());
        runs[i]();
        found[i].worst[static_cast<std::size_t>(bin)] = worst();
      }
    }
    return found;
  }

 private:
  struct truth {
    long double value;
    double per_ulp;
  };

  operands<float> all() {
    const float* const in = in_.whole().data();
    const float* const label = label_.whole().data();
    return {truths_.size(), in, in, label, label, out_.whole().data(), &total_};
  }

  void enter(int bin) {
    fill(in_.whole(), along_, bin);
    for (std::size_t i = 0; i < truths_.size(); ++i) truths_[i] = refer(in_.whole()[i]);
  }

  // The enclosure is narrower than 2^-36 ulp, or both its ends round to zero.
  truth refer(float x) const {
    const auto where = std::apply([&](auto... y) { return enclose(Row{}, x, y...); }, labels_);
    const long double value = (where.low + where.high) / 2;
    return {value, std::ldexp(1.0, -test::ulp_exponent(static_cast<float>(value)))};
  }

  // Infinite for NaN, and for an infinity that is not the correctly rounded result.
  static double error(float got, const truth& want) {
    if (got == static_cast<float>(want.value)) return std::isinf(got) ? 0 : rest(got, want);
    return std::isfinite(got) ? rest(got, want) : std::numeric_limits<double>::infinity();
  }
  static double rest(float got, const truth& want) {
    return static_cast<double>(std::fabs(got - want.value)) * want.per_ulp;
  }

  double worst() {
    double most = 0;
    for (std::size_t i = 0; i < truths_.size(); ++i) {
      most = std::max(most, error(out_.whole()[i], truths_[i]));
    }
    return most;
  }

  axis along_;
  std::tuple<Labels...> labels_;
  column<float> in_, label_, out_;
  std::vector<truth> truths_;
  double total_ = 0;
};

}  // namespace xent::bench
