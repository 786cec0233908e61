#pragma once
// What every function of a bench works on. No includes: files compiled for more than the machine
// at hand may have see this, and shared inline functions would come from any of them.

namespace xent::bench {

template <class T> struct operands {
  decltype(sizeof 0) size;
  const T* x;  // logits
  const T* p;  // probabilities
  const T* y;  // labels
  T* out;
  double* total;  // what a reduction gives
};

}  // namespace xent::bench
