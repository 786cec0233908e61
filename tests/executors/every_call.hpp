#pragma once
// Calls of every kind through an executor.

#include <cstddef>
#include <functional>

#include <xent/executor.hpp>

#include "../support/catch.hpp"

namespace xent::test {

// Any executor: the calls are compiled once for all of them.
using any_executor = std::function<void(std::size_t, block_body)>;

// Results as on one thread.
void check_same_results(const any_executor& exec);

// What a block throws reaches the caller: of bad targets the first.
void check_failure_reaches_caller(const any_executor& exec);

}  // namespace xent::test
