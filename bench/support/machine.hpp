#pragma once
// What figures are worth little without: machine, compiler, time.

#include <ctime>
#include <fstream>
#include <string>

namespace xent::bench {

// "Intel(R) Xeon(R) Processor"; empty where the system does not say.
inline std::string processor() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "";
}

inline std::string compiler() {
#if defined(__clang__)
  return "Clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#else
  return "GCC " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#endif
}

// "2024-02-29T12:00:00"
inline std::string now() {
  const std::time_t time = std::time(nullptr);
  char text[32];
  std::strftime(text, sizeof text, "%FT%T", std::localtime(&time));
  return text;
}

}  // namespace xent::bench
