#pragma once
// A precision says what a kernel computes in and how finely: the lane's type, its constants and
// coefficients, and whether rounding errors are kept. exp.hpp, log.hpp and lane_math.hpp read it.
//
// Sollya 8 makes the polynomials; for degree n of the exponential and m terms of atanh:
//   fpminimax(exp(x), [|2,...,n|], [|D...|], [-0.34667;0.34667], 1+x);
//   fpminimax(2*atanh(x), [|3,5,...,2*m+1|], [|D...|], [2^(-20);u_max], 2*x);
// and on half a step of the table [-log(2)/256*1.0001;log(2)/256*1.0001] instead of 0.34667.

#include <concepts>
#include <cstdint>

#include <xent/detail/base/config.hpp>
#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

// full_range is valid for all logits, probabilities and pos_weights. normal_range is valid only for
// logits within normal_limit, is cheaper, and gives the same bits there.
enum class argument_range { full, normal };

// e⁻⁸⁰ and e⁻⁶⁴⁰ are normal numbers, with ten bits and more to spare for the tail of a product.
template <class T> inline constexpr T normal_limit = sizeof(T) == 4 ? T(80) : T(640);

// How 0·∞ is made 0 (lane_math's fma_zero_annihilates).
enum class infinite_factor {
  cannot_occur,
  becomes_large,  // a number that the result's type rounds to ∞
  is_masked       // by the other factor
};

// How log(1 + E) is computed (log.hpp).
enum class log1p_method { polynomial, quotient, halved_quotient };

// The members that every precision has; what does not apply is no_limit or no_terms.
struct no_limit {};
XENT_HIDDEN inline constexpr double no_terms[] = {0};

template <class P>
concept precision = requires {
  typename P::real;
  { P::mantissa_bits } -> std::same_as<const int&>;
  { P::exponent_bias } -> std::same_as<const int&>;
  { P::is_compensated } -> std::same_as<const bool&>;
  { P::is_wider_than_result } -> std::same_as<const bool&>;
  { P::infinities } -> std::same_as<const infinite_factor&>;
  { P::log1p } -> std::same_as<const log1p_method&>;
  { P::exp_scale_exponent } -> std::same_as<const int&>;
  P::log2_e, P::to_integer, P::reciprocal_bits, P::ln2_head, P::ln2_tail;
  P::exp_limit, P::sigmoid_saturates, P::exp_scale, P::large;
  P::exp_terms, P::exp_step_terms, P::log1p_terms, P::atanh_terms;
};

struct in_double {
  using real = double;
  static constexpr int mantissa_bits = 52, exponent_bias = 1023;
  static constexpr double log2_e = 0x1.71547652b82fep0;
  // Added and subtracted, it rounds to an integer, and leaves that integer in the low bits.
  static constexpr double to_integer = 0x1.8p52;
  // Less the bits of d > 0: those of 1/d to 12 %.
  static constexpr std::uint64_t reciprocal_bits = 0x7fde623822fc16e6;
  static constexpr no_limit sigmoid_saturates{};
  static constexpr const auto& log1p_terms = no_terms;
};

// float functions evaluated in double. Nothing underflows, so the tails need no cases. The relative
// error stays below 2⁻⁴⁰·⁹: e⁻ᵃ good to 2⁻⁴¹·² by the table or 2⁻⁴⁵·⁸ without, the logarithm to
// 2⁻⁴³·⁷, and n·ln 2 rounded for n ≤ 289, 2⁻⁴⁶.
struct float_in_double : in_double {
  static constexpr bool is_compensated = false, is_wider_than_result = true;
  static constexpr infinite_factor infinities = infinite_factor::becomes_large;
  // Times the smallest float it is still above the largest.
  static constexpr double large = 0x1p1000;
  // e⁻²⁰⁰ < 2⁻²⁸⁸: times the largest float it is still below half the smallest.
  static constexpr double exp_limit = 200;
  static constexpr int exp_scale_exponent = 0;
  static constexpr double exp_scale = 1;
  static constexpr double ln2_head = 0x1.62e42fefa39efp-1;
  static constexpr no_tail ln2_tail{};
  // exp, degree 9: relative error 2⁻⁴⁵·⁸.
  XENT_HIDDEN static constexpr double exp_terms[] = {
      0x1.fffffffff1373p-2,  0x1.555555558a0e3p-3,  0x1.5555557dfff52p-5,  0x1.1111108df41c4p-7,
      0x1.6c163bc3a6473p-10, 0x1.a01b73efcf1d4p-13, 0x1.a16e62a0b91d3p-16, 0x1.7101606785cb7p-19};
  // exp, degree 3, on ½ step: relative error 2⁻⁴¹·².
  XENT_HIDDEN static constexpr double exp_step_terms[] = {0x1.0000087d86f57p-1,
                                                          0x1.5555567d3d69bp-3};
  // 2 atanh, 7 terms, u_max = 1/3: relative error 2⁻⁴³·⁷. That is wide enough to take e⁻ᵃ whole.
  static constexpr log1p_method log1p = log1p_method::quotient;
  XENT_HIDDEN static constexpr double atanh_terms[] = {
      0x1.55555556356c4p-1, 0x1.9999980b6ac7cp-2, 0x1.2492c07c27d02p-2, 0x1.c6faacb875e85p-3,
      0x1.76e6384c12a46p-3, 0x1.20b403363a6b4p-3, 0x1.99bb751fe8553p-3};
};

