#pragma once
// What every header starts from: the refusals, the attributes, and the namespace of the library.

#include <xent/detail/base/abi_namespace.hpp>  // IWYU pragma: export
#include <xent/detail/base/attributes.hpp>     // IWYU pragma: export
#include <xent/detail/base/refusals.hpp>       // IWYU pragma: export
