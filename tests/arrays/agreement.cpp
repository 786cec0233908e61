// All instruction sets with fused multiply-add give the same bits; exact has the scalars' bits on
// any. 10⁷ points per function.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "../support/catch.hpp"
#include "../support/random_columns.hpp"

namespace {

using namespace xent::test;

// The baseline may lack fused multiply-add.
bool fuses(std::string_view isa) { return isa != "baseline" || XENT_HAS_FMA; }

template <class Row> void check_across_isas(Row row, std::uint64_t seed) {
  constexpr std::size_t n = 100000;
  const auto floats = random_columns<Row, float>(row, n, seed);
  const auto doubles = random_columns<Row, double>(row, n, seed);
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

TEST_CASE("instruction sets agree", "[agreement]") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    for_each_array_function([&](auto row) { check_across_isas(row, seed); });
  }
}
