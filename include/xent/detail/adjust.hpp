#pragma once
// What options do to a block of elements before and after its loop: smoothed targets, the
// pos_weight of each element, weighted results. Each is a loop of its own over memory that the
// first-level cache holds, so that the formulas' loops know nothing of options.

#include <algorithm>
#include <cstring>
#include <limits>

#include <xent/detail/checks.hpp>
#include <xent/detail/manner.hpp>
#include <xent/detail/multiversion.hpp>
#include <xent/options.hpp>

namespace xent::inline XENT_ABI::detail {

// y(1 − s) + s/2 rounded to T, from keep = 1 − s and shift = s/2. float: the product is exact in
// double, so the same bits with or without fused multiply-add.
template <class Arithmetic> XENT_INLINE float smoothed(float y, float keep, float shift) {
  return static_cast<float>(static_cast<double>(y) * static_cast<double>(keep) +
                            static_cast<double>(shift));
}
template <class Arithmetic> XENT_INLINE double smoothed(double y, double keep, double shift) {
  return Arithmetic::fma(y, keep, shift);
}

XENT_LOOPS_BEGIN

template <class T> struct smoothing {
  const T* y;
  T* smooth;
  std::size_t size;
  T keep, shift;
  bool* is_bad;
};
struct smoothing_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const smoothing<T>& j) {
    bits_of<T> outside = 0;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) {
      outside |= outside_unit(j.y[i] + T(0));
      j.smooth[i] = smoothed<Arithmetic>(j.y[i], j.keep, j.shift);
    }
    *j.is_bad = outside != 0;
  }
};

// results[i] *= weights[i], where there are results.
template <class T> struct weighting {
  const T* weights;
  T* results;
  std::size_t size;
  bool* is_bad;
};
struct weighting_loop {
  template <class Arithmetic, class T> XENT_INLINE static void run(const weighting<T>& j) {
    bits_of<T> outside = 0;
    for (std::size_t i = 0; i < j.size; ++i) outside |= outside_weights(j.weights[i] + T(0));
    *j.is_bad = outside < 0;
    if (j.results == nullptr) return;
    XENT_INDEPENDENT
    for (std::size_t i = 0; i < j.size; ++i) j.results[i] *= j.weights[i];
  }

 private:
  // Negative where w is negative or NaN; w must not be −0.
  template <class T> XENT_INLINE static bits_of<T> outside_weights(T w) {
    using U = std::make_unsigned_t<bits_of<T>>;
    const U bits = static_cast<U>(to_bits(w));
    return static_cast<bits_of<T>>(bits | (static_cast<U>(to_bits(infinity_of<T>)) - bits));
  }
};

XENT_LOOPS_END

template <class T> constexpr bool is_weight(T w) { return w >= 0; }

template <class T>
[[noreturn]] XENT_COLD void bad_weight(const char* function, const char* name, const T* w,
                                       std::size_t first) {
  std::size_t i = 0;
  while (is_weight(w[i])) ++i;
  bad_value(function, std::string(name) + '[' + shown(first + i) + ']', shown(w[i]),
            " is negative or NaN");
}

// Memory of a block for what its options make of its inputs.
template <class T> struct block_scratch {
  alignas(64) T targets[block_size], pos_weights[block_size];
};

// The pos_weight of every element: one value, or C of them again and again.
template <class T> class pos_weights {
 public:
  pos_weights(const one_or_more<T>& given, std::size_t size)
      : one_(given.value),
        many_(given.range.is_given ? given.range.data : &one_),
        count_(given.range.is_given ? given.range.size : 1) {
    if (count_ > block_size) return;
    const std::size_t needed = std::min(size, block_size) + count_ - 1;
    for (std::size_t i = 0; i < needed; ++i) cycle_[i] = many_[i % count_];
  }
  pos_weights(const pos_weights&) = delete;

  // Those of the elements from the first-th on.
  const T* of(std::size_t first, std::size_t size, block_scratch<T>& scratch) const {
    const std::size_t begin = first % count_, until_end = count_ - begin;
    if (count_ <= block_size) return cycle_ + begin;
    if (size <= until_end) return many_ + begin;
    std::memcpy(scratch.pos_weights, many_ + begin, until_end * sizeof(T));
    std::memcpy(scratch.pos_weights + until_end, many_, (size - until_end) * sizeof(T));
    return scratch.pos_weights;
  }

 private:
  T one_;
  const T* many_;
  std::size_t count_;
  alignas(64) T cycle_[2 * block_size];
};

