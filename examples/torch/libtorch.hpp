#pragma once
// libtorch. With this header of it first, that of version 1.13 is C++20 for Clang too.
#include <ATen/core/ivalue.h>

#include <torch/torch.h>
