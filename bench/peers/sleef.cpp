// SLEEF's vector functions, 512 bits wide and within 1 ulp, in loops as its users write them.

#include <immintrin.h>
#include <sleef.h>

#include <cstddef>

#include "plain_loop.hpp"

namespace xent::bench {
namespace {

struct of_float {
  using real = float;
  using mask = __mmask16;
  static constexpr std::size_t width = 16;
  static __m512 load(mask m, const float* x) { return _mm512_maskz_loadu_ps(m, x); }
  static void store(mask m, float* out, __m512 v) { _mm512_mask_storeu_ps(out, m, v); }
  static __m512 exp(__m512 v) { return Sleef_expf16_u10avx512f(v); }
  static __m512 log1p(__m512 v) { return Sleef_log1pf16_u10avx512f(v); }
  static __m512 max0(__m512 v) { return _mm512_max_ps(v, __m512{}); }
};

struct of_double {
  using real = double;
  using mask = __mmask8;
  static constexpr std::size_t width = 8;
  static __m512d load(mask m, const double* x) { return _mm512_maskz_loadu_pd(m, x); }
  static void store(mask m, double* out, __m512d v) { _mm512_mask_storeu_pd(out, m, v); }
  static __m512d exp(__m512d v) { return Sleef_expd8_u10avx512f(v); }
  static __m512d log1p(__m512d v) { return Sleef_log1pd8_u10avx512f(v); }
  static __m512d max0(__m512d v) { return _mm512_max_pd(v, __m512d{}); }
};

constexpr auto sigmoid = [](auto lanes, auto x) { return 1 / (1 + lanes.exp(-x)); };
constexpr auto softplus = [](auto lanes, auto x) {
  const auto positive = lanes.max0(x), magnitude = positive + lanes.max0(-x);
  return positive + lanes.log1p(lanes.exp(-magnitude));
};

template <class Lanes, auto Function> void run(const operands<typename Lanes::real>& at) {
  for (std::size_t i = 0; i < at.size; i += Lanes::width) {
    const std::size_t left = at.size - i;
    const auto mask =
        static_cast<typename Lanes::mask>(left >= Lanes::width ? ~0u : (1u << left) - 1);
    Lanes::store(mask, at.out + i, Function(Lanes{}, Lanes::load(mask, at.x + i)));
  }
}

}  // namespace

constinit const plain_loop<float> sleef_of_float[] = {
    {"sigmoid", run<of_float, sigmoid>}, {"softplus", run<of_float, softplus>}, {nullptr, nullptr}};
constinit const plain_loop<double> sleef_of_double[] = {{"sigmoid", run<of_double, sigmoid>},
                                                        {"softplus", run<of_double, softplus>},
                                                        {nullptr, nullptr}};

}  // namespace xent::bench
