#pragma once
// Functions that need nothing but their operands, and the tables of those that are compiled with
// flags of their own. No more is included there: the linker could choose that file's copy of an
// inline function for the whole program.

#include "../support/operands.hpp"

namespace xent::bench {

template <class T> struct plain_loop {
  const char* function;
  void (*run)(const operands<T>&);
};

// Ends with an entry without name.
extern const plain_loop<float> eigen_of_float[], sleef_of_float[], ofast_of_float[],
    xgboost_of_float[];
extern const plain_loop<double> eigen_of_double[], sleef_of_double[], ofast_of_double[],
    xgboost_of_double[];

}  // namespace xent::bench
