#pragma once
// Rows in the order of memory that tree libraries take, split for training and testing.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "../common/row_blocks.hpp"

namespace example {

struct labelled_rows {
  std::vector<float> values;  // row after row
  std::vector<float> labels;
};

struct split_rows {
  labelled_rows training, test;
};

// Every fifth row is kept for the test. Rows is table_rows or generated_rows.
template <class Rows> split_rows split(const Rows& rows) {
  split_rows result;
  row_block block(rows.features());
  for (std::size_t first_row = 0; first_row < rows.rows(); first_row += xent::block_size) {
    rows.fill(first_row, block);
    for (std::size_t i = 0; i < block.size; ++i) {
      labelled_rows& to = (first_row + i) % 5 == 4 ? result.test : result.training;
      for (const block_values& feature : block.features) to.values.push_back(feature[i]);
      to.labels.push_back(block.labels[i]);
    }
  }
  return result;
}

}  // namespace example
