// OpenMP's threads run blocks: the same bits, and errors reach the caller although no exception may
// leave a parallel region.

#include "openmp.hpp"

#include <omp.h>

#include <algorithm>
#include <vector>

#include "every_call.hpp"

using namespace xent::test;

TEST_CASE("OpenMP gives the same results") {
  for (const int k : {1, 2, 3, 7, 16}) {
    omp_set_num_threads(k);
    INFO(k << " threads");
    check_same_results(openmp);
  }
}

TEST_CASE("an error in OpenMP's region reaches the caller") {
  omp_set_num_threads(4);
  check_failure_reaches_caller(openmp);
}

TEST_CASE("OpenMP's threads do take part") {
  omp_set_num_threads(4);
  std::vector<int> threads_of_blocks(100);
  const auto note = [&](std::size_t i) { threads_of_blocks[i] = omp_get_thread_num(); };
  openmp(threads_of_blocks.size(), xent::block_body(note));
  CHECK(*std::max_element(threads_of_blocks.begin(), threads_of_blocks.end()) == 3);
}
