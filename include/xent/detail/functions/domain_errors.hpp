#pragma once
// How arrays report a value outside the domain of its kind of argument.

#include <cstddef>
#include <stdexcept>
#include <string>

#include <xent/detail/base/config.hpp>
#include <xent/detail/base/errors.hpp>

namespace xent::inline XENT_ABI::detail {

// Throws std::domain_error for the first of `size` values that is outside the domain, values[0]
// being the first-th of its range; where is_used(i) is false values[i] may be anything.
template <class Kind, class T, class IsUsed>
XENT_COLD void check_domain(call_name call, const T* values, std::size_t size, std::size_t first,
                            const IsUsed& is_used) {
  for (std::size_t i = 0; i < size; ++i) {
    if (is_used(i) && !Kind::is_valid(values[i])) {
      fail<std::domain_error>(call, std::string(Kind::element) + '[' + shown(first + i) +
                                        "] = " + shown(values[i]) + Kind::domain);
    }
  }
}
template <class Kind, class T>
XENT_COLD void check_domain(call_name call, const T* values, std::size_t size, std::size_t first) {
  check_domain<Kind>(call, values, size, first, [](std::size_t) { return true; });
}

}  // namespace xent::inline XENT_ABI::detail
