#pragma once
// Reads what PyTorch answered; generate.cpp says what is in the file.

#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "../support/floating.hpp"

namespace xent::test {

template <class T> struct pytorch_answer {
  std::string reduction, labels, weights, pos_weight, smoothing;
  std::vector<T> loss, grad;
};

template <class T> struct pytorch_clamped { T p, y, loss, grad; };

template <class T> class pytorch_values {
 public:
  std::vector<pytorch_answer<T>> answers;
  std::vector<pytorch_clamped<T>> clamped;

  explicit pytorch_values(const std::string& path) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) read(std::istringstream(line));
    if (answers.empty() || clamped.empty()) throw std::runtime_error("no values in " + path);
  }

  // Empty where a line says "-".
  const std::vector<T>& input(const std::string& name) const { return inputs_.at(name); }

 private:
  std::map<std::string, std::vector<T>> inputs_{{"-", {}}};

  void read(std::istringstream line) {
    std::string kind, type, name;
    line >> kind >> type;
    if (type != type_name<T>) return;
    if (kind == "input") {
      line >> name;
      inputs_[name] = numbers(line);
    } else if (kind == "clamped") {
      const auto n = numbers(line);
      clamped.push_back({n.at(0), n.at(1), n.at(2), n.at(3)});
    } else {
      pytorch_answer<T> a{kind, {}, {}, {}, {}, {}, {}};
      line >> a.labels >> a.weights >> a.pos_weight >> a.smoothing;
      a.loss = numbers(line);
      if (kind != "none") {
        a.grad.assign(a.loss.begin() + 1, a.loss.end());
        a.loss.resize(1);
      }
      answers.push_back(a);
    }
  }

  // Subnormal ones too, which a stream may refuse.
  static std::vector<T> numbers(std::istringstream& line) {
    std::vector<T> all;
    for (std::string word; line >> word;) {
      all.push_back(static_cast<T>(std::strtod(word.c_str(), nullptr)));
    }
    return all;
  }
};

}  // namespace xent::test
