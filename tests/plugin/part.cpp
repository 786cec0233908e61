// Compiled for each part of a program, as the function XENT_PART. The calls are in lambdas, since
// the address of an inline function would be the same in all parts.

#include <cstddef>
#include <string_view>
#include <vector>

#include "part.hpp"

#include <xent/xent.hpp>

part XENT_PART() {
  return {[] { return xent::available_isas(); }, [](std::string_view name) { xent::set_isa(name); },
          [] { return xent::active_isa(); },
          [] {
            std::vector<double> x(4096);
            for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<double>(i) / 73 - 30;
            xent::softplus(x, x);
            return x;
          }};
}
