#pragma once
// How good the array functions' float results are: an argument among the last of a call.

#include <concepts>

#include <xent/detail/abi.hpp>

namespace xent::inline XENT_ABI {

struct fast_grade {};
struct exact_grade {};

// Within 2.5 ulp.
inline constexpr fast_grade fast{};
// Correctly rounded: the scalar functions' bits.
inline constexpr exact_grade exact{};

namespace detail {
template <class G>
concept grade = std::same_as<G, fast_grade> || std::same_as<G, exact_grade>;
}
}  // namespace xent::inline XENT_ABI
