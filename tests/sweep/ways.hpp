#pragma once
// The ways to a result: the scalar function, and the array function in each grade on each
// instruction set of this machine.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../support/array_functions.hpp"

namespace xent::test {

enum class grade { scalar, exact, fast };

struct way {
  grade what;
  std::string_view isa;  // empty for the scalar function
  // An earlier way whose bits these ought to be, itself where there is none; and whether that is a
  // promise.
  std::size_t like = 0;
  bool is_promised = false;

  bool is_fused() const { return XENT_HAS_FMA || (what != grade::scalar && isa != "baseline"); }
  std::string name() const {
    static constexpr const char* names[] = {"scalar", "exact", "fast"};
    const std::string text = names[static_cast<std::size_t>(what)];
    return isa.empty() ? text : text + " " + std::string(isa);
  }
};

// All of float's exact results have the scalar function's bits. Fast ones, and all of double, have
// the same wherever multiply-add is fused.
template <class T> std::vector<way> all_ways() {
  std::vector<way> ways{{grade::scalar, ""}};
  const auto add_on_each_isa = [&](grade what, auto is_like) {
    const auto isas = xent::available_isas();
    for (auto isa = isas.rbegin(); isa != isas.rend(); ++isa) {
      way w{what, *isa};
      while (w.like < ways.size() && !is_like(ways[w.like], w)) ++w.like;
      const bool both_fuse = w.like < ways.size() && ways[w.like].is_fused() && w.is_fused();
      w.is_promised = what == grade::exact || both_fuse;
      ways.push_back(w);
    }
  };
  if constexpr (sizeof(T) == 4) {
    add_on_each_isa(grade::exact, [](const way&, const way&) { return true; });
    add_on_each_isa(grade::fast, [](const way& a, const way&) { return a.what == grade::fast; });
  } else {
    add_on_each_isa(grade::fast,
                    [](const way& a, const way& b) { return a.is_fused() == b.is_fused(); });
  }
  return ways;
}

template <class Row> bool exists(const way& w) {
  return w.what == grade::scalar || has_array<Row>();
}

template <class Row, class T>
void evaluate(Row row, const way& w, const spans_of<Row, T>& at, std::span<T> out) {
  if (w.what == grade::scalar) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] = std::apply([&](const auto&... in) { return Row::call(in[i]...); }, at);
    }
  } else if constexpr (has_array<Row>()) {
    xent::set_isa(w.isa);
    if (w.what == grade::exact) {
      apply<Row, T>(row, xent::exact, at, out);
    } else {
      apply<Row, T>(row, xent::fast, at, out);
    }
  }
}

}  // namespace xent::test
