// An element has the same bits wherever it stands, at every length and alignment, in place or not.
// Nothing is read or written beyond a range's end.

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "../support/catch.hpp"
#include "../support/random_columns.hpp"

namespace {

using namespace xent::test;
namespace detail = xent::detail;

constexpr std::uint64_t random_seed = 20261124;
constexpr std::size_t lengths[] = {0,  1,  2,  3,  7,   8,   15,  16,  17,  31,  32,  33,
                                   63, 64, 65, 95, 255, 256, 257, 287, 289, 511, 513, 1000};

// An array function of N arguments, its grade chosen, and arguments for it. Not a template
// parameter for each: they would be long in compiling.
template <class T, std::size_t N> struct subject {
  using spans = std::array<std::span<const T>, N>;
  using columns = std::array<std::vector<T>, N>;

  std::function<void(const spans&, std::span<T>)> run;
  columns arguments;
  bool takes_logits;

  std::vector<T> results(const columns& ins) const {
    std::vector<T> out(ins[0].size());
    run(part(ins, 0, out.size()), out);
    return out;
  }
  // The first so many.
  columns some_arguments(std::size_t size) const {
    columns some = arguments;
    for (auto& column : some) column.resize(size);
    return some;
  }
  static spans part(const columns& ins, std::size_t begin, std::size_t size) {
    spans some;
    for (std::size_t k = 0; k < N; ++k) some[k] = std::span(ins[k]).subspan(begin, size);
    return some;
  }
};

// Against the whole array at once: every length, shifted by 0 to 15 elements, guards around.
template <class T, std::size_t N> void check_positions(const subject<T, N>& function) {
  const auto& ins = function.arguments;
  const std::vector<T> whole = function.results(ins);
  const T guard = static_cast<T>(-12345);
  std::size_t wrong = 0;
  for (const std::size_t n : lengths) {
    for (std::size_t shift = 0; shift < 16; ++shift) {
      std::vector<T> out(n + 40, guard);
      function.run(function.part(ins, shift, n), std::span(out).subspan(shift, n));
      wrong += differences<T>(std::span(out).subspan(shift, n), std::span(whole).subspan(shift, n));
      for (std::size_t i = 0; i < out.size(); ++i) {
        const bool outside = i < shift || i >= shift + n;
        if (outside && out[i] != guard) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

template <class T, std::size_t N> void check_in_place(const subject<T, N>& function) {
  const std::size_t n = 1000;
  const auto ins = function.some_arguments(n);
  const std::vector<T> apart = function.results(ins);
  // Not in place of a pos_weight.
  for (std::size_t k = 0; k < std::min<std::size_t>(N, 2); ++k) {
    auto copy = ins;
    function.run(function.part(copy, 0, n), copy[k]);
    CHECK(differences<T>(copy[k], apart) == 0);
  }
}

// Logits in the normal range are computed another way, many at a time. Where one of them is out of
// it, the others keep their bits, and that one has those that it has alone.
template <class T, std::size_t N> void check_neighbours(const subject<T, N>& function) {
  if (!function.takes_logits) return;
  auto calm = function.some_arguments(1024);
  const T limit = detail::normal_limit<T>;
  for (std::size_t i = 0; i < 1024; ++i) {
    T& x = calm[0][i];
    if (!(std::abs(x) <= limit))
      x = i % 3 == 0 ? std::copysign(limit, x) : std::remainder(x, limit);
    if (std::isnan(x)) x = -limit;
  }
  const std::vector<T> calm_results = function.results(calm);
  const auto check = [&](auto change) {
    auto ins = calm;
    for (std::size_t i = 100; i < 1024; i += 256) change(ins, i);
    std::vector<T> out = function.results(ins);
    for (std::size_t i = 100; i < 1024; i += 256) {
      T alone;
      function.run(function.part(ins, i, 1), std::span<T>(&alone, 1));
      CHECK((same(out[i], alone) || (is_nan(out[i]) && is_nan(alone))));
      out[i] = calm_results[i];
    }
    CHECK(differences<T>(out, calm_results) == 0);
  };
  const T beyond = std::nextafter(limit, T(1000)), far = limit * T(1.01);
  for (const T outside : {beyond, -beyond, far, -far, std::numeric_limits<T>::quiet_NaN()})
    check([=](auto& ins, std::size_t i) { ins[0][i] = outside; });
  if constexpr (N == 3) {
    check([](auto& ins, std::size_t i) { ins[2][i] = 0; });
    random_source random(random_seed);
    for (int k = 0; k < 16; ++k) {
      check([&](auto& ins, std::size_t i) {
        const auto at = almost_subnormal<T>(random);
        for (std::size_t m = 0; m < 3; ++m) ins[m][i] = at[m];
      });
    }
  }
}

// The ranges end where a page begins that must not be touched.
template <class T, std::size_t N> void check_page_end(const subject<T, N>& function) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t n = 77;
  const auto ins = function.some_arguments(n);
  const std::vector<T> want = function.results(ins);
  const auto guarded = [&] {
    void* memory =
        mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(memory != MAP_FAILED);
    REQUIRE(mprotect(static_cast<char*>(memory) + page, page, PROT_NONE) == 0);
    return reinterpret_cast<T*>(static_cast<char*>(memory) + page - n * sizeof(T));
  };
  typename subject<T, N>::spans spans;
  for (std::size_t k = 0; k < N; ++k) {
    T* const at = guarded();
    std::memcpy(at, ins[k].data(), n * sizeof(T));
    spans[k] = {at, n};
  }
  const std::span<T> out(guarded(), n);
  function.run(spans, out);
  CHECK(differences<T>(out, want) == 0);
  const auto release = [&](const T* at) {
    const char* const end = reinterpret_cast<const char*>(at + n);
    munmap(const_cast<char*>(end) - page, 2 * page);
  };
  release(out.data());
  for (const auto& span : spans) release(span.data());
}

template <class T, class Row, class Grade> void check_grade(Row row, Grade grade) {
  const subject<T, Row::arity> function{
      [=](const auto& ins, std::span<T> out) { apply<Row, T>(row, grade, ins, out); },
      random_columns<Row, T>(row, 1100, random_seed), Row::arguments[0] == argument::real_line};
  check_positions(function);
  check_in_place(function);
  check_neighbours(function);
  check_page_end(function);
}

template <class Row> void check_row(Row row) {
  INFO(signature(row));
  check_grade<float>(row, xent::fast);
  check_grade<float>(row, xent::exact);
  check_grade<double>(row, xent::fast);
}

}  // namespace

TEST_CASE("position, length, alignment and in place change no bit", "[positions]") {
  on_each_isa([](std::string_view isa) {
    INFO(isa);
    for_each_array_function([](auto row) { check_row(row); });
  });
}
