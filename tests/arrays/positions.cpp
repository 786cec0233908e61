// An element has the same bits wherever it stands, at every length and alignment, in place or not,
// on every instruction set with fused multiply-add; exact has the scalars' bits on any. Nothing is
// read or written beyond a range's end.

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <numeric>

#include "../catch.hpp"
#include "../samples.hpp"
#include "rows.hpp"

namespace {

using namespace xent::test;

constexpr std::size_t lengths[] = {0,  1,  2,  3,  7,   8,   15,  16,  17,  31,  32,  33,
                                   63, 64, 65, 95, 255, 256, 257, 287, 289, 511, 513, 1000};

template <class Row, class T> columns<Row, T> random_columns(Row row, std::size_t size) {
  random_source random(20261124);
  columns<Row, T> ins;
  for (std::size_t i = 0; i < size; ++i) {
    const auto xs = random_arguments<Row, T>(row, random);
    for (std::size_t k = 0; k < xs.size(); ++k) ins[k].push_back(xs[k]);
  }
  return ins;
}

template <class T> std::size_t differences(std::span<const T> a, std::span<const T> b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += !same(a[i], b[i]);
  return count;
}

// Against the whole array at once: every length, shifted by 0 to 15 elements, guards around.
template <class Row, class T, class Grade> void check_positions(Row row, Grade grade) {
  const auto ins = random_columns<Row, T>(row, 1100);
  const std::vector<T> whole = apply<Row, T>(row, grade, ins);
  const T guard = static_cast<T>(-12345);
  std::size_t wrong = 0;
  for (const std::size_t n : lengths) {
    for (std::size_t shift = 0; shift < 16; ++shift) {
      spans_of<Row, T> part;
      for (std::size_t k = 0; k < part.size(); ++k) part[k] = std::span(ins[k]).subspan(shift, n);
      std::vector<T> out(n + 40, guard);
      apply<Row, T>(row, grade, part, std::span(out).subspan(shift, n));
      wrong += differences<T>(std::span(out).subspan(shift, n), std::span(whole).subspan(shift, n));
      for (std::size_t i = 0; i < out.size(); ++i) {
        const bool outside = i < shift || i >= shift + n;
        if (outside && out[i] != guard) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

template <class Row, class T, class Grade> void check_in_place(Row row, Grade grade) {
  const auto ins = random_columns<Row, T>(row, 1000);
  const std::vector<T> apart = apply<Row, T>(row, grade, ins);
  // Not in place of a pos_weight.
  for (std::size_t k = 0; k < std::min<std::size_t>(ins.size(), 2); ++k) {
    auto copy = ins;
    spans_of<Row, T> spans;
    for (std::size_t m = 0; m < copy.size(); ++m) spans[m] = copy[m];
    apply<Row, T>(row, grade, spans, std::span<T>(copy[k]));
    CHECK(differences<T>(copy[k], apart) == 0);
  }
}

// The ranges end where a page begins that must not be touched.
template <class Row, class T, class Grade> void check_page_end(Row row, Grade grade) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t n = 77;
  const auto ins = random_columns<Row, T>(row, n);
  const std::vector<T> want = apply<Row, T>(row, grade, ins);
  const auto guarded = [&] {
    void* memory =
        mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(memory != MAP_FAILED);
    REQUIRE(mprotect(static_cast<char*>(memory) + page, page, PROT_NONE) == 0);
    return reinterpret_cast<T*>(static_cast<char*>(memory) + page - n * sizeof(T));
  };
  spans_of<Row, T> spans;
  for (std::size_t k = 0; k < spans.size(); ++k) {
    T* const at = guarded();
    std::memcpy(at, ins[k].data(), n * sizeof(T));
    spans[k] = {at, n};
  }
  const std::span<T> out(guarded(), n);
  apply<Row, T>(row, grade, spans, out);
  CHECK(differences<T>(out, want) == 0);
  const auto release = [&](const T* at) {
    const char* const end = reinterpret_cast<const char*>(at + n);
    munmap(const_cast<char*>(end) - page, 2 * page);
  };
  release(out.data());
  for (const auto& span : spans) release(span.data());
}

template <class Row> void check_row(Row row) {
  INFO(signature(row));
  check_positions<Row, float>(row, xent::fast);
  check_positions<Row, float>(row, xent::exact);
  check_positions<Row, double>(row, xent::fast);
  check_in_place<Row, float>(row, xent::fast);
  check_in_place<Row, float>(row, xent::exact);
  check_in_place<Row, double>(row, xent::fast);
  check_page_end<Row, float>(row, xent::fast);
  check_page_end<Row, float>(row, xent::exact);
  check_page_end<Row, double>(row, xent::fast);
}

// The baseline may lack fused multiply-add.
bool fuses(std::string_view isa) { return isa != "baseline" || XENT_HAS_FMA; }

template <class Row> void check_across_isas(Row row) {
  constexpr std::size_t n = 200000;
  const auto floats = random_columns<Row, float>(row, n);
  const auto doubles = random_columns<Row, double>(row, n);
  std::vector<float> scalar(n), fast;
  std::vector<double> wide;
  for (std::size_t i = 0; i < n; ++i) {
    arguments_of<Row, float> xs;
    for (std::size_t k = 0; k < xs.size(); ++k) xs[k] = floats[k][i];
    scalar[i] = call<Row, float>(row, xs);
  }
  on_each_isa([&](std::string_view isa) {
    INFO(isa << ' ' << signature(row));
    CHECK(differences<float>(apply<Row, float>(row, xent::exact, floats), scalar) == 0);
    if (!fuses(isa)) return;
    const auto fast_here = apply<Row, float>(row, xent::fast, floats);
    const auto wide_here = apply<Row, double>(row, xent::fast, doubles);
    if (fast.empty()) {
      fast = fast_here;
      wide = wide_here;
    }
    CHECK(differences<float>(fast_here, fast) == 0);
    CHECK(differences<double>(wide_here, wide) == 0);
  });
}

}  // namespace

TEST_CASE("position, length, alignment and in place change no bit") {
  on_each_isa([](std::string_view isa) {
    INFO(isa);
    for_each_array_function([](auto row) { check_row(row); });
  });
}

TEST_CASE("instruction sets agree") {
  for_each_array_function([](auto row) { check_across_isas(row); });
}
