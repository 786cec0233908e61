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

/// float within 2.5 ulp, subnormal results included: the default. Gradients of soft labels are
/// within 2.5 ulp of their larger term. With pos_weight q, q·y not subnormal, this holds for
/// 2⁻²⁴ ≤ q ≤ 2²⁴ and |x| ≤ 87, elsewhere plus max(1, q) of the smallest subnormal floats. double:
/// its one grade, the scalars' bound.
/// \snippet settings.cpp grades
/// \ingroup arrays
XENT_HIDDEN inline constexpr fast_grade fast{};
/// float with the scalar functions' bits, correctly rounded. double: its one grade.
/// \snippet settings.cpp grades
/// \ingroup arrays
XENT_HIDDEN inline constexpr exact_grade exact{};

namespace detail {
template <class G>
concept grade = std::same_as<G, fast_grade> || std::same_as<G, exact_grade>;
}
}  // namespace xent::inline XENT_ABI
