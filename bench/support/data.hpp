#pragma once
// Memory for operands of every size up to the largest one of a run.

#include <cstddef>

#include "columns.hpp"
#include "operands.hpp"

namespace xent::bench {

template <class T> class data {
 public:
  explicit data(std::size_t most)
      : x_(logits<T>(most)),
        p_(probabilities<T>(most)),
        y_(labels<T>(most)),
        weights_(probabilities<T>(most, 3)),
        out_(2 * most) {}

  operands<T> first(std::size_t size) {
    return {size,
            x_.first(size).data(),
            p_.first(size).data(),
            y_.first(size).data(),
            weights_.first(size).data(),
            out_.whole().data(),
            &total_};
  }

 private:
  column<T> x_, p_, y_, weights_, out_;
  double total_ = 0;
};

}  // namespace xent::bench
