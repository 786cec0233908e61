// Looks at logits and their targets: loss, gradient, what float32 formulas lose of them, and
// whether the probabilities hold.
//
//   xent_cli file [options]         --help lists them; pair_file.hpp and csv_pairs.hpp say what the
//                                   file looks like, and `-` is standard input
//
// Loss and gradient of each pair are floats of the grade xent::exact, and sums do not depend on
// --threads. Memory does not depend on the length of the input.
//
// By hand, from the top of the tree, with CLI11 (Debian: libcli11-dev):
//   g++ -std=c++20 -O2 -I include examples/xent_cli/xent_cli.cpp -o xent_cli -pthread
//
// Exit status: 0; 1 for what cannot be read or drawn; 2 for wrong arguments.

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <ios>
#include <memory>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>

#include "../common/file_error.hpp"
#include "../common/progress.hpp"
#include "binary_pairs.hpp"
#include "csv_pairs.hpp"
#include "input.hpp"
#include "pair_report.hpp"
#include "pair_totals.hpp"
#include "reliability_picture.hpp"

namespace {

// What is read at once: a whole number of blocks.
constexpr std::size_t chunk_size = 64 * xent::block_size;

struct settings {
  std::string file, format, plot;
  example::column_names columns;
  std::size_t bins = 10, threads = 1;
  bool probabilities = false, shows_progress = false;

  bool is_binary() const { return format.empty() ? file.ends_with(".bin") : format == "binary"; }
};

void add_options(CLI::App& app, settings& chosen) {
  app.add_option("file", chosen.file, "Logits and targets; - is standard input")->required();
  app.add_option("--format", chosen.format,
                 "csv or binary; else binary where the name ends in .bin")
      ->check(CLI::IsMember({"csv", "binary"}));
  CLI::Option* logits = app.add_option("--logits", chosen.columns.predictions,
                                       "Name of the column of logits, else the first one");
  CLI::Option* targets = app.add_option("--targets", chosen.columns.targets,
                                        "Name of the column of targets, else the second one");
  logits->needs(targets);
  targets->needs(logits);
  app.add_flag("--probabilities", chosen.probabilities, "The logits are probabilities instead");
  app.add_option("--bins", chosen.bins, "Bins of the calibration table")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--threads", chosen.threads, "Threads that compute")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  app.add_option("--plot", chosen.plot, "Draw a reliability diagram, an SVG file, by gnuplot");
  app.add_flag("--progress", chosen.shows_progress, "Show progress where there is no terminal");
}

std::unique_ptr<example::pair_source> source_of(example::input& from, const settings& chosen,
                                                example::prediction kind) {
  if (chosen.is_binary()) {
    return std::make_unique<example::binary_pairs>(from.name(), from.stream(), kind);
  }
  return std::make_unique<example::csv_pairs>(from.name(), from.stream(), kind, chosen.columns);
}

example::pair_totals read_through(example::pair_source& source, const settings& chosen,
                                  example::prediction kind, std::uint64_t bytes) {
  example::pair_totals totals(kind, chosen.bins, chosen.threads);
  example::progress line(chosen.shows_progress, 0, bytes);
  std::vector<float> predictions(chunk_size), targets(chunk_size);
  for (std::size_t count = chunk_size; count == chunk_size;) {
    count = source.read(predictions, targets);
    totals.add(std::span(predictions).first(count), std::span(targets).first(count));
    line.at(source.bytes(), totals.count);
  }
  return totals;
}

// Before all the reading.
void check_plot(const std::string& file, const std::string& read) {
  std::error_code none;
  if (std::filesystem::equivalent(file, read, none)) {
    throw example::file_error(file + ": is what is read, and would be overwritten");
  }
  if (!example::has_gnuplot()) {
    throw example::file_error(file + ": cannot be drawn: gnuplot is not installed (gnuplot-nox)");
  }
  errno = 0;
  if (!std::ofstream(file, std::ios::app)) example::fail_to("be written", file);
}

int report(const settings& chosen) {
  const auto kind =
      chosen.probabilities ? example::prediction::probability : example::prediction::logit;
  example::input from(chosen.file);
  if (!chosen.plot.empty()) check_plot(chosen.plot, chosen.file);
  const auto source = source_of(from, chosen, kind);
  const example::pair_totals totals = read_through(*source, chosen, kind, from.bytes());

  std::printf("%s%s%s\n\n", from.name().c_str(), source->columns().empty() ? "" : ": ",
              source->columns().c_str());
  example::print_report(totals);
  errno = 0;
  if (std::fflush(stdout) != 0) example::fail_to("be written", "standard output");
  if (chosen.plot.empty()) return 0;
  return example::draw_reliability(chosen.plot, from.name(), totals.table, totals.count) ? 0 : 1;
}

int run(int argc, char** argv) {
  settings chosen;
  CLI::App app("Loss, gradient, tails and calibration of logits and their targets.", "xent_cli");
  add_options(app, chosen);
  try {
    app.parse(argc, argv);
    if (chosen.is_binary() && !chosen.columns.targets.empty()) {
      throw CLI::ValidationError("--logits, --targets", "only for CSV");
    }
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;  // of --help, 0
  }
  return report(chosen);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}
