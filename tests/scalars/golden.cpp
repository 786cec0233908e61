// Every function against its golden values, each point within what its row promises.

#include "../support/golden_files.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "../support/catch.hpp"
#include "witness.hpp"

namespace {

using namespace xent::test;

// Errors are read to 1/1000 ulp.
constexpr double resolution = 0.0005;

// A result that underflows has the sign of the truth, unless an error of the larger term's size is
// granted.
template <class T> bool kept(const bound& promised, double error, T got, T want) {
  if (promised.ulps == correctly_rounded.ulps) return same(got, want);
  const bool sign_matters = want == 0 && !promised.is_of_larger_term && promised.slack == 0;
  if (sign_matters && std::signbit(got) != std::signbit(want)) return false;
  return error <= promised.ulps + resolution;
}

template <class Row, class T> void check_golden() {
  const Row row;
  witness<Row, T> worst;
  std::size_t missed = 0;
  const auto points = read_golden<Row, T>(row);
  REQUIRE(points.size() >= 2000);
  for (const auto& point : points) {
    const bound promised = bound_at<Row, T>(row, point.at);
    const T got = call<Row, T>(row, point.at);
    witness<Row, T> here;
    const double error = here.see(point.at, got, point.want, point.remainder, point.shift);
    worst.see(point.at, got, point.want, point.remainder, point.shift);
    if (kept(promised, error, got, point.want)) continue;
    ++missed;
    if (missed <= 20) UNSCOPED_INFO(here.text() << ", promised " << promised.ulps);
  }
  std::cout << type_name<T> << ' ' << signature(row) << ": worst " << worst.text() << '\n';
  INFO(type_name<T> << ' ' << signature(row));
  CHECK(missed == 0);
}

// "0.93 ulp", the last column in the README's row of a function: its second table, of four columns,
// is of soft labels.
double stated_in_readme(std::string_view function, const std::string& soft_signature) {
  std::ifstream readme(XENT_README);
  for (std::string line; std::getline(readme, line);) {
    const bool is_soft = std::count(line.begin(), line.end(), '|') == 5;
    if (is_soft != !soft_signature.empty() || !line.starts_with("| `")) continue;
    const bool is_it = is_soft ? line.starts_with("| `" + soft_signature + "`")
                               : line.find(std::string("`").append(function) + "(") <= 40;
    if (!is_it) continue;
    const std::size_t ulp = line.rfind(" ulp"), cell = line.rfind("| ", ulp);
    return std::stod(line.substr(cell + 2));
  }
  throw std::runtime_error("the README has no row of " + std::string(function));
}

// An error is stated to 1/100 ulp.
template <class Row> void check_stated(bool of_hard) {
  const Row row;
  const double stated = stated_in_readme(row.function_name, of_hard ? "" : signature(row));
  std::size_t worse = 0;
  for (const auto& point : read_golden<Row, double>(row)) {
    if (is_hard<Row, double>(row, point.at) != of_hard) continue;
    witness<Row, double> here;
    const double error = here.see(point.at, call<Row, double>(row, point.at), point.want,
                                  point.remainder, point.shift);
    if (error <= stated + 0.005 + resolution) continue;
    if (++worse <= 20) UNSCOPED_INFO(here.text() << ", the README states " << stated);
  }
  INFO(signature(row) << (of_hard ? "" : ", soft labels"));
  CHECK(worse == 0);
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("golden values", "[golden]", xent::test::catalogue) {
  SECTION("float") { check_golden<TestType, float>(); }
  SECTION("double") { check_golden<TestType, double>(); }
}

TEMPLATE_LIST_TEST_CASE("no double is worse than the README says", "[golden]",
                        xent::test::catalogue) {
  check_stated<TestType>(true);
  constexpr auto kinds = TestType::arguments;
  if (std::find(kinds.begin(), kinds.end(), argument::label) != kinds.end()) {
    check_stated<TestType>(false);
  }
}
