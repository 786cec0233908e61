#pragma once
/// \file
/// All of xent: the sigmoid, binary cross-entropy, and their gradients, right in the tails.

// First, for it refuses what cannot be compiled, before the standard library says so in its words.
#include <xent/detail/base/config.hpp>

#include <xent/bce.hpp>
#include <xent/bce_with_logits.hpp>
#include <xent/elementwise.hpp>
#include <xent/isa.hpp>
#include <xent/log_sum_exp.hpp>
#include <xent/naive.hpp>
#include <xent/reduce.hpp>
#include <xent/sigmoid.hpp>
#include <xent/version.hpp>
