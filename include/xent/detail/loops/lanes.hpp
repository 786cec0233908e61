#pragma once
// What a loop does with a chunk of constant size: one or more formulas of the same arguments, in
// the type of the results, or rounded from double.

#include <array>
#include <tuple>
#include <utility>

#include <xent/detail/math/evaluate.hpp>
#include <xent/detail/loops/batch.hpp>
#include <xent/detail/math/quotients.hpp>

namespace xent::inline XENT_ABI::detail {

// The i-th arguments, all read before anything is written: an output may be an input.
template <class Real, std::size_t N, class T, std::size_t... K>
XENT_INLINE auto lane(const std::array<const T*, N>& in, std::size_t i, std::index_sequence<K...>) {
  return std::array<Real, N>{static_cast<Real>(in[K][i])...};
}

template <class Formula, class M, std::size_t N, std::size_t... K>
XENT_INLINE real_of<M> value_at(const std::array<real_of<M>, N>& xs, std::index_sequence<K...>) {
  return Formula::template of<M>(xs[K]...);
}

// The result of the K-th formula as a job wants it.
template <std::size_t K, class T> XENT_INLINE T scaled(T result, T scale) {
  if constexpr (K == 0) {
    return result;
  } else {
    return result * scale;
  }
}

template <std::size_t N, class T, std::size_t... K>
XENT_INLINE void store(const std::array<T, N>& results, const std::array<T*, N>& out, T scale,
                       std::size_t i, std::index_sequence<K...>) {
  ((out[K][i] = scaled<K>(results[K], scale)), ...);
}

XENT_LOOPS_BEGIN

// Every lane by itself, in the type that the results have; Kernels says which kernel is each
// formula's.
template <class Kernels, class... Formulas> struct direct {
  template <std::size_t Size, class T, std::size_t N>
  XENT_INLINE static void chunk(const job<T, N, sizeof...(Formulas)>& j) {
    constexpr auto arguments = std::make_index_sequence<N>{};
    const auto in = j.in;
    const auto out = j.out;
    const T scale = j.scale;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) {
      const auto xs = lane<T>(in, i, arguments);
      const std::array results{
          value_at<Formulas, typename Kernels::template of<Formulas>>(xs, arguments)...};
      store(results, out, scale, i, std::index_sequence_for<Formulas...>{});
    }
  }
};

// float in double lanes: where the rounding of one lane is in doubt, the doubtful ones are redone.
template <class Kernels, class... Formulas> struct rounded {
  static constexpr std::size_t outputs = sizeof...(Formulas);
  template <class Formula> using M = typename Kernels::template of<Formula>;

  template <std::size_t Size, std::size_t N>
  XENT_INLINE static void chunk(const job<float, N, outputs>& j) {
    alignas(64) std::array<double, Size> results[outputs];
    std::uint64_t any = 0;
    std::size_t k = 0;
    ((any |= evaluate_chunk<Formulas, Size>(j.in, results[k++])), ...);
    if (any != 0) [[unlikely]] {
      redo_doubtful(j.in, results, j.out);
    } else {
      for (k = 0; k < outputs; ++k) {
        XENT_INDEPENDENT
        for (std::size_t i = 0; i < Size; ++i) j.out[k][i] = static_cast<float>(results[k][i]);
      }
    }
    const float scale = j.scale;
    for (k = 1; k < outputs; ++k) {
      XENT_INDEPENDENT
      for (std::size_t i = 0; i < Size; ++i) j.out[k][i] *= scale;
    }
  }

 private:
  // Not 0 where a rounding is in doubt.
  template <class Formula, std::size_t Size, std::size_t N>
  XENT_INLINE static std::uint64_t evaluate_chunk(const std::array<const float*, N>& in,
                                                  std::array<double, Size>& r) {
    constexpr auto arguments = std::make_index_sequence<N>{};
    std::uint64_t any = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) {
      r[i] = value_at<Formula, M<Formula>>(lane<double>(in, i, arguments), arguments);
    }
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < Size; ++i) {
      any |= doubt_bits(r[i], slack<Formula>(lane<double>(in, i, arguments), arguments));
    }
    return any;
  }

  // What r may be off by beyond its own size's part: that of the terms of a soft label's gradient,
  // which may cancel. Rather too large than exact: it only decides who is looked at again.
  template <class Formula, std::size_t N, std::size_t... K>
  XENT_INLINE static auto slack(const std::array<double, N>& xs, std::index_sequence<K...>) {
    if constexpr (requires { Formula::template terms_at_most<M<Formula>>(xs[K]...); }) {
      const double y = xs[1];
      return keep_if(nonzero_mask(y - y * y),
                     Formula::template terms_at_most<M<Formula>>(xs[K]...));
    } else {
      return nothing{};
    }
  }

  // Not 0 where the floats next to r·(1 ± 2⁻⁴⁰) differ, or to r ± 2⁻⁴⁰(|r| + slack).
  XENT_INLINE static std::uint64_t doubt_bits(double r, nothing) {
    return differ(r * (1 - doubt), r * (1 + doubt));
  }
  XENT_INLINE static std::uint64_t doubt_bits(double r, double slack) {
    const double error = doubt * (magnitude(r) + slack);
    return differ(r - error, r + error);
  }
  XENT_INLINE static std::uint64_t differ(double low, double high) {
    return static_cast<std::uint32_t>(to_bits(static_cast<float>(low)) ^
                                      to_bits(static_cast<float>(high)));
  }

  template <std::size_t Size, std::size_t N>
  XENT_COLD static void redo_doubtful(const std::array<const float*, N>& in,
                                      const std::array<double, Size> (&r)[outputs],
                                      const std::array<float*, outputs>& out) {
    constexpr auto arguments = std::make_index_sequence<N>{};
    for (std::size_t i = 0; i < Size; ++i) {
      const auto xs = lane<double>(in, i, arguments);
      std::size_t k = 0;
      ((out[k][i] = redone_at<Formulas>(r[k][i], xs, arguments), ++k), ...);
    }
  }
  template <class Formula, std::size_t N, std::size_t... K>
  XENT_INLINE static float redone_at(double r, const std::array<double, N>& xs,
                                     std::index_sequence<K...>) {
    return redone<Formula>(r, xs[K]...);
  }
};

XENT_LOOPS_END

}  // namespace xent::inline XENT_ABI::detail
