#pragma once
/// \file
/// How good the array functions' float results are: an argument among the last of a call.

#include <concepts>

#include <xent/detail/base/config.hpp>

namespace xent::inline XENT_ABI {

/// The type of `xent::fast`.
/// \ingroup arrays
struct fast_grade {};
/// The type of `xent::exact`.
/// \ingroup arrays
struct exact_grade {};

/// float within 2.5 ulp: the default. double: its one grade.
/// \snippet settings.cpp grades
/// \ingroup arrays
XENT_HIDDEN inline constexpr fast_grade fast{};
/// float correctly rounded, with the scalar functions' bits. double: its one grade.
/// \snippet settings.cpp grades
/// \ingroup arrays
XENT_HIDDEN inline constexpr exact_grade exact{};

namespace detail {
template <class G>
concept grade = std::same_as<G, fast_grade> || std::same_as<G, exact_grade>;
}
}  // namespace xent::inline XENT_ABI
