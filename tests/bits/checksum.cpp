// Prints one checksum of all float results and one of all double results, over the golden points
// and over arguments whose bits come from a counter. Whatever compiles this, the sums agree:
// float's always, double's among those that fuse multiply-add and among those that do not.

#include <cstdint>
#include <cstdio>

#include "../golden.hpp"

namespace {

using namespace xent::test;

std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 31)) * 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9u;
  return x ^ (x >> 32);
}

// A logit has any bits; the others lie in [0, 1], hard labels among them.
template <class T> T argument_from(argument kind, std::uint64_t random) {
  using bits = bits_of<T>;
  if (kind == argument::real_line) return from_bits<T>(static_cast<bits>(random));
  if (kind == argument::label && (random & 3) == 0) return static_cast<T>((random >> 2) & 1);
  return from_bits<T>(static_cast<bits>(random % (to_bits(T(1)) + 1)));
}

template <class T> class checksum {
 public:
  void add(T result) {
    const std::uint64_t bits = is_nan(result) ? 1 : static_cast<std::uint64_t>(to_bits(result));
    sum_ = mixed(sum_ + bits);
  }
  std::uint64_t value() const { return sum_; }

 private:
  std::uint64_t sum_ = 0;
};

template <class T> std::uint64_t checksum_of_all() {
  checksum<T> sum;
  std::uint64_t counter = 0;
  for_each_function([&](auto row) {
    using Row = decltype(row);
    for (const auto& point : read_golden<Row, T>(row)) sum.add(call<Row, T>(row, point.at));
    for (int i = 0; i < 20000; ++i) {
      arguments_of<Row, T> xs{};
      for (std::size_t k = 0; k < xs.size(); ++k) {
        xs[k] = argument_from<T>(Row::arguments[k], mixed(++counter));
      }
      sum.add(call<Row, T>(row, xs));
    }
  });
  return sum.value();
}

}  // namespace

int main() {
  std::printf("float %016llx\n", static_cast<unsigned long long>(checksum_of_all<float>()));
  std::printf("double %016llx %s\n", static_cast<unsigned long long>(checksum_of_all<double>()),
              XENT_HAS_FMA ? "fused" : "plain");
}
