#pragma once
// What a long run has found so far, in a file that outlives it: the text of every finished item.
//
// Processes append to it, each item by one write, which is atomic among them. What a killed
// process has left of an item is passed over.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

namespace xent::test {

class journal {
 public:
  using items = std::map<std::uint64_t, std::string>;

  // `run` says what is run, and with what: a file of another run is refused. Without a path the
  // file has no name and ends with the program.
  journal(const std::string& path, const std::string& run) : path_(path) {
    file_ = path.empty() ? temporary() : open(path.c_str(), O_RDWR | O_CREAT | O_APPEND, 0644);
    if (file_ < 0) throw std::runtime_error("cannot open " + path);
    const std::string first = run + program() + "\n", held = text();
    if (held.empty()) {
      write(first);
    } else if (held.rfind(first, 0) != 0) {
      throw std::runtime_error(path + " is the state of another run or program");
    }
  }
  ~journal() { close(file_); }
  journal(const journal&) = delete;
  journal& operator=(const journal&) = delete;

  void append(std::uint64_t item, const std::string& found) {
    const std::string number = std::to_string(item);
    write("\nitem " + number + "\n" + found + "end " + number + "\n");
  }

  items finished() const {
    items all;
    std::istringstream lines(text());
    std::string line, open_item, found;
    while (std::getline(lines, line)) {
      if (line.rfind("item ", 0) == 0) {
        open_item = line.substr(5);
        found.clear();
      } else if (line == "end " + open_item) {
        all[std::stoull(open_item)] = found;
        open_item.clear();
      } else {
        found += line + "\n";
      }
    }
    return all;
  }

 private:
  static int temporary() {
    const char* const directory = std::getenv("TMPDIR");
    std::string path = std::string(directory == nullptr ? "/tmp" : directory) + "/xent-XXXXXX";
    const int file = mkstemp(path.data());
    if (file < 0) throw std::runtime_error("cannot make " + path);
    unlink(path.c_str());
    fcntl(file, F_SETFL, O_APPEND);
    return file;
  }

  // A program built anew starts anew.
  static std::string program() {
    struct stat about {};
    if (stat("/proc/self/exe", &about) != 0) return "";
    return ", program of " + std::to_string(about.st_mtime);
  }

  void write(const std::string& bytes) const {
    if (::write(file_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
      throw std::runtime_error("cannot write " + path_);
    }
  }

  std::string text() const {
    std::string all;
    char buffer[1 << 16];
    for (ssize_t got, at = 0; (got = pread(file_, buffer, sizeof buffer, at)) > 0; at += got) {
      all.append(buffer, static_cast<std::size_t>(got));
    }
    return all;
  }

  std::string path_;
  int file_;
};

}  // namespace xent::test
