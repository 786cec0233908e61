// One CALL, which refused.cmake gives.

#include <deque>
#include <list>
#include <valarray>
#include <vector>

#include <xent/xent.hpp>

#if defined(WITH_EIGEN)
#include <Eigen/Core>
#endif
#if defined(WITH_BOOST)
#include <boost/multi_array.hpp>
#endif

int main() {
  [[maybe_unused]] std::vector<float> x(6), y(6), out(6);
  [[maybe_unused]] const std::vector<float> fixed(6);
  [[maybe_unused]] std::vector<double> wide(6);
  [[maybe_unused]] std::vector<int> ints(6);
  [[maybe_unused]] float table[2][3] = {};
  CALL;
}
