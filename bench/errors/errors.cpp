// bench_errors FLOATS OUT.TSV
//
// Errors of xent and of the libraries beside it along the input, in float: the worst of so many
// floats in each bin goes to the file, as "function side logit ulp", the worst of all to stdout.

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../support/functions.hpp"
#include "measure.hpp"
#include "table.hpp"

namespace {

using namespace xent::bench;

// The textbook's formulas, which no library has for arrays.
void add_textbook(offers& all) {
  for_each_function([&]<class Function>(Function) {
    if constexpr (Function::has_naive) {
      all.add<float>({"textbook", Function::name(), [](const operands<float>& at) -> work {
                        return [at] { Function::naive(at); };
                      }});
    }
  });
}

// Those of one function whose results are to be looked at, xent's at its best only.
std::vector<const offer<float>*> sides_of(const offers& all, std::string_view function) {
  std::vector<const offer<float>*> sides;
  for (const auto& one : all.of<float>()) {
    const bool is_ours = one.side.starts_with("xent");
    const bool is_best = one.side == "xent exact" || one.side == "xent fast";
    if (one.function == function && one.gives == results::all && (is_best || !is_ours)) {
      sides.push_back(&one);
    }
  }
  return sides;
}

// "bce(p, 0)" for "bce(p, y)"
std::string at_label(std::string signature, int label) {
  signature.replace(signature.size() - 2, 1, std::to_string(label));
  return signature;
}

template <class Row> constexpr bool has_enclosure() {
  return requires(Row row) { enclose(row, 0.0f); }
  || requires(Row row) { enclose(row, 0.0f, 0.0f); };
}

std::vector<profile> measure_all(const offers& all, std::size_t floats) {
  std::vector<profile> found;
  xent::test::for_each_function([&]<class Row>(Row row) {
    const auto sides = sides_of(all, Row::function_name);
    const auto add = [&](const std::string& name, auto of) {
      for (auto& one : of.measure(name, sides)) found.push_back(std::move(one));
    };
    if constexpr (has_enclosure<Row>() && Row::arity == 1) {
      add(signature(row), experiment<Row>(floats));
    } else if constexpr (has_enclosure<Row>()) {
      for (const int y : {0, 1}) {
        add(at_label(signature(row), y), experiment<Row, float>(floats, static_cast<float>(y)));
      }
    }
  });
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t floats = argc == 3 ? std::strtoul(argv[1], nullptr, 10) : 0;
  if (floats == 0) {
    std::fprintf(stderr, "usage: bench_errors FLOATS OUT.TSV\n");
    return 2;
  }
  try {
    offers all = all_offers();
    add_textbook(all);
    const auto found = measure_all(all, floats);
    print_worst(found);
    if (!write(found, argv[2])) throw std::runtime_error(std::string("cannot write ") + argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_errors: %s\n", error.what());
    return 2;
  }
}
