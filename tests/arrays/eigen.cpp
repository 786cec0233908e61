// Eigen's vectors, maps and columns as ranges, with no cast; what has gaps is refused, and nothing
// is written.

#include <Eigen/Core>
#include <string>
#include <vector>

#include <xent/xent.hpp>

#include "../support/catch.hpp"
#include "../support/message_of.hpp"

using xent::test::message_of;

TEST_CASE("Eigen vectors and maps") {
  Eigen::VectorXf x(5), y(5), out(5);
  x << -100, -1, 0, 2, 30;
  y << 0, 1, 1, 0, 1;
  xent::bce_with_logits(x, y, out, {.pos_weight = 2.0f}, xent::exact);
  for (Eigen::Index i = 0; i < 5; ++i) CHECK(out[i] == xent::bce_with_logits(x[i], y[i], 2.0f));

  double memory[6] = {1, 2, 3, 4, 5, 6};
  Eigen::Map<Eigen::VectorXd> map(memory, 6);
  Eigen::MatrixXd result(6, 2);
  xent::sigmoid(map, result.col(1));
  CHECK(result(2, 1) == xent::sigmoid(3.0));

  const Eigen::Map<const Eigen::VectorXd> fixed(memory, 6);
  CHECK(xent::log_sum_exp(fixed) == xent::log_sum_exp(memory));
  Eigen::ArrayXf grad(5);
  CHECK(xent::bce_with_logits_sum_and_grad(x, y, grad) == xent::bce_with_logits_sum(x, y));
}

namespace {

using by_row = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <class X, class Out> std::string message(const X& x, Out&& out) {
  return message_of<std::invalid_argument>([&] { xent::sigmoid(x, out); });
}

}  // namespace

TEST_CASE("what has gaps is refused, read or written") {
  Eigen::MatrixXf m(2, 3);
  m.setConstant(7);
  const std::vector<float> zeros(3);
  CHECK(message(zeros, m.row(0)) ==
        "xent::sigmoid: out is not contiguous: its inner stride is 2 elements");
  std::vector<float> out(3, 5.0f);
  CHECK(message(m.row(1), out) ==
        "xent::sigmoid: x is not contiguous: its inner stride is 2 elements");
  float memory[12] = {};
  CHECK(message(Eigen::Map<Eigen::VectorXf, 0, Eigen::InnerStride<>>(memory, 3,
                                                                     Eigen::InnerStride<>(4)),
                out) == "xent::sigmoid: x is not contiguous: its inner stride is 4 elements");
  const Eigen::Ref<Eigen::VectorXf, 0, Eigen::InnerStride<>> row = m.row(0).transpose();
  CHECK(message(row, out) == "xent::sigmoid: x is not contiguous: its inner stride is 2 elements");
  Eigen::MatrixXf large(4, 3);
  large.setConstant(7);
  std::vector<float> six(6, 5.0f);
  CHECK(message(large.topRows(2), six) ==
        "xent::sigmoid: x is not contiguous: its outer stride is 4 elements");
  CHECK(message(six, large.topRows(2)) ==
        "xent::sigmoid: out is not contiguous: its outer stride is 4 elements");
  CHECK(message(large.diagonal(), out) ==
        "xent::sigmoid: x is not contiguous: its inner stride is 5 elements");
  CHECK(message_of<std::invalid_argument>([&] { xent::log_sum_exp(m.row(0)); }) ==
        "xent::log_sum_exp: x is not contiguous: its inner stride is 2 elements");
  CHECK(message_of<std::invalid_argument>(
            [&] { xent::bce_with_logits_sum_and_grad(zeros, zeros, m.row(0)); }) ==
        "xent::bce_with_logits_sum_and_grad: grad is not contiguous: its inner stride is 2 "
        "elements");
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce_with_logits(zeros, zeros, out, {.weights = m.row(0)});
        }) == "xent::options: a range is not contiguous: its inner stride is 2 elements");
  CHECK(m == Eigen::MatrixXf::Constant(2, 3, 7));
  CHECK(large == Eigen::MatrixXf::Constant(4, 3, 7));
  CHECK(out == std::vector<float>(3, 5.0f));
}

