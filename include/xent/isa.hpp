#pragma once
/// \defgroup isa Instruction sets
/// \brief The instruction set that the array functions run on.
///
/// The best one that the machine has, chosen once at run time, or what XENT_ISA in the environment
/// (unless it is empty) or set_isa says. Names, in upper or lower case: "baseline" (what the
/// compiler's flags allow), "avx2" (with FMA), "avx512" (F, DQ, VL, BW), "neon" (AArch64, where it
/// is the baseline). All of this is safe to call on several threads.
///
/// \snippet settings.cpp isa

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>

// Shared by all translation units of one release, whatever their flags: so in a namespace of the
// version alone. Every shared object has the variable, and the dynamic linker decides whose
// function is called, as it does for the inline functions that call it: so they all see one choice.
namespace xent::shared::inline XENT_ABI_VERSION {
XENT_HIDDEN inline std::atomic<int> chosen_isa_of_this_object{-1};
XENT_NOINLINE inline std::atomic<int>& chosen_isa() { return chosen_isa_of_this_object; }
}  // namespace xent::shared::inline XENT_ABI_VERSION

namespace xent::inline XENT_ABI {

namespace detail {

enum class isa : int { baseline, avx2, avx512, neon };

XENT_HIDDEN inline constexpr std::array<std::string_view, 4> isa_names{"baseline", "avx2", "avx512",
                                                                       "neon"};

inline bool machine_has(isa which) {
#if defined(__aarch64__)
  return which == isa::neon;
#elif defined(__x86_64__) || defined(__i386__)
  __builtin_cpu_init();
  if (which == isa::avx2) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (which == isa::avx512) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") &&
           machine_has(isa::avx2);
  }
  return which == isa::baseline;
#else
  return which == isa::baseline;
#endif
}

struct isa_list {
  std::array<std::string_view, 4> names{};
  std::size_t count = 0;
};

// From the plainest to the best.
XENT_HIDDEN inline const isa_list& machine_isas() {
  static const isa_list list = [] {
    isa_list l;
    for (std::size_t i = 0; i < isa_names.size(); ++i) {
      if (machine_has(static_cast<isa>(i))) l.names[l.count++] = isa_names[i];
    }
    return l;
  }();
  return list;
}

[[noreturn]] XENT_COLD void no_such_isa(const char* where, std::string_view name) {
  std::string message = std::string(where) + ": this machine has no instruction set '" +
                        std::string(name.data(), name.size()) + "'; it has";
  for (std::size_t i = 0; i < machine_isas().count; ++i) {
    const std::string_view has = machine_isas().names[i];
    message.append(i == 0 ? " " : ", ").append(has.data(), has.size());
  }
  fail<std::invalid_argument>(message);
}

// Names are matched in upper and lower case alike.
constexpr bool is_named(std::string_view name, std::string_view wanted) {
  if (name.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_upper = wanted[i] >= 'A' && wanted[i] <= 'Z';
    if (name[i] != (is_upper ? static_cast<char>(wanted[i] - 'A' + 'a') : wanted[i])) return false;
  }
  return true;
}

inline int find_isa(const char* where, std::string_view name) {
  for (std::size_t i = 0; i < isa_names.size(); ++i) {
    if (is_named(isa_names[i], name) && machine_has(static_cast<isa>(i)))
      return static_cast<int>(i);
  }
  no_such_isa(where, name);
}

// The choice where none was made yet, which another thread may make meanwhile.
XENT_COLD int choose_first() {
  const char* const wanted = std::getenv("XENT_ISA");
  const int found = wanted && *wanted != '\0'
                        ? find_isa("XENT_ISA", wanted)
                        : find_isa("xent", machine_isas().names[machine_isas().count - 1]);
  int chosen = -1;
  const bool is_first = shared::chosen_isa().compare_exchange_strong(chosen, found);
  return is_first ? found : chosen;
}

inline isa current_isa() {
  const int chosen = shared::chosen_isa().load(std::memory_order_relaxed);
  return static_cast<isa>(chosen >= 0 ? chosen : choose_first());
}

}  // namespace detail

/// \addtogroup isa
/// \{

/// The name of the instruction set in use. Throws std::invalid_argument where XENT_ISA names none
/// that this machine has.
///
/// \snippet settings.cpp isa
inline std::string_view active_isa() {
  return detail::isa_names[static_cast<std::size_t>(detail::current_isa())];
}

/// The names of those that this machine has, from the plainest to the best.
///
/// \snippet settings.cpp isa
inline std::span<const std::string_view> available_isas() {
  return {detail::machine_isas().names.data(), detail::machine_isas().count};
}

/// Uses the one named from now on, in all threads. Throws std::invalid_argument, with the names
/// that exist, where this machine has none of that name.
///
/// A plugin, a DLL or a library with hidden symbols may have a choice of its own, which set_isa in
/// the program does not reach. XENT_ISA in the environment reaches all of them.
///
/// \snippet settings.cpp isa
inline void set_isa(std::string_view name) {
  shared::chosen_isa().store(detail::find_isa("xent::set_isa", name), std::memory_order_relaxed);
}

/// \}

}  // namespace xent::inline XENT_ABI
