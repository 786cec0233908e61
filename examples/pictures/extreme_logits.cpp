// What is left of loss and gradient at extreme logits, in float: the textbook, PyTorch's published
// formulas, xent, and the truth.
//
//   extreme_logits [--picture file.svg]        draws as well; needs gnuplot
//
// By hand, from the top of the tree:
//   g++ -std=c++20 -O2 -I include examples/pictures/extreme_logits.cpp -o extreme_logits
//
// Exit status: 0; 1 where the picture could not be drawn; 2 for wrong arguments.

#include <cmath>
#include <cstdio>
#include <cstring>

#include "../common/formulas.hpp"
#include "error_picture.hpp"

namespace {

using example::loss_and_gradient;

constexpr float logits[] = {-1e4f, -104, -100, -88.8f, -50, -40,   -30, -20, -17,
                            -15,   -10,  -5,   -1,     0,   1,     5,   10,  15,
                            17,    20,   30,   40,     50,  88.8f, 100, 104, 1e4f};

void print_cell(double got, double want) {
  // Some C libraries print the sign of a NaN, which means nothing.
  const double shown = std::isnan(got) ? std::fabs(got) : got;
  std::printf("  %13.6e %d", shown, example::digits(got, want));
}

template <class Part> void print_table(const char* title, float y, Part part) {
  std::printf("\n%s, label %g\n%8s  %13s  %15s  %15s  %15s\n", title, static_cast<double>(y),
              "logit", "truth", "textbook", "PyTorch", "xent");
  for (const float x : logits) {
    const double want = part(example::truth(x, y));
    std::printf("%8g  %13.6e", static_cast<double>(x), want);
    for (const auto formula : {example::naive, example::pytorch, example::stable}) {
      print_cell(part(formula(x, y)), want);
    }
    std::printf("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool with_picture = argc == 3 && std::strcmp(argv[1], "--picture") == 0;
  if (argc != 1 && !with_picture) {
    std::fprintf(stderr, "usage: extreme_logits [--picture file.svg]\n");
    return 2;
  }
  std::printf("After each result: how many of its 7 decimal digits are right.\n");
  for (const float y : {0.0f, 1.0f}) {
    print_table("Loss", y, [](loss_and_gradient r) { return r.loss; });
    print_table("Gradient", y, [](loss_and_gradient r) { return r.gradient; });
  }
  if (!with_picture) return 0;
  if (!example::has_gnuplot()) {
    std::fprintf(stderr, "extreme_logits: no picture: gnuplot is not installed (gnuplot-nox)\n");
    return 1;
  }
  return example::draw(argv[2]) ? 0 : 1;
}
