#pragma once
// How errors leave the library: as exceptions, or without exceptions as the same message on stderr
// and an abort.

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include <xent/detail/base/config.hpp>

namespace xent::inline XENT_ABI::detail {

// The function that a user called, for messages: sum_and_grad of bce is {"bce", "_sum_and_grad"}.
struct call_name {
  const char* function;
  const char* suffix = "";
};

template <class Exception> [[noreturn]] XENT_COLD void fail(const std::string& message) {
#if defined(__cpp_exceptions)
  throw Exception(message);
#else
  std::fprintf(stderr, "%s\n", message.c_str());
  std::abort();
#endif
}

template <class Exception>
[[noreturn]] XENT_COLD void fail(call_name call, const std::string& what) {
  fail<Exception>(std::string("xent::") + call.function + call.suffix + ": " + what);
}

// A number as a message shows it: all digits that tell it from its neighbours. Not by
// std::to_string, which translation units of different flags would share.
inline std::string shown(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}
inline std::string shown(std::size_t value) {
  char text[32];
  std::snprintf(text, sizeof text, "%zu", value);
  return text;
}
inline std::string shown(std::ptrdiff_t value) {
  char text[32];
  std::snprintf(text, sizeof text, "%td", value);
  return text;
}
inline std::string shown(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", static_cast<double>(value));
  return text;
}

}  // namespace xent::inline XENT_ABI::detail
