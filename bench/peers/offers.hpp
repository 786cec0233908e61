#pragma once
// What a side of the comparison offers: functions under xent's names, prepared for the operands
// that they will run on. A side is one file with one add_ function below; CMake leaves out those
// whose library is not there.

#include <cstddef>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "../support/operands.hpp"
#include "plain_loop.hpp"

namespace xent::bench {

using work = std::function<void()>;

// What of xent's results a side gives: all but the sum for loops of gradients only, nothing for
// what only moves the same memory.
enum class results { all, all_but_sum, none };

template <class T> struct offer {
  std::string side;      // "libtorch"
  std::string function;  // "sigmoid"
  std::function<work(const operands<T>&)> prepare;
  std::string isa = {};  // where xent shall run
  results gives = results::all;
};

class offers {
 public:
  template <class T> void add(offer<T> one) {
    std::get<std::vector<offer<T>>>(all_).push_back(std::move(one));
  }
  template <class T> const std::vector<offer<T>>& of() const {
    return std::get<std::vector<offer<T>>>(all_);
  }

 private:
  std::tuple<std::vector<offer<float>>, std::vector<offer<double>>> all_;
};

void add_xent(offers&);
void add_standard(offers&);  // the loop over std:: functions, and the copy
void add_xnnpack(offers&);
void add_onednn(offers&);
void add_libtorch(offers&);

offers all_offers();

}  // namespace xent::bench
