#pragma once
// Included first in the coverage build: a machine that has no better instruction set than the one
// that XENT_COVERED_ISA names, so that each can be measured by itself.

#include <cstdlib>
#include <string>
#include <string_view>

namespace xent::test {
inline bool covered_machine_has(std::string_view feature) {
  static const char* const best = std::getenv("XENT_COVERED_ISA");
  static const std::string isa = best ? best : "avx512";
  return feature.substr(0, 6) == "avx512" ? isa == "avx512" : isa != "baseline";
}
}  // namespace xent::test

#define __builtin_cpu_supports(feature) \
  (xent::test::covered_machine_has(feature) && __builtin_cpu_supports(feature))
