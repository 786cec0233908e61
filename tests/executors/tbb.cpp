// TBB's tasks run blocks: the same bits, and exceptions.

#include <cstddef>

#include "tbb.hpp"

#include <tbb/global_control.h>

#include "every_call.hpp"

using namespace xent::test;

TEST_CASE("TBB gives the same results, and what a block throws") {
  for (const std::size_t k : {1u, 2u, 3u, 7u, 16u}) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, k);
    INFO(k << " threads");
    check_same_results(tbb_tasks);
    check_failure_reaches_caller(tbb_tasks);
  }
}
