#pragma once
// What a loop of xent's is, by its symbol, and what has to be in its code.

#include <map>
#include <regex>
#include <string>

namespace xent::test {

inline std::string first_match(const std::string& text, const char* pattern) {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match[1].str() : "";
}

// From "xent::…::compiled_loop<xent::…::pairwise_sum_loop, xent::…::block_terms<float> >::avx2(…)":
// pairwise_sum_loop, float, avx2; no kind where the symbol is another.
struct loop {
  std::string kind, type, isa, what;

  explicit loop(const std::string& symbol) {
    if (symbol.ends_with(".cold]")) return;
    kind = first_match(symbol, "::compiled_loop<[\\w:]*::(\\w+_loop)");
    if (kind.empty()) return;
    type = first_match(symbol, "<(float|double)[,>]");
    isa = first_match(symbol, ">::(baseline|avx2|avx512)\\(");
    what = std::regex_replace(first_match(symbol, "::compiled_loop<(.*)>::\\w+\\("),
                              std::regex("xent::\\w+::(detail::)?"), "");
  }

  bool is_of_elements() const { return kind == "tiled_loop"; }
  bool has(const char* part) const { return what.find(part) != std::string::npos; }
};

// Where no errors are kept, these are quotients and a difference: nothing to fuse.
inline bool is_quotient(const loop& l) {
  return (l.type == "float" && l.has("functions::logit_grad>")) ||
         (l.has("exact_grade") && l.has("functions::bce_grad>"));
}

// What the loop is vectorised by; nothing for a loop that has no line here.
inline std::string wanted_mnemonic(const loop& l) {
  const bool is_baseline = l.isa == "baseline";
  const std::string v = is_baseline ? "" : "v";
  const std::string packed = l.type == "double" || l.has("exact_grade") ? "pd" : "ps";
  const std::string product = is_baseline ? "mul" : "vfn?m(add|sub)(132|213|231)";
  if (l.is_of_elements()) return is_quotient(l) ? v + "div" + packed : product + packed;
  if (l.kind == "pairwise_sum_loop") return v + "addpd";
  if (l.kind == "weighting_loop") return v + "mul" + packed;
  if (l.kind == "ignoring_loop") return v + "(p?and|p?cmp|p?ternlog|p?blend|mov[au]p).*";
  if (l.kind == "weight_scaling_loop") return v + "mulpd";
  if (l.kind == "weight_inspection_loop") return v + "psub[dq]";
  // Rounding to odd instead of fusing has a branch, for which GCC takes floats one by one.
  if (l.kind == "smoothing_loop" || l.kind == "masking_loop")
    return product + (is_baseline ? "[ps]d" : packed);
  if (l.kind == "pairing_loop") return v + "(p?unpck|shuf|p?perm).*";
  return {};
}

// Of any width where only memory is copied: Clang 14 interleaves by 128 bits.
inline const char* wanted_registers(const loop& l) {
  if (l.kind == "pairing_loop") return "mm";
  return l.isa == "avx512" ? "%zmm" : l.isa == "avx2" ? "%ymm" : "%xmm";
}

}  // namespace xent::test