// double functions, to 1.5 ulp: rounding errors kept, polynomials good to 2⁻⁵⁷·⁹ and 2⁻⁶².
struct compensated_double : in_double {
  static constexpr bool is_compensated = true, is_wider_than_result = false;
  static constexpr no_limit large{};
  // 42 bits, so that n·ln2_head is exact for n ≤ 2047 even unfused; the tail is the rest.
  //   round(log(2), 42, RN); round(log(2) - ln2_head, D, RN);
  static constexpr double ln2_head = 0x1.62e42fefa38p-1;
  static constexpr double ln2_tail = 0x1.ef35793c7673p-45;
  // exp, degree 11: relative error 2⁻⁵⁷·⁹.
  XENT_HIDDEN static constexpr double exp_terms[] = {
      0x1.000000000000ap-1,  0x1.55555555554fep-3,  0x1.55555555506b1p-5,  0x1.1111111126b32p-7,
      0x1.6c16c1847adbep-10, 0x1.a01a012ff5cfap-13, 0x1.a0199951e942bp-16, 0x1.71df18cc6264bp-19,
      0x1.28ae0ac6ccf0ap-22, 0x1.ad93440345ca7p-26};
  static constexpr const auto& exp_step_terms = no_terms;
  // 2 atanh, 8 terms, u_max = 0.2005: relative error 2⁻⁶²·⁶.
  static constexpr log1p_method log1p = log1p_method::halved_quotient;
  XENT_HIDDEN static constexpr double atanh_terms[] = {
      0x1.555555555554fp-1, 0x1.999999999c1b3p-2, 0x1.24924921df2ap-2,  0x1.c71c7495332cfp-3,
      0x1.745c4970ce1f2p-3, 0x1.3b35f25e39556p-3, 0x1.0dc82b03dc826p-3, 0x1.1b998e1140623p-3};
};

template <argument_range Range> struct double_precision;

template <> struct double_precision<argument_range::normal> : compensated_double {
  static constexpr infinite_factor infinities = infinite_factor::cannot_occur;
  static constexpr no_limit exp_limit{};
  static constexpr int exp_scale_exponent = 0;
  static constexpr double exp_scale = 1;
};

template <> struct double_precision<argument_range::full> : compensated_double {
  static constexpr infinite_factor infinities = infinite_factor::is_masked;
  // From 746 on e⁻ᵃ is below half the smallest subnormal.
  static constexpr double exp_limit = 1060;
  // 2ⁿ is made as 2ⁿ⁺⁵¹²·2⁻⁵¹², so that only the last factor rounds, and only a subnormal result.
  static constexpr int exp_scale_exponent = 512;
  static constexpr double exp_scale = 0x1p512;
};

// float functions at the `fast` grade. Coefficients as above with [|24...|].
struct in_float {
  using real = float;
  static constexpr bool is_wider_than_result = false;
  static constexpr no_limit large{};
  static constexpr int mantissa_bits = 23, exponent_bias = 127;
  static constexpr float log2_e = 0x1.715476p0f, to_integer = 0x1.8p23f;
  static constexpr std::uint32_t reciprocal_bits = 0x7ef311c7;
  // 15 bits, so that n·ln2_head is exact for n ≤ 511.
  static constexpr float ln2_head = 0x1.62e4p-1f, ln2_tail = 0x1.7f7d1cp-20f;
  // exp, degree 6: relative error 2⁻²⁸·².
  XENT_HIDDEN static constexpr float exp_terms[] = {0x1.fffffap-2f, 0x1.555492p-3f, 0x1.555a26p-5f,
                                                    0x1.123986p-7f, 0x1.694ccep-10f};
  static constexpr const auto& exp_step_terms = no_terms;
  // (E − log(1 + E))/E², degree 9 on (0, 1]: log(1 + E) to 2⁻²⁷·⁹.
  //   fpminimax((x-log1p(x))/x^2, 9, [|24...|], [2^(-10);1]);
  static constexpr log1p_method log1p = log1p_method::polynomial;
  XENT_HIDDEN static constexpr float log1p_terms[] = {
      0x1p-1f,         -0x1.55552ap-2f, 0x1.fff21p-3f,  -0x1.98cfep-3f, 0x1.4f98bcp-3f,
      -0x1.0c0f8cp-3f, 0x1.79e786p-4f,  -0x1.9a872p-5f, 0x1.203232p-6f, -0x1.7a8358p-9f};
  // 2 atanh, 3 terms, u_max = 0.2005: relative error 2⁻²⁸·⁴.
  XENT_HIDDEN static constexpr float atanh_terms[] = {0x1.5555b4p-1f, 0x1.992a76p-2f,
                                                      0x1.36f36p-2f};
};

template <bool Compensated, argument_range Range> struct float_precision;

template <bool Compensated> struct float_precision<Compensated, argument_range::normal> : in_float {
  static constexpr bool is_compensated = Compensated;
  static constexpr infinite_factor infinities = infinite_factor::cannot_occur;
  static constexpr no_limit exp_limit{}, sigmoid_saturates{};
  static constexpr int exp_scale_exponent = 0;
  static constexpr float exp_scale = 1;
};

template <bool Compensated> struct float_precision<Compensated, argument_range::full> : in_float {
  static constexpr bool is_compensated = Compensated;
  static constexpr infinite_factor infinities = infinite_factor::is_masked;
  // From 104 on e⁻ᵃ is below half the smallest subnormal.
  static constexpr float exp_limit = 148;
  // From 17 on 1 + e⁻ˣ is 1; e⁻²⁰/exp_scale is still normal.
  static constexpr float sigmoid_saturates = 20;
  // 2⁸⁸·e⁻¹⁴⁸ is normal.
  static constexpr int exp_scale_exponent = 88;
  static constexpr float exp_scale = 0x1p88f;
};

}  // namespace xent::inline XENT_ABI::detail