// The options of one call, checked as far as they can be before the first element is looked at.
template <class T> class adjustments {
 public:
  adjustments(const char* function, const options<T>& o, std::size_t size)
      : function_(function),
        options_(o),
        keep_(1 - o.label_smoothing),
        shift_(o.label_smoothing / 2) {
    if (o.weights.is_given && o.weights.size != size) refuse_size("weights", o.weights.size, size);
    if (!(o.label_smoothing >= 0 && o.label_smoothing <= 1))
      refuse("label_smoothing = " + shown(o.label_smoothing) + " is outside [0, 1]");
    if (o.pos_weight.range.is_given) {
      check_classes(o.pos_weight.range, size);
    } else if (!is_weight(o.pos_weight.value)) {
      refuse("pos_weight = " + shown(o.pos_weight.value) + " is negative or NaN");
    }
  }

  [[noreturn]] void refuse(const std::string& what) const {
    fail<std::invalid_argument>(std::string("xent::") + function_ + ": " + what);
  }

  // pos_weight 1 everywhere is none.
  bool has_pos_weight() const {
    const auto& [range, value] = options_.pos_weight;
    if (!range.is_given) return value != 1;
    return !std::all_of(range.data, range.data + range.size, [](T q) { return q == 1; });
  }

  // What is read again after the output was written must lie apart from it.
  void check_apart(const T* out, std::size_t size) const {
    const auto check = [&](const char* name, const optional_range<T>& range) {
      if (range.data < out + size && out < range.data + range.size)
        refuse(std::string("out overlaps ") + name);
    };
    check("weights", options_.weights);
    check("pos_weight", options_.pos_weight.range);
  }

  template <class Job> void smooth_targets(Job& block, block_scratch<T>& scratch) const {
    if (shift_ == 0) return;
    bool is_bad = false;
    run_best<smoothing_loop>(
        smoothing<T>{block.in[1], scratch.targets, block.size, keep_, shift_, &is_bad});
    if (is_bad && block.checks_targets) bad_target(block, 0);
    block.in[1] = scratch.targets;
  }

  // The weights of the elements from the first-th on, or null.
  const T* weights(std::size_t first) const {
    return options_.weights.is_given ? options_.weights.data + first : nullptr;
  }

  void check_weights(std::size_t first, std::size_t size) const { weigh(first, nullptr, size); }

  // results[i] *= weights[i] for the elements from the first-th on.
  void weigh(std::size_t first, T* results, std::size_t size) const {
    const T* const factors = weights(first);
    if (!factors) return;
    bool is_bad = false;
    run_best<weighting_loop>(weighting<T>{factors, results, size, &is_bad});
    if (is_bad) bad_weight(function_, "weights", factors, first);
  }

  const options<T>& given() const { return options_; }

 private:
  const char* function_;
  const options<T>& options_;
  T keep_, shift_;

  [[noreturn]] void refuse_size(const char* name, std::size_t its_size, std::size_t size) const {
    refuse(name + (" has " + shown(its_size)) + " elements, out has " + shown(size));
  }
  void check_classes(const optional_range<T>& q, std::size_t size) const {
    if (q.size == 0 ? size != 0 : size % q.size != 0) {
      refuse("pos_weight has " + shown(q.size) + " elements, which do not divide the " +
             shown(size) + " of x");
    }
    if (!std::all_of(q.data, q.data + q.size, [](T w) { return is_weight(w); }))
      bad_weight(function_, "pos_weight", q.data, 0);
  }
};

}  // namespace xent::inline XENT_ABI::detail
