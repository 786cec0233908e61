#pragma once
// Times of all sides on the same operands. A machine drifts, so the sides take turns in short
// batches, and the fastest batch of each counts.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <xent/isa.hpp>

#include "offers.hpp"

namespace xent::bench {

template <class T> class race {
 public:
  race(const operands<T>& at, const std::vector<const offer<T>*>& sides) : at_(at) {
    for (const auto* side : sides) runners_.push_back({side, side->prepare(at), 1, HUGE_VAL});
    for (auto& one : runners_) {
      check(one);
      while (time(one) < shortest_batch) one.calls *= 2;
    }
  }

  // ns per element of each side; for about this long, but all have their turns.
  std::map<std::string, double> run(double seconds) {
    constexpr int least_rounds = 8;
    const auto end = clock::now() + std::chrono::duration<double>(seconds);
    for (int round = 0; round < least_rounds || clock::now() < end; ++round) {
      for (auto& one : runners_) {
        const double elements = static_cast<double>(one.calls * at_.size);
        one.ns = std::min(one.ns, time(one) / elements);
      }
    }
    std::map<std::string, double> ns_of;
    for (const auto& one : runners_) ns_of[one.from->side] = one.ns;
    return ns_of;
  }

 private:
  struct runner {
    const offer<T>* from;
    work run;
    std::size_t calls;  // in a batch
    double ns;          // per element, of the fastest batch
  };
  using clock = std::chrono::steady_clock;
  static constexpr double shortest_batch = 3e4;  // ns

  static double time(const runner& one) {
    if (!one.from->isa.empty()) set_isa(one.from->isa);
    one.run();  // brings code and data back into the caches
    const auto start = clock::now();
    for (std::size_t i = 0; i < one.calls; ++i) one.run();
    return std::chrono::duration<double, std::nano>(clock::now() - start).count();
  }

  // That it is the same function: peers are right to three digits where the value is not tiny, by
  // itself or beside the largest one.
  void check(const runner& one) {
    if (one.from->gives == results::none) return;
    if (!one.from->isa.empty()) set_isa(one.from->isa);
    std::fill_n(at_.out, 2 * at_.size, T(0));
    *at_.total = 0;
    one.run();
    std::vector<double> got(at_.out, at_.out + 2 * at_.size);
    if (one.from->gives == results::all) got.push_back(*at_.total);
    if (want_.empty()) want_ = got;
    double largest = 0;
    for (std::size_t i = 0; i < 2 * at_.size; ++i) largest = std::max(largest, std::fabs(want_[i]));
    for (std::size_t i = 0; i < got.size(); ++i) {
      if (!(std::fabs(got[i] - want_[i]) <=
            1e-3 * (std::min(largest, 1.0) + std::fabs(want_[i])))) {
        throw std::runtime_error(one.from->side + " computes another " + one.from->function + ": " +
                                 std::to_string(got[i]) + " instead of " +
                                 std::to_string(want_[i]));
      }
    }
  }

  operands<T> at_;
  std::vector<runner> runners_;
  std::vector<double> want_;  // what the first side gives
};

}  // namespace xent::bench
