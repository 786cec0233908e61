// An element has the same bits wherever it stands, at every length and alignment, in place or not.
// Nothing is read or written beyond a range's end.

#include <sys/mman.h>
#include <unistd.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

#include "../catch.hpp"
#include "columns.hpp"

namespace {

using namespace xent::test;

constexpr std::uint64_t random_seed = 20261124;
constexpr std::size_t lengths[] = {0,  1,  2,  3,  7,   8,   15,  16,  17,  31,  32,  33,
                                   63, 64, 65, 95, 255, 256, 257, 287, 289, 511, 513, 1000};

// Against the whole array at once: every length, shifted by 0 to 15 elements, guards around.
template <class Row, class T, class Grade> void check_positions(Row row, Grade grade) {
  const auto ins = random_columns<Row, T>(row, 1100, random_seed);
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
  const auto ins = random_columns<Row, T>(row, 1000, random_seed);
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

// A stretch without a large logit takes another way: with one, the others keep their bits, and it
// has those that it has alone.
template <class Row, class T, class Grade> void check_neighbours(Row row, Grade grade) {
  auto ins = random_columns<Row, T>(row, 1024, random_seed);
  const T limit = xent::detail::shallow_limit<T>, beyond = std::nextafter(limit, T(1000));
  if (row.arguments[0] != argument::real_line) return;
  for (std::size_t i = 0; i < 1024; ++i) {
    T& x = ins[0][i];
    if (!(std::abs(x) <= limit))
      x = i % 3 == 0 ? std::copysign(limit, x) : std::remainder(x, limit);
    if (std::isnan(x)) x = -limit;
  }
  const std::vector<T> calm = apply<Row, T>(row, grade, ins);
  const T far = limit * T(1.01);
  for (const T loud : {beyond, -beyond, far, -far, std::numeric_limits<T>::quiet_NaN()}) {
    for (std::size_t i = 100; i < 1024; i += 256) ins[0][i] = loud;
    std::vector<T> out = apply<Row, T>(row, grade, ins);
    for (std::size_t i = 100; i < 1024; i += 256) {
      spans_of<Row, T> one;
      for (std::size_t k = 0; k < one.size(); ++k) one[k] = std::span(ins[k]).subspan(i, 1);
      T alone;
      apply<Row, T>(row, grade, one, std::span<T>(&alone, 1));
      CHECK((same(out[i], alone) || (is_nan(out[i]) && is_nan(alone))));
      out[i] = calm[i];
    }
    CHECK(differences<T>(out, calm) == 0);
  }
}

// The ranges end where a page begins that must not be touched.
template <class Row, class T, class Grade> void check_page_end(Row row, Grade grade) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t n = 77;
  const auto ins = random_columns<Row, T>(row, n, random_seed);
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
  check_neighbours<Row, float>(row, xent::fast);
  check_neighbours<Row, float>(row, xent::exact);
  check_neighbours<Row, double>(row, xent::fast);
  check_page_end<Row, float>(row, xent::fast);
  check_page_end<Row, float>(row, xent::exact);
  check_page_end<Row, double>(row, xent::fast);
}

}  // namespace

TEST_CASE("position, length, alignment and in place change no bit", "[positions]") {
  on_each_isa([](std::string_view isa) {
    INFO(isa);
    for_each_array_function([](auto row) { check_row(row); });
  });
}
