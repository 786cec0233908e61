#pragma once
// A profile says what a kernel computes in and how finely: the lane's type, its constants and
// coefficients, and whether rounding errors are carried. The texts in exp.hpp and log.hpp read it.
//
// Polynomials are made by Sollya 8; for degree n of the exponential and m terms of atanh:
//   fpminimax(exp(x), [|2,...,n|], [|D...|], [-0.34667;0.34667], 1+x);
//   fpminimax(2*atanh(x), [|3,5,...,2*m+1|], [|D...|], [2^(-20);u_max], 2*x);
// and on half a step of the table [-log(2)/256*1.0001;log(2)/256*1.0001] instead of 0.34667.

#include <array>
#include <cstdint>

#include <xent/detail/numeric/expansion.hpp>

namespace xent::inline XENT_ABI::detail {

// What every profile computed in double has in common.
struct in_double {
  using real = double;
  static constexpr int mantissa_bits = 52, ieee_bias = 1023;
  static constexpr double log2_e = 0x1.71547652b82fep0;
  // Added and subtracted, it rounds to an integer, and leaves that integer in the low bits.
  static constexpr double to_integer = 0x1.8p52;
  // Less the bits of d > 0: those of 1/d to 12 %.
  static constexpr std::uint64_t reciprocal_bits = 0x7fde623822fc16e6;
};

// float functions evaluated in double. Nothing underflows, so the tails need no cases; the relative
// error stays below 2⁻⁴¹ (polynomials 2⁻⁴⁵·⁸ and 2⁻⁴³·⁷, n·ln 2 rounded for n ≤ 289: 2⁻⁴⁶).
struct float_in_double : in_double {
  static constexpr bool carries = false, narrows = true;
  // e⁻²⁰⁰ < 2⁻²⁸⁸: times the largest float it is still below half the smallest.
  static constexpr double exp_limit = 200;
  // Times the smallest float it is still above the largest.
  static constexpr double stands_for_infinity = 0x1p1000;
  static constexpr double ln2_head = 0x1.62e42fefa39efp-1;
  static constexpr nothing ln2_tail{};
  static constexpr int lift_exponent = 0;
  static constexpr double lift = 1;
  // exp, degree 9: relative error 2⁻⁴⁵·⁸.
  XENT_HIDDEN static constexpr std::array exp_terms{
      0x1.fffffffff1373p-2,  0x1.555555558a0e3p-3,  0x1.5555557dfff52p-5,  0x1.1111108df41c4p-7,
      0x1.6c163bc3a6473p-10, 0x1.a01b73efcf1d4p-13, 0x1.a16e62a0b91d3p-16, 0x1.7101606785cb7p-19};
  // exp, degree 3, on ½ step: relative error 2⁻⁴¹·².
  XENT_HIDDEN static constexpr std::array exp_step_terms{0x1.0000087d86f57p-1,
                                                         0x1.5555567d3d69bp-3};
  // 2 atanh, 7 terms, u_max = 1/3: relative error 2⁻⁴³·⁷. That is wide enough to take e⁻ᵃ whole.
  static constexpr bool halves_sum = false;
  XENT_HIDDEN static constexpr std::array atanh_terms{
      0x1.55555556356c4p-1, 0x1.9999980b6ac7cp-2, 0x1.2492c07c27d02p-2, 0x1.c6faacb875e85p-3,
      0x1.76e6384c12a46p-3, 0x1.20b403363a6b4p-3, 0x1.99bb751fe8553p-3};
};

// double functions, to 1.5 ulp: errors carried, polynomials good to 2⁻⁵⁷·⁹ and 2⁻⁶².
struct binary64_terms : in_double {
  static constexpr bool carries = true, narrows = false;
  // 42 bits, so that n·ln2_head is exact for n ≤ 2047 even unfused; the tail is the rest.
  //   round(log(2), 42, RN); round(log(2) - ln2_head, D, RN);
  static constexpr double ln2_head = 0x1.62e42fefa38p-1;
  static constexpr double ln2_tail = 0x1.ef35793c7673p-45;
  // exp, degree 11: relative error 2⁻⁵⁷·⁹.
  XENT_HIDDEN static constexpr std::array exp_terms{
      0x1.000000000000ap-1,  0x1.55555555554fep-3,  0x1.55555555506b1p-5,  0x1.1111111126b32p-7,
      0x1.6c16c1847adbep-10, 0x1.a01a012ff5cfap-13, 0x1.a0199951e942bp-16, 0x1.71df18cc6264bp-19,
      0x1.28ae0ac6ccf0ap-22, 0x1.ad93440345ca7p-26};
  // 2 atanh, 8 terms, u_max = 0.2005: relative error 2⁻⁶²·⁶.
  static constexpr bool halves_sum = true;
  XENT_HIDDEN static constexpr std::array atanh_terms{
      0x1.555555555554fp-1, 0x1.999999999c1b3p-2, 0x1.24924921df2ap-2,  0x1.c71c7495332cfp-3,
      0x1.745c4970ce1f2p-3, 0x1.3b35f25e39556p-3, 0x1.0dc82b03dc826p-3, 0x1.1b998e1140623p-3};
};

// e⁻⁸⁰ and e⁻⁶⁴⁰ are normal, and there is room for ten bits and more of the tail of a product.
template <class T> inline constexpr T shallow_limit = sizeof(T) == 4 ? T(80) : T(640);
// And their products with a weight of 2⁻²⁵ or more lose nothing: 2⁻¹⁰³ and 2⁻⁹²¹ at least.
template <class T> inline constexpr T weighted_shallow_limit = sizeof(T) == 4 ? T(53) : T(620);
template <class T> inline constexpr T least_shallow_weight = T(0x1p-24);

// `deep` is right for all logits, weights and probabilities, the other only up to these limits and
// cheaper: there both have the same bits.
template <bool Deep> struct binary64;

template <> struct binary64<false> : binary64_terms {
  static constexpr bool is_bounded = true;  // nothing infinite comes up
  static constexpr int lift_exponent = 0;
  static constexpr double lift = 1;
};

template <> struct binary64<true> : binary64_terms {
  // From 746 on e⁻ᵃ is below half the smallest subnormal; beyond 1060 no pos_weight up to 10¹³⁶
  // brings it back.
  static constexpr double exp_limit = 1060;
  // 2ⁿ is made as 2ⁿ⁺⁵¹² · 2⁻⁵¹²: only the last factor rounds, and only a subnormal result.
  static constexpr int lift_exponent = 512;
  static constexpr double near_limit = shallow_limit<double>;
  static constexpr double lift = 0x1p512;
};

// What the array functions compute float in at the `fast` grade. Coefficients as above with
// [|24...|].
struct in_float {
  using real = float;
  static constexpr bool narrows = false;
  static constexpr int mantissa_bits = 23, ieee_bias = 127;
  static constexpr float log2_e = 0x1.715476p0f, to_integer = 0x1.8p23f;
  static constexpr std::uint32_t reciprocal_bits = 0x7ef311c7;
  // 15 bits, so that n·ln2_head is exact for n ≤ 511.
  static constexpr float ln2_head = 0x1.62e4p-1f, ln2_tail = 0x1.7f7d1cp-20f;
  // exp, degree 6: relative error 2⁻²⁸·².
  XENT_HIDDEN static constexpr std::array exp_terms{0x1.fffffap-2f, 0x1.555492p-3f, 0x1.555a26p-5f,
                                                    0x1.123986p-7f, 0x1.694ccep-10f};
  // (E − log(1 + E))/E², degree 9 on (0, 1]: log(1 + E) to 2⁻²⁷·⁹.
  //   fpminimax((x-log1p(x))/x^2, 9, [|24...|], [2^(-10);1]);
  XENT_HIDDEN static constexpr std::array log1p_terms{
      0x1p-1f,         -0x1.55552ap-2f, 0x1.fff21p-3f,  -0x1.98cfep-3f, 0x1.4f98bcp-3f,
      -0x1.0c0f8cp-3f, 0x1.79e786p-4f,  -0x1.9a872p-5f, 0x1.203232p-6f, -0x1.7a8358p-9f};
  // 2 atanh, 3 terms, u_max = 0.2005: relative error 2⁻²⁸·⁴.
  XENT_HIDDEN static constexpr std::array atanh_terms{0x1.5555b4p-1f, 0x1.992a76p-2f,
                                                      0x1.36f36p-2f};
};

// Deep as above; errors carried or not.
template <bool Carries, bool Deep> struct binary32;

template <bool Carries> struct binary32<Carries, false> : in_float {
  static constexpr bool carries = Carries;
  static constexpr bool is_bounded = true;  // nothing infinite comes up
  static constexpr int lift_exponent = 0;
  static constexpr float lift = 1;
};

template <bool Carries> struct binary32<Carries, true> : in_float {
  static constexpr bool carries = Carries;
  // From 104 on e⁻ᵃ is below half the smallest subnormal; beyond 148 no pos_weight up to 10¹⁹
  // brings it back.
  static constexpr float exp_limit = 148;
  // From 17 on 1 + e⁻ˣ is 1; e⁻²⁰/lift is still normal.
  static constexpr float exp_vanishes = 20;
  // Lifted, e⁻⁸⁰ is small enough to be its own log(1 + e⁻⁸⁰), and e⁻¹⁴⁸ is normal.
  static constexpr int lift_exponent = 88;
  static constexpr float near_limit = shallow_limit<float>;
  static constexpr float lift = 0x1p88f;
};

}  // namespace xent::inline XENT_ABI::detail
