// The mean loss of a file of logits and targets that is larger than memory, in one reading that can
// be interrupted and resumed: the result has the same bits however often that happens.
//
//   stream_mean file [--state file] [--progress]     pair_file.hpp says what the file looks like
//   stream_mean --generate n file                    writes n pairs to try it with
//
// With --state it goes on from where that file says, and saves there every second. With
// --stop-after n it saves and ends after n chunks. Progress is shown at a terminal or by option.
//
// By hand, from the top of the tree:
//   g++ -std=c++20 -O2 -I include examples/streaming/stream_mean.cpp -o stream_mean
//
// Exit status: 0; 2 for wrong arguments or input; 3 where --stop-after ended it.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <xent/reduce.hpp>

#include "../common/arguments.hpp"
#include "../common/pair_file.hpp"
#include "../common/progress.hpp"
#include "generated_pairs.hpp"
#include "pair_losses.hpp"
#include "state.hpp"

namespace {

using example::logit_and_target;

// What is read at once: a whole number of blocks, and no more than caches hold.
constexpr std::size_t chunk_size = 256 * xent::block_size;

struct how_to_run {
  std::optional<std::string> state;
  std::optional<std::size_t> stop_after;
  bool shows_progress;
};

// The state at the end, or after so many chunks.
example::stream_state read_through(example::pair_reader& reader, const std::string& input,
                                   const how_to_run& how) {
  using clock = std::chrono::steady_clock;
  std::optional<example::state_file> saved;
  if (how.state) saved.emplace(*how.state, input, reader.identity());
  auto state = saved ? saved->load().value_or(example::stream_state{}) : example::stream_state{};

  std::vector<logit_and_target> chunk(chunk_size);
  const std::uint64_t first = state.pairs_done;
  example::progress line(how.shows_progress, first * sizeof(logit_and_target),
                         reader.identity().bytes);
  auto next_save = clock::now() + std::chrono::seconds(1);
  for (std::size_t chunks = 0; state.pairs_done < reader.pairs(); ++chunks) {
    if (how.stop_after && chunks == *how.stop_after) break;
    const auto left = reader.pairs() - state.pairs_done;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(chunk_size, left));
    example::add_chunk(reader, std::span(chunk).first(size), state);
    line.at(state.pairs_done * sizeof(logit_and_target), state.pairs_done - first);
    if (saved && clock::now() >= next_save) {
      saved->save(state);
      next_save = clock::now() + std::chrono::seconds(1);
    }
  }
  if (saved) saved->save(state);
  return state;
}

int measure(const std::string& input, const how_to_run& how) {
  example::pair_reader reader(input);
  const example::stream_state state = read_through(reader, input, how);
  if (state.pairs_done < reader.pairs()) {
    std::fprintf(stderr, "stopped after %ju of %ju pairs\n", std::uintmax_t{state.pairs_done},
                 std::uintmax_t{reader.pairs()});
    return 3;
  }
  const double mean = state.sum.value() / static_cast<double>(reader.pairs());
  std::printf("%ju pairs, mean loss %.17g = %a\n", std::uintmax_t{reader.pairs()}, mean, mean);
  return 0;
}

int run(example::arguments given) {
  if (const auto n = given.count("--generate")) {
    example::generate_pairs(*n, given.files(1)[0]);
    return 0;
  }
  const how_to_run how{given.value("--state"), given.count("--stop-after"),
                       given.flag("--progress")};
  if (how.stop_after && !how.state) {
    throw example::wrong_arguments("--stop-after: only together with --state");
  }
  return measure(given.files(1)[0], how);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(example::arguments(argc, argv));
  } catch (const example::wrong_arguments& error) {
    std::fprintf(stderr,
                 "%s\nusage: stream_mean file [--state file [--stop-after chunks]] [--progress]\n"
                 "       stream_mean --generate n file\n",
                 error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 2;
}
