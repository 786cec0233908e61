#pragma once
// Solves A·x = b for a symmetric positive definite matrix A, by A = L·Lᵀ.

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace example {

// A square matrix, of which only the lower triangle is used.
class symmetric_matrix {
 public:
  explicit symmetric_matrix(std::size_t size) : size_(size), values_(size * size) {}

  std::size_t size() const { return size_; }
  double& operator()(std::size_t row, std::size_t column) { return values_[row * size_ + column]; }
  double operator()(std::size_t row, std::size_t column) const {
    return values_[row * size_ + column];
  }

 private:
  std::size_t size_;
  std::vector<double> values_;
};

// L in the lower triangle; nothing where A is not positive definite.
inline std::optional<symmetric_matrix> cholesky(symmetric_matrix a) {
  for (std::size_t j = 0; j < a.size(); ++j) {
    for (std::size_t k = 0; k < j; ++k) a(j, j) -= a(j, k) * a(j, k);
    if (!(a(j, j) > 0)) return std::nullopt;
    a(j, j) = std::sqrt(a(j, j));
    for (std::size_t i = j + 1; i < a.size(); ++i) {
      for (std::size_t k = 0; k < j; ++k) a(i, j) -= a(i, k) * a(j, k);
      a(i, j) /= a(j, j);
    }
  }
  return a;
}

// x of L·Lᵀ·x = b, by L·z = b and then Lᵀ·x = z.
inline std::vector<double> solve(const symmetric_matrix& l, std::vector<double> b) {
  for (std::size_t i = 0; i < l.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= l(i, k) * b[k];
    b[i] /= l(i, i);
  }
  for (std::size_t i = l.size(); i-- > 0;) {
    for (std::size_t k = i + 1; k < l.size(); ++k) b[i] -= l(k, i) * b[k];
    b[i] /= l(i, i);
  }
  return b;
}

}  // namespace example
