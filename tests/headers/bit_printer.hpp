#pragma once
// Checksums of results, as bits/sums.cmake reads them.

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace xent::test {

// Prints one line per call: "every function | HOW CALL | checksum of its results' bits".
class bit_printer {
 public:
  explicit bit_printer(const char* how) : how_(how) {}

  template <class T> void print(const std::string& call, const std::vector<T>& results) const {
    std::uint64_t sum = 0;
    for (const T result : results) {
      const auto bits = __builtin_bit_cast(std::uint64_t, static_cast<double>(result));
      sum = (sum ^ bits ^ (bits >> 29)) * 0x9e3779b97f4a7c15U;
    }
    std::printf("every function | %s %s | %016llx\n", how_, call.c_str(),
                static_cast<unsigned long long>(sum));
  }
  template <class T> void print_one(const std::string& call, T result) const {
    print(call, std::vector<T>{result});
  }

 private:
  const char* how_;
};

}  // namespace xent::test
