// search POINTS PROCESSES [--state FILE] [--inputs FILE] [function...]
//
// Searches for the worst errors at random arguments, POINTS of each subject: every function in
// double, and those of soft labels, of a pos_weight and of two logits in float, of which there are
// too many arguments to try them all. The scalar function, and the array function in both grades on
// every instruction set, against long double (float: double), the worst thousand against MPFR.
// Prints the worst error of every subject and way; exit status 1 where one is beyond its bound or
// bits differ that should not. With an inputs file, the worst hundred arguments of every function
// and type are written to it. With a state file it may be killed: started again it goes on, to the
// same table.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "long_run.hpp"
#include "search_table.hpp"
#include "subjects.hpp"
#include "worst_inputs.hpp"

namespace {

using namespace xent::test;

constexpr std::uint64_t points_of_chunk = 1 << 22;

struct settings {
  std::uint64_t points = 0;
  unsigned processes = 1;
  std::string state, inputs;
  std::vector<std::string> names;

  std::uint64_t chunks() const { return (points + points_of_chunk - 1) / points_of_chunk; }
  std::string text() const {
    std::string all = "search, " + std::to_string(points) + " points";
    for (const auto& name : names) all += " " + name;
    return all;
  }
};

// Item and draw: the subject's number above, the chunk's or the draw's below.
constexpr int number_bits = 40;

template <class Visitor> void for_each_wanted(const settings& s, Visitor visit) {
  for_each_subject([&](auto subject, std::uint64_t number) {
    const auto name = decltype(subject)::row::function_name;
    const bool named = std::find(s.names.begin(), s.names.end(), name) != s.names.end();
    if (s.names.empty() || named) visit(subject, number << number_bits);
  });
}

// The chunks of all subjects in turn, so that the time left is known early.
std::vector<std::uint64_t> all_items(const settings& s) {
  std::vector<std::uint64_t> items;
  for (std::uint64_t chunk = 0; chunk < s.chunks(); ++chunk) {
    for_each_wanted(s, [&](auto, std::uint64_t base) { items.push_back(base + chunk); });
  }
  return items;
}

std::string work(const settings& s, std::uint64_t item) {
  std::string found;
  for_each_wanted(s, [&](auto subject, std::uint64_t base) {
    if (item >> number_bits != base >> number_bits) return;
    const std::uint64_t begin = (item - base) * points_of_chunk;
    searcher<decltype(subject)> here;
    found = here.run(base + begin, std::min(points_of_chunk, s.points - begin)).text();
  });
  return found;
}

// The worst of every way, judged by MPFR; what has an earlier way's bits has its findings.
template <class Subject> std::vector<std::vector<finding>> judge_worst(const subject_tally& total) {
  const auto ways = all_ways<typename Subject::type>();
  std::vector<std::vector<finding>> worst;
  for (std::size_t w = 0; w < ways.size(); ++w) {
    const bool is_like_another = ways[w].like < w && total.ways[w].unlike == 0;
    worst.push_back(is_like_another ? worst[ways[w].like]
                                    : judged_exactly<Subject>(ways[w], total.ways[w].worst));
  }
  return worst;
}

template <class Subject>
bool print_subject(const subject_tally& total, const std::vector<std::vector<finding>>& worst) {
  const auto ways = all_ways<typename Subject::type>();
  bool right = total.outside == 0;
  if (!right)
    std::printf("%s: %llu estimates are wrong\n", Subject::name().c_str(),
                static_cast<unsigned long long>(total.outside));
  for (std::size_t w = 0; w < ways.size() && total.ways[w].results != 0; ++w) {
    right &= print_way<Subject>(ways[w], total.ways[w], worst[w]);
  }
  return right;
}

bool report(const settings& s, const journal& state) {
  const auto found = state.finished();
  std::ofstream inputs(s.inputs);
  print_search_heading();
  bool right = true;
  for_each_wanted(s, [&]<class Subject>(Subject, std::uint64_t base) {
    subject_tally total(all_ways<typename Subject::type>().size());
    for (std::uint64_t chunk = 0; chunk < s.chunks(); ++chunk) total.add(found.at(base + chunk));
    const auto worst = judge_worst<Subject>(total);
    right &= print_subject<Subject>(total, worst);
    if (inputs) write_worst_inputs<Subject>(inputs, worst);
  });
  return right;
}

settings parse(int argc, char** argv) {
  settings s;
  s.names.assign(argv + 1, argv + argc);
  s.state = take_option(s.names, "--state");
  s.inputs = take_option(s.names, "--inputs");
  if (s.names.size() < 2) {
    throw std::invalid_argument(
        "usage: search POINTS PROCESSES [--state FILE] [--inputs FILE] [function...]");
  }
  s.points = std::stoull(s.names[0]);
  s.processes = static_cast<unsigned>(std::stoul(s.names[1]));
  s.names.erase(s.names.begin(), s.names.begin() + 2);
  return s;
}

}  // namespace

int main(int argc, char** argv) { return run_long(argc, argv, parse, all_items, work, report); }
