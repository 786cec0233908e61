#pragma once
// What every function of a bench works on. No includes: files compiled for more than the machine
// at hand may have see this, and shared inline functions would come from any of them.

namespace xent::bench {

template <class T> struct operands {
  decltype(sizeof 0) size;
  const T* x;        // logits
  const T* p;        // probabilities
  const T* y;        // labels
  const T* weights;  // of elements
  T* out;            // two for each element, as pairs or as one column after the other
  double* total;     // what a reduction gives
};

inline constexpr double pos_weight = 2.5, label_smoothing = 0.1;  // where they take part

}  // namespace xent::bench
