// replay CORPUS [FOLDER]
//
// The corpus has an input of the fuzzer a line, as hexadecimal digits. Runs the fuzzer's target on
// each, in a build that needs no fuzzer; or writes each to a file of the folder, as the fuzzer
// takes them.

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <ios>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::uint8_t> bytes_of(const std::string& digits) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(digits.substr(i, 2), nullptr, 16)));
  return bytes;
}

void write(const std::string& path, const std::vector<std::uint8_t>& bytes) {
  std::ofstream file(path, std::ios::binary);
  for (const std::uint8_t byte : bytes) file.put(static_cast<char>(byte));
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream corpus(argc > 1 ? argv[1] : "");
  std::string line;
  int count = 0;
  for (; std::getline(corpus, line); ++count) {
    const auto bytes = bytes_of(line);
    if (argc > 2) {
      write(std::string(argv[2]) + "/" + std::to_string(count), bytes);
    } else {
      LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
  }
  std::printf("%d inputs\n", count);
  return count > 0 ? 0 : 1;
}
