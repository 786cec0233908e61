#pragma once
// From bytes to a call. Most calls are right; each thing that may be wrong with one is wrong
// sometimes.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "scenario.hpp"

namespace xent::test {

inline std::size_t decode_size(byte_source& bytes) {
  static constexpr std::size_t unusual[] = {0,   31,  32,  33,   64,   255,  256,  257,
                                            511, 513, 700, 1023, 1024, 1025, 2048, 3000};
  const std::size_t choice = bytes.byte();
  return choice < 208 ? choice % 52 : unusual[choice % std::size(unusual)];
}

// Memory of its own that begins at any alignment, or that of another range: the same, or shifted.
template <class T> place decode_place(byte_source& bytes, scenario<T>& s, std::size_t size) {
  static constexpr std::ptrdiff_t shifts[] = {0, 0, 0, 0, 1, -1, 2, -3};
  const std::size_t choice = bytes.byte();
  const auto& others = s.places;
  const std::size_t other = (choice / 4) % role_count;
  if (choice % 4 != 3 || !others[other]) {
    s.blocks.emplace_back();
    return {s.blocks.size() - 1, static_cast<std::ptrdiff_t>((choice / 4) % 16), size};
  }
  const std::size_t shift = bytes.byte();
  const auto whole = static_cast<std::ptrdiff_t>(others[other]->size);
  const std::ptrdiff_t apart = shift == 64 ? whole : shift == 65 ? -whole : shifts[shift % 8];
  return {others[other]->block, others[other]->begin + apart, size};
}

inline std::size_t nearly(byte_source& bytes, std::size_t size) {
  const std::size_t choice = bytes.byte();
  if (choice < 248) return size;
  return choice % 2 == 0 ? size + 1 : size - std::min<std::size_t>(size, 1 + choice % 4);
}

// One that divides the number of elements, or any.
inline std::size_t decode_class_count(byte_source& bytes, std::size_t size) {
  std::size_t count = bytes.byte();
  if (count % 8 == 7) return count / 8;
  count = std::min(size, 1 + count * count / 8);
  while (count > 1 && size % count != 0) --count;
  return count;
}

template <class T> void decode_places(byte_source& bytes, scenario<T>& s) {
  const function& f = *s.what;
  const auto add = [&](role r, std::size_t size) { s.places[r] = decode_place(bytes, s, size); };
  add(first_input, nearly(bytes, s.size));
  if (f.has_targets) {
    add(targets_input, nearly(bytes, s.size));
    const std::size_t given = s.is_plain ? 0 : bytes.byte();
    if (given % 2 == 1) add(weights, nearly(bytes, s.size));
    if (given / 2 % 2 == 1 && (f.takes_pos_weight || given > 250))
      add(pos_weight, decode_class_count(bytes, s.size));
  }
  if (f.written != no_formula) add(first_output, nearly(bytes, s.size * (f.in_pairs ? 2 : 1)));
  if (f.written_second != no_formula && !f.in_pairs) add(second_output, nearly(bytes, s.size));
}

// Blocks as long as their ranges need, with a few elements more in front of some.
template <class T> void allocate(scenario<T>& s) {
  for (std::size_t b = 0; b < s.blocks.size(); ++b) {
    std::ptrdiff_t begin = 0, end = 0;
    for (const auto& p : s.places) {
      if (!p || p->block != b) continue;
      begin = std::min(begin, p->begin);
      end = std::max(end, p->begin + static_cast<std::ptrdiff_t>(p->size));
    }
    s.blocks[b].resize(static_cast<std::size_t>(end - begin));
    for (auto& p : s.places) {
      if (p && p->block == b) p->begin -= begin;
    }
  }
}

// What all the roles of a block accept.
template <class T> argument kind_of(const scenario<T>& s, std::size_t block) {
  const auto lies_here = [&](role r) { return s.has(r) && s.places[r]->block == block; };
  if (lies_here(targets_input)) return argument::label;
  if (lies_here(first_input) && s.what->of_probability) return argument::probability;
  if (lies_here(weights) || lies_here(pos_weight)) return argument::pos_weight;
  return argument::real_line;
}

template <class T> T made_fit(argument kind, T x) {
  if (kind == argument::real_line) return x;
  const T size = std::abs(x);
  if (kind == argument::pos_weight) return is_nan(x) ? T(1) : size;
  return size <= 1 ? size : T(1) / size;
}

// Random ones, logits within a size, a few given ones again and again, or any bits.
template <class T> void fill(byte_source& bytes, argument kind, std::vector<T>& block) {
  const std::size_t choice = bytes.byte();
  random_source random(bytes.bits(2));
  T palette[4];
  for (T& x : palette) x = choice % 4 == 3 ? made_fit(kind, bytes.number<T>()) : T(0);
  for (T& x : block) {
    x = choice % 4 == 3   ? palette[random.below(4)]
        : choice % 4 == 2 ? made_fit(kind, from_bits<T>(static_cast<bits_of<T>>(random.bits())))
        : choice % 4 == 1 && kind == argument::real_line
            ? static_cast<T>(random.within(3 * static_cast<double>(choice)))
            : random_argument<T>(kind, random);
    if (is_nan(x)) x = T(0);
  }
}

// Some elements to be ignored.
template <class T> void ignore_some(byte_source& bytes, scenario<T>& s) {
  if (!s.ignored || !s.has(targets_input)) return;
  random_source random(bytes.bits(2));
  const std::size_t one_of = 1 + bytes.below(8);
  for (T& y : s.range(targets_input)) {
    if (random.below(one_of) == 0) y = *s.ignored;
  }
}

// A few elements of any bits, or of those that matter.
template <class T> void poke(byte_source& bytes, scenario<T>& s) {
  using limits = std::numeric_limits<T>;
  static constexpr T special[] = {static_cast<T>(nan),
                                  static_cast<T>(infinity),
                                  -static_cast<T>(infinity),
                                  T(-0.0),
                                  -static_cast<T>(nan),
                                  T(0),
                                  T(-0.25),
                                  T(1.5),
                                  limits::denorm_min(),
                                  -limits::denorm_min(),
                                  1 + limits::epsilon(),
                                  1 - limits::epsilon() / 2,
                                  limits::max(),
                                  -limits::max(),
                                  limits::min(),
                                  T(-1)};
  for (std::size_t left = bytes.below(4); left > 0; --left) {
    std::vector<T>& block = s.blocks[bytes.below(s.blocks.size())];
    if (block.empty()) continue;
    const std::size_t at = bytes.bits(2) % block.size(), choice = bytes.byte();
    block[at] = choice % 32 < 16 ? special[choice % 16] : bytes.number<T>();
  }
}

// One that has taken something in before, or nothing.
template <class T> void decode_accumulator(byte_source& bytes, scenario<T>& s) {
  static constexpr double earlier[] = {0, 1.5, -1e300, 0x1p-1074, infinity, nan};
  const std::size_t choice = bytes.byte();
  s.accumulates = choice % 2 == 1;
  if (choice / 2 % 2 == 1) s.accumulator.add(earlier[choice / 4 % std::size(earlier)]);
}

template <class T> void decode_options(byte_source& bytes, scenario<T>& s) {
  static constexpr T smoothings[] = {T(0), T(0), T(0.1), T(1), T(0.25), T(1e-8), T(-0.5), T(1.5)};
  static constexpr T one[] = {T(1), T(1), T(3), T(0), T(1e-3), T(1e6), T(-1), static_cast<T>(nan)};
  const std::size_t choice = bytes.byte();
  s.label_smoothing = choice > 250 ? bytes.number<T>() : smoothings[choice % 8];
  const std::size_t q = bytes.byte();
  if (s.what->takes_pos_weight || q > 250)
    s.one_pos_weight = q > 240 ? bytes.number<T>() : one[q % 8];
  s.checks_targets = !bytes.one_in(8);
  s.by_weight_sum = bytes.one_in(4);
  static constexpr T ignored[] = {T(-1), static_cast<T>(nan), T(0), T(255)};
  const std::size_t ignores = bytes.byte();
  if (ignores % 4 == 3) s.ignored = ignored[ignores / 4 % 4];
  s.is_clamped = s.what->has_clamp ? bytes.one_in(2) : bytes.one_in(256);
  decode_accumulator(bytes, s);
}

// Any of this machine's, or a name that it does not know.
inline std::string decode_isa(byte_source& bytes) {
  static constexpr const char* unknown[] = {"", "AVX-2", "sse9", "neon "};
  const std::size_t choice = bytes.byte();
  if (choice >= 252) return unknown[choice % 4];
  const auto names = xent::available_isas();
  return std::string(names[choice % names.size()]);
}

template <class T> scenario<T> decode(byte_source& bytes) {
  scenario<T> s;
  s.what = &functions[bytes.below(std::size(functions))];
  const std::size_t how = bytes.byte();
  s.is_exact = how % 2 == 1;
  s.is_plain = how / 2 % 4 == 0;
  s.executor.order = static_cast<decltype(s.executor.order)>(how / 8 % any_executor::how_many);
  s.executor.thread_count = how / 32;
  s.isa = decode_isa(bytes);
  s.reference_isa = decode_isa(bytes);
  s.size = decode_size(bytes);
  if (!s.is_plain && s.what->has_targets) decode_options(bytes, s);
  decode_places(bytes, s);
  allocate(s);
  for (std::size_t b = 0; b < s.blocks.size(); ++b) fill(bytes, kind_of(s, b), s.blocks[b]);
  ignore_some(bytes, s);
  poke(bytes, s);
  return s;
}

}  // namespace xent::test
