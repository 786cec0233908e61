#pragma once
// How far stream_mean has come, in a small text file: an exact sum and a place, so that going on
// from it gives the bits of a run without a break.

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <xent/loss_sum.hpp>

#include "../common/file_error.hpp"
#include "../common/pair_file.hpp"

namespace example {

struct stream_state {
  std::uint64_t pairs_done = 0;
  xent::loss_sum sum;
};

class state_file {
 public:
  state_file(const std::string& file, const std::string& input, const file_identity& identity)
      : file_(file), input_(input), identity_(identity) {}

  // Nothing where there is no such file.
  std::optional<stream_state> load() const {
    if (!std::filesystem::exists(file_)) return std::nullopt;
    errno = 0;
    std::ifstream in(file_);
    if (!in) fail_to("be read", file_);
    std::string heading;
    std::getline(in, heading);
    if (heading != version) throw file_error(file_ + ": line 1: not '" + version + "'");

    file_identity identity;
    stream_state state;
    if (!(in >> identity.bytes >> identity.written >> state.pairs_done)) fail_as_damaged();
    if (identity != identity_) fail_as_foreign(identity);
    xent::loss_sum::limb_array limbs{};
    for (std::int64_t& limb : limbs) in >> limb;
    std::string end;
    if (!(in >> end) || end != "end") fail_as_damaged();
    if (state.pairs_done > identity.bytes / sizeof(logit_and_target)) fail_as_damaged();
    state.sum = xent::loss_sum::from_limbs(limbs);
    return state;
  }

  // In one step for whoever looks: the old state or the new one, whenever the program ends.
  void save(const stream_state& state) const {
    const std::string fresh = file_ + ".new";
    errno = 0;
    {
      std::ofstream out(fresh);
      out << version << '\n' << identity_.bytes << ' ' << identity_.written << '\n';
      out << state.pairs_done << '\n';
      for (const std::int64_t limb : state.sum.limbs()) out << limb << ' ';
      out << "\nend\n" << std::flush;
      if (!out) fail_to("be written", fresh);
    }
    std::error_code error;
    std::filesystem::rename(fresh, file_, error);
    if (error) throw file_error(file_ + ": cannot be written: " + error.message());
  }

 private:
  static constexpr const char* version = "xent stream_mean, state version 1";

  [[noreturn]] void fail_as_damaged() const { throw file_error(file_ + ": cut short or damaged"); }

  [[noreturn]] void fail_as_foreign(const file_identity& theirs) const {
    const auto shown = [](const file_identity& identity) {
      return std::to_string(identity.bytes) + " bytes written at " +
             std::to_string(identity.written);
    };
    throw file_error(file_ + ": the state of another input, of " + shown(theirs) + "; " + input_ +
                     " has " + shown(identity_));
  }

  std::string file_, input_;
  file_identity identity_;
};

}  // namespace example
