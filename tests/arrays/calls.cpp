// What the array functions accept, and what they refuse with which words.

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <xent/elementwise.hpp>

#include "../support/catch.hpp"
#include "../support/message_of.hpp"

using xent::test::message_of;

TEST_CASE("any contiguous range") {
  const std::vector<float> x{-15, 0, 17};
  float c_array[3];
  std::array<float, 3> array;
  std::vector<float> vector(3);
  xent::sigmoid(x, c_array);
  xent::sigmoid(std::span<const float>(x), array);
  xent::sigmoid(x, std::span(vector));
  xent::sigmoid(c_array, c_array, xent::exact);
  CHECK(array == std::array{vector[0], vector[1], vector[2]});
  std::vector<double> none;
  xent::softplus(none, none);
  xent::bce(none, none, none, xent::exact);
}

TEST_CASE("sizes must match") {
  std::vector<float> three(3), four(4, 7.0f);
  CHECK(message_of<std::invalid_argument>([&] { xent::sigmoid(three, four); }) ==
        "xent::sigmoid: x has 3 elements, out has 4");
  CHECK(message_of<std::invalid_argument>([&] { xent::bce_with_logits(four, three, four); }) ==
        "xent::bce_with_logits: y has 3 elements, out has 4");
  CHECK(four == std::vector<float>(4, 7.0f));
}

TEST_CASE("overlap must be the very memory") {
  std::vector<double> memory(10, 0.5);
  const std::span<double> all(memory);
  CHECK(message_of<std::invalid_argument>([&] {
          xent::logit(all.subspan(0, 8), all.subspan(2, 8));
        }) == "xent::logit: out overlaps p without being it: out starts 16 bytes after p");
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce(all.subspan(0, 4), all.subspan(5, 4), all.subspan(4, 4));
        }) == "xent::bce: out overlaps y without being it: out starts -8 bytes after y");
  CHECK(memory == std::vector<double>(10, 0.5));
  xent::logit(all.subspan(0, 5), all.subspan(5, 5));
}

TEST_CASE("targets lie in [0, 1]") {
  std::vector<float> x(300), y(300), out(300);
  const auto message_with = [&](std::size_t at, float bad) {
    y.assign(300, 0.5f);
    y[at] = bad;
    y[299] = 3;
    return message_of<std::domain_error>([&] { xent::bce_with_logits_grad(x, y, out); });
  };
  CHECK(message_with(0, 2) == "xent::bce_with_logits_grad: target y[0] = 2 is outside [0, 1]");
  CHECK(message_with(57, -0.25f) ==
        "xent::bce_with_logits_grad: target y[57] = -0.25 is outside [0, 1]");
  CHECK(message_with(58, std::nextafter(1.0f, 2.0f)) ==
        "xent::bce_with_logits_grad: target y[58] = 1.00000012 is outside [0, 1]");
  CHECK(message_with(298, std::numeric_limits<float>::quiet_NaN()) ==
        "xent::bce_with_logits_grad: target y[298] = nan is outside [0, 1]");
  y.assign(300, -0.0f);
  xent::bce_with_logits(x, y, y);
  y.assign(300, 0.5f);
  y[280] = 1.5f;
  CHECK(message_of<std::domain_error>([&] { xent::bce_with_logits(x, y, y); }) ==
        "xent::bce_with_logits: target y[280] = 1.5 is outside [0, 1]");
}

namespace {

std::string in_capitals(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals) c = static_cast<char>(std::toupper(c));
  return capitals;
}

}  // namespace

TEST_CASE("instruction sets have names") {
  const auto names = xent::available_isas();
  REQUIRE(!names.empty());
  for (const auto name : names) {
    xent::set_isa(name);
    CHECK(xent::active_isa() == name);
    xent::set_isa(names.front());
    xent::set_isa(in_capitals(name));
    CHECK(xent::active_isa() == name);
  }
  std::string listed;
  for (const auto name : names) listed += (listed.empty() ? "" : ", ") + std::string(name);
  CHECK(message_of<std::invalid_argument>([] { xent::set_isa("sse9"); }) ==
        "xent::set_isa: this machine has no instruction set 'sse9'; it has " + listed);
  for (const std::string_view name : {"baseline", "avx2", "avx512", "neon"}) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    CHECK(message_of<std::invalid_argument>([&] { xent::set_isa(name); }) != "nothing was thrown");
  }
  CHECK(xent::active_isa() == names.back());
}

// As if this process had not asked yet.
TEST_CASE("the first call takes the best instruction set, or what XENT_ISA names") {
  const auto first = [](const char* wanted) {
    xent::shared::chosen_isa() = -1;
    if (wanted == nullptr) {
      unsetenv("XENT_ISA");
    } else {
      setenv("XENT_ISA", wanted, 1);
    }
    return xent::active_isa();
  };
  const char* const before = std::getenv("XENT_ISA");
  const std::string restored = before ? before : "";
  for (const auto name : xent::available_isas()) {
    CHECK(first(std::string(name).c_str()) == name);
    CHECK(first(in_capitals(name).c_str()) == name);
  }
  CHECK(message_of<std::invalid_argument>([&] {
          first("sse9");
        }).starts_with("XENT_ISA: this machine has no instruction set 'sse9'; it has "));
  CHECK(first("") == xent::available_isas().back());
  CHECK(first(nullptr) == xent::available_isas().back());
  first(before ? restored.c_str() : nullptr);
}
