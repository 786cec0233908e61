// generate FILE: writes what PyTorch (libtorch) answers, one thread. values.hpp reads it.
//
//   input TYPE NAME value...                       6 logits, labels and so on, in 2 rows of 3
//   none TYPE LABELS WEIGHTS POS_WEIGHT SMOOTHING loss...
//   mean TYPE LABELS WEIGHTS POS_WEIGHT SMOOTHING loss gradient...       the same of sum
//   clamped TYPE p y loss gradient                 BCELoss of one probability
//
// Label smoothing is y(1 − s) + s/2, as its documentation tells users of binary losses to do by
// hand.

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cstdio>
#include <initializer_list>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace {

const char* const reduction_names[] = {"none", "mean", "sum"};  // by at::Reduction

const std::vector<double> x{-4.5, -1.25, -0.125, 0.5, 2, 5.75};
const std::pair<const char*, std::vector<double>> inputs[] = {
    {"x", x},
    {"hard", {0, 1, 1, 0, 1, 0}},
    {"soft", {0.25, 0.875, 0.5, 0.0625, 1, 0.75}},
    {"weights", {0.5, 2, 1, 3.25, 0.125, 1.5}},
    {"one", {2.5}},
    {"classes", {0.5, 3, 1.75}},
    {"smoothed", {0.125}}};

template <class T> constexpr const char* type_name = sizeof(T) == 4 ? "float" : "double";

template <class T> at::Tensor tensor(const std::vector<double>& values) {
  return at::tensor(values, at::CppTypeToScalarType<T>::value);
}

class writer {
 public:
  explicit writer(const char* path) : file_(std::fopen(path, "w")) {}
  ~writer() {
    if (file_ != nullptr) std::fclose(file_);
  }
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;
  bool is_open() const { return file_ != nullptr; }

  void words(std::initializer_list<const char*> words) {
    const char* separator = "";
    for (const char* const word : words) {
      std::fprintf(file_, "%s%s", separator, word);
      separator = " ";
    }
  }
  // With all digits that the type has.
  template <class T> void values(const at::Tensor& of) {
    const at::Tensor flat = of.detach().reshape(-1).contiguous();
    for (std::int64_t i = 0; i < flat.numel(); ++i) {
      std::fprintf(file_, " %.*g", std::numeric_limits<T>::max_digits10,
                   static_cast<double>(flat.data_ptr<T>()[i]));
    }
  }
  void end_line() { std::fputc('\n', file_); }

 private:
  std::FILE* file_;
};

// Which inputs a line takes, in the order of its names: of labels, weights, pos_weight, smoothing.
struct choice {
  const char *labels, *weights, *pos_weight, *smoothing;
};

// The named input as a tensor, none where it is not chosen.
template <class T> at::Tensor chosen(const char* name) {
  for (const auto& [known, values] : inputs) {
    if (known == std::string_view(name)) {
      const at::Tensor flat = tensor<T>(values);
      return values.size() == x.size() ? flat.reshape({2, 3}) : flat;
    }
  }
  return {};
}

template <class T> void write_logits(writer& out, const choice& c, int reduction) {
  at::Tensor logits = tensor<T>(x).reshape({2, 3}).set_requires_grad(true);
  at::Tensor y = chosen<T>(c.labels);
  const at::Tensor s = chosen<T>(c.smoothing);
  if (s.defined()) y = y * (1 - s) + s / 2;
  const at::Tensor loss = at::binary_cross_entropy_with_logits(logits, y, chosen<T>(c.weights),
                                                               chosen<T>(c.pos_weight), reduction);
  out.words(
      {reduction_names[reduction], type_name<T>, c.labels, c.weights, c.pos_weight, c.smoothing});
  out.values<T>(loss);
  if (reduction != at::Reduction::None) {
    loss.backward();
    out.values<T>(logits.grad());
  }
  out.end_line();
}

// Where the logarithm is cut off, and where the gradient's denominator is.
template <class T> void write_clamped(writer& out) {
  constexpr double least = std::numeric_limits<T>::denorm_min();
  constexpr double below_1 = 1 - std::numeric_limits<T>::epsilon() / 2;
  for (const double at : {0.0, least, 1e-44, 1e-40, 1e-30, 1e-13, 1e-12, 1e-9, 0.25, 0.5, 0.875,
                          1 - 0x1p-20, below_1, 1.0}) {
    for (const double label : {0.0, 1.0, 0.25}) {
      const at::Tensor p = tensor<T>({at}).set_requires_grad(true), y = tensor<T>({label});
      const at::Tensor loss = at::binary_cross_entropy(p, y, {}, at::Reduction::Mean);
      loss.backward();
      out.words({"clamped", type_name<T>});
      for (const at::Tensor& value : {p, y, loss, p.grad()}) out.values<T>(value);
      out.end_line();
    }
  }
}

template <class T> void write_all(writer& out) {
  for (const auto& [name, values] : inputs) {
    out.words({"input", type_name<T>, name});
    out.values<T>(tensor<T>(values));
    out.end_line();
  }
  for (const char* const labels : {"hard", "soft"}) {
    for (const char* const w : {"-", "weights"}) {
      for (const char* const q : {"-", "one", "classes"}) {
        for (const char* const s : {"-", "smoothed"}) {
          for (int reduction = 0; reduction < 3; ++reduction) {
            write_logits<T>(out, {labels, w, q, s}, reduction);
          }
        }
      }
    }
  }
  write_clamped<T>(out);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: generate FILE\n", stderr);
    return 2;
  }
  at::set_num_threads(1);
  writer out(argv[1]);
  if (!out.is_open()) {
    std::perror(argv[1]);
    return 1;
  }
  write_all<float>(out);
  write_all<double>(out);
}
