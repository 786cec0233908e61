// What libFuzzer calls: decodes bytes into a call, makes it, and compares what it returned, wrote,
// accumulated or reported with what it should have.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "decode.hpp"
#include "expected_accumulator.hpp"
#include "expected_errors.hpp"
#include "expected_values.hpp"
#include "sums.hpp"

namespace {

using namespace xent::test;

// Chooses an instruction set by name; false where the name is wrong, which must be said.
bool choose(const std::string& isa) {
  const auto names = xent::available_isas();
  const bool known = std::find(names.begin(), names.end(), isa) != names.end();
  const std::string active(xent::active_isa());
  try {
    xent::set_isa(isa);
    if (!known || xent::active_isa() != isa) complain("set_isa took '" + isa + "'");
  } catch (const std::invalid_argument& error) {
    const std::string expected = "xent::set_isa: this machine has no instruction set '" + isa + "'";
    if (known || std::string(error.what()).rfind(expected, 0) != 0) complain(error.what());
    if (xent::active_isa() != active) complain("set_isa refused, but chose");
  }
  return known;
}

// What lies outside the outputs never changes; the outputs neither where the call was refused.
template <class T> void check_memory(scenario<T>& before, scenario<T>& after, bool was_refused) {
  for (const role out : {first_output, second_output}) {
    if (!after.has(out) || was_refused) continue;
    const auto old = before.range(out);
    const auto written = after.range(out);
    std::copy(old.begin(), old.end(), written.begin());
  }
  for (std::size_t b = 0; b < before.blocks.size(); ++b) {
    if (differences<T>(before.blocks[b], after.blocks[b]) != 0)
      complain(std::string(before.what->name) + " wrote where it must not");
  }
}

void check_report(const faults& found, const outcome& got) {
  const auto has = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), got.message) != list.end();
  };
  const bool right = got.how == ending::refused         ? has(found.refused)
                     : got.how == ending::out_of_domain ? has(found.out_of_domain)
                     : got.how == ending::returned      ? found.none()
                                                        : false;
  if (right) return;
  std::string expected;
  for (const auto& message : found.refused) expected += "\n  " + message;
  for (const auto& message : found.out_of_domain) expected += "\n  " + message;
  complain("got '" + got.message + "', expected one of" + expected);
}

template <class T> void run(byte_source& bytes) {
  scenario<T> before = decode<T>(bytes);
  if (!choose(before.isa)) before.isa = std::string(xent::active_isa());
  const faults found = fault_finder<T>(before).find();
  scenario<T> after = before;
  const outcome got = perform(after);
  check_report(found, got);
  accumulator_expectation<T>(before, after, got).check();
  if (got.how == ending::returned) expectation<T>(before).check(after, got.value);
  check_memory(before, after, got.how == ending::refused);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  byte_source bytes(data, size);
  const std::size_t choice = bytes.byte();
  if (choice >= 224) {
    run_loss_sum(bytes);
  } else if (choice % 2 == 0) {
    run<float>(bytes);
  } else {
    run<double>(bytes);
  }
  return 0;
}
