// Compiled three times, for different instruction sets, as a function XENT_UNIT of one program: it
// prints what scalars, arrays and sums return, and their errors. Lines "float ..." are the same
// everywhere. No template of std is used here but by xent itself.

#include <cstdint>
#include <cstdio>
#include <exception>
#include <span>

#include <xent/threads.hpp>
#include <xent/xent.hpp>

namespace {

constexpr std::size_t most = 3000;

// G. Marsaglia, "Xorshift RNGs", 2003.
std::uint32_t random_bits() {
  static std::uint32_t state = 2463534242;
  state ^= state << 13;
  state ^= state >> 17;
  return state ^= state << 5;
}

class checksum {
 public:
  void add(const void* data, std::size_t size) {
    const auto* const bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i) sum_ = (sum_ ^ bytes[i]) * 0x100000001b3;
  }
  void print(const char* what) const {
    std::printf("%s %016llx\n", what, static_cast<unsigned long long>(sum_));
  }

 private:
  std::uint64_t sum_ = 0xcbf29ce484222325;
};

template <class T> struct arrays {
  T x[most], y[most], out[most];

  // Logits within ±64, labels in [0, 1).
  arrays() {
    for (std::size_t i = 0; i < most; ++i) {
      x[i] = static_cast<T>(static_cast<std::int32_t>(random_bits())) * static_cast<T>(0x1p-25);
      y[i] = static_cast<T>(random_bits() >> 8) * static_cast<T>(0x1p-24);
    }
  }

  template <class Call> void add_to(checksum& sum, Call call) {
    for (const std::size_t n : {std::size_t{1}, std::size_t{33}, std::size_t{1000}, most}) {
      call(std::span<const T>(x, n), std::span<const T>(y, n), std::span<T>(out, n));
      sum.add(out, n * sizeof(T));
    }
  }

  template <class Grade> void print(const char* what, Grade grade) {
    checksum sum;
    add_to(sum, [=](auto a, auto, auto to) { xent::softplus(a, to, grade); });
    add_to(sum, [=](auto a, auto b, auto to) { xent::bce_with_logits_grad(a, b, to, grade); });
    add_to(sum, [=](auto, auto b, auto to) { xent::logit(b, to, grade); });
    sum.print(what);
  }
};

void print_scalars(const arrays<float>& a) {
  checksum sum;
  const auto add = [&](auto value) { sum.add(&value, sizeof value); };
  for (std::size_t i = 0; i < most; ++i) {
    add(xent::softplus(a.x[i]));
    add(xent::bce_with_logits_grad(a.x[i], a.y[i]));
    add(xent::bce(a.y[i], a.y[i]));
  }
  sum.print("float scalars");
}

void print_sums(const arrays<float>& a) {
  checksum exact, fast;
  const double sum = xent::bce_with_logits_sum(a.x, a.y, xent::exact);
  exact.add(&sum, sizeof sum);
  exact.print("float sum");
  const double log_sum = xent::log_sum_exp(a.x);
  fast.add(&log_sum, sizeof log_sum);
  fast.print("log_sum_exp");
}

template <class Call> void print_error(Call call) {
  try {
    call();
  } catch (const std::exception& error) {
    std::printf("error %s\n", error.what());
  }
}

}  // namespace

void XENT_UNIT() {
  for (const auto name : xent::available_isas()) {
    std::printf("isa %.*s\n", static_cast<int>(name.size()), name.data());
  }
  static arrays<float> floats;
  static arrays<double> doubles;
  print_scalars(floats);
  floats.print("float exact", xent::exact);
  floats.print("fast", xent::fast);
  floats.print("fast", xent::threads(2));
  doubles.print("double", xent::fast);
  print_sums(floats);
  print_error([] { xent::sigmoid(std::span(floats.x, 123456789), std::span(floats.out, 5)); });
  print_error([] { xent::sigmoid(std::span(floats.x, 5), std::span(floats.x + 1, 5)); });
  print_error([] { xent::bce(floats.y, floats.x, floats.out); });
  print_error([] { xent::set_isa("none"); });
}