TEST_CASE("what has no gaps is taken, whatever its type says") {
  Eigen::MatrixXf column(3, 1), row(1, 3), all(2, 3), out(2, 3);
  column << 1, 2, 3;
  xent::sigmoid(column, row.row(0));
  CHECK(row(0, 2) == column.unaryExpr([](float x) { return xent::sigmoid(x); })(2));
  all << 1, 2, 3, 4, 5, 6;
  xent::sigmoid(all, out, xent::exact);
  CHECK(out(1, 0) == xent::sigmoid(4.0f));
  xent::sigmoid(all.leftCols(2), out.leftCols(2), xent::exact);
  CHECK(out(1, 1) == xent::sigmoid(5.0f));
  by_row rows = all, sums(2, 3);
  xent::sigmoid(rows, sums, xent::exact);
  CHECK(sums == out);
  xent::sigmoid(rows.row(1), sums.row(0), xent::exact);
  CHECK(sums(0, 2) == xent::sigmoid(6.0f));
}

TEST_CASE("matrices of one call have one shape and one memory order") {
  Eigen::MatrixXf x(2, 3), tall(3, 2);
  x.setZero();
  tall.setZero();
  std::vector<float> out(6, 5.0f);
  const by_row weights = by_row::Zero(2, 3);
  CHECK(message_of<std::invalid_argument>([&] { xent::bce_with_logits(x, tall, out); }) ==
        "xent::bce_with_logits: y is 3 x 2, column-major; x is 2 x 3, column-major");
  CHECK(message(x, tall) == "xent::sigmoid: x is 2 x 3, column-major; out is 3 x 2, column-major");
  out.assign(6, 5.0f);
  CHECK(message_of<std::invalid_argument>([&] {
          xent::bce_with_logits(x, out, out, {.weights = weights});
        }) == "xent::bce_with_logits: weights is 2 x 3, row-major; x is 2 x 3, column-major");
  CHECK(message_of<std::invalid_argument>(
            [&] { xent::bce_with_logits_sum(x, out, {.pos_weight = weights}); }) ==
        "xent::bce_with_logits_sum: pos_weight is 2 x 3, row-major; x is 2 x 3, column-major");
  CHECK(message_of<std::invalid_argument>([&] { xent::bce_with_logits_sum(x, tall); }) ==
        "xent::bce_with_logits_sum: y is 3 x 2, column-major; x is 2 x 3, column-major");
}

TEST_CASE("classes of a pos_weight lie together in a matrix") {
  const std::vector<float> q{2, 3, 4};
  by_row rows(2, 3);
  rows.setConstant(-1);
  const by_row ones = by_row::Ones(2, 3);
  by_row out(2, 3);
  xent::bce_with_logits(rows, ones, out, {.pos_weight = q}, xent::exact);
  for (Eigen::Index c = 0; c < 3; ++c)
    CHECK(out(1, c) == xent::bce_with_logits(-1.0f, 1.0f, q[static_cast<std::size_t>(c)]));
  const Eigen::MatrixXf columns = rows, targets = ones, transposed = columns.transpose();
  const Eigen::MatrixXf by_class = targets.transpose();
  CHECK(message_of<std::invalid_argument>(
            [&] { xent::bce_with_logits_sum(columns, targets, {.pos_weight = q}); }) ==
        "xent::bce_with_logits_sum: pos_weight has 3 elements, but 2 elements of a matrix lie "
        "together");
  CHECK(xent::bce_with_logits_sum(transposed, by_class, {.pos_weight = q}) ==
        xent::bce_with_logits_sum(rows, ones, {.pos_weight = q}));
}

TEST_CASE("a matrix of pairs has the two of a pair together") {
  const std::vector<float> x(5, 1.0f), y(5, 0.0f);
  Eigen::MatrixXf by_columns(5, 2), pairs(2, 5);
  CHECK(message_of<std::invalid_argument>(
            [&] { xent::bce_with_logits_sum_and_grad_hess(x, y, by_columns); }) ==
        "xent::bce_with_logits_sum_and_grad_hess: pairs is 5 x 2, column-major; a pair must lie "
        "together");
  xent::bce_with_logits_sum_and_grad_hess(x, y, pairs, xent::exact);
  CHECK(pairs(0, 4) == xent::bce_with_logits_grad(1.0f, 0.0f));
  CHECK(pairs(1, 4) == xent::bce_with_logits_hess(1.0f, 0.0f));
}
