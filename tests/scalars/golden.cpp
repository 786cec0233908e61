// Every function against its golden values, each point within what its row promises.

#include "../support/golden_files.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../support/bound.hpp"
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

// The rows of the README's two tables of errors. The second, of four columns, is of soft labels.
std::vector<std::string> rows_in_readme() {
  std::ifstream readme(XENT_README);
  std::vector<std::string> rows;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("| `") && line.find(" ulp") != std::string::npos) rows.push_back(line);
  }
  return rows;
}

// The row of a function; empty where there is none.
std::string row_in_readme(std::string_view function, const std::string& soft_signature) {
  for (const std::string& line : rows_in_readme()) {
    const bool is_soft = std::count(line.begin(), line.end(), '|') == 5;
    if (is_soft != !soft_signature.empty()) continue;
    const bool is_it = is_soft ? line.starts_with("| `" + soft_signature + "`")
                               : line.find(std::string("`").append(function) + "(") <= 40;
    if (is_it) return line;
  }
  return {};
}

// "0.93 ulp" in its last column, which is of double. A function without a row states nothing.
double stated_in(const std::string& line) {
  const std::size_t ulp = line.rfind(" ulp");
  return line.empty() ? infinity : std::stod(line.substr(line.rfind("| ", ulp) + 2));
}

// An error is stated to 1/100 ulp.
template <class Row> void check_stated(bool of_hard) {
  const Row row;
  const double stated = stated_in(row_in_readme(row.function_name, of_hard ? "" : signature(row)));
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
  if (has_label<TestType>) check_stated<TestType>(false);
}

TEST_CASE("every row of errors in the README is of a function", "[golden]") {
  std::set<std::string> found{""};
  for_each_function([&](auto row) {
    found.insert(row_in_readme(row.function_name, ""));
    found.insert(row_in_readme(row.function_name, signature(row)));
  });
  CHECK(found.size() == 1 + rows_in_readme().size());
}
