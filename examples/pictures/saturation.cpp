// What float32 says of loss and gradient at large logits, on logarithmic scales: where a line ends,
// the formula gives 0, infinity or NaN.
//
//   saturation file.svg          needs gnuplot
//
// Exit status: 0; 1 where the picture could not be drawn; 2 for wrong arguments.

#include <cmath>
#include <cstdio>

#include "../common/formulas.hpp"
#include "../common/gnuplot.hpp"

namespace {

constexpr const char* script = R"(
set terminal svg size 900,640 dynamic enhanced font 'Helvetica,16' background rgb 'white'
set multiplot layout 2,1 margins 0.1,0.97,0.1,0.87 spacing 0,0.13
set logscale y
set yrange [1e-46:1e4]
set xrange [-110:110]
set format y '10^{%L}'
set ytics 1e-45,1e15,1 nomirror
set xtics 20 nomirror
unset mytics
set tics scale 0.5
set border 3 lw 1 lc rgb '#555555'
set grid y lc rgb '#dddddd' lt 1
set key at screen 0.54,0.97 center horizontal samplen 3 width 6
set datafile missing '?'
textbook = "w l lw 3 lc rgb '#e69f00'"
pytorch = "w l lw 3 dt (12,6) lc rgb '#b3206b'"
xent = "w l lw 7 lc rgb '#9cc9e8'"
set label 1 'textbook and PyTorch: 0' at -100,3e-3 left tc rgb '#777777' font ',14'
set label 2 'textbook: infinite' at 60,3e-3 left tc rgb '#777777' font ',14'
set title 'Loss at label 0' offset 0,-0.7
plot $points u 1:6 @xent t 'xent', \
     $points u 1:2 @textbook t 'textbook', \
     $points u 1:4 @pytorch t 'PyTorch'
unset key
set label 1 'textbook and PyTorch: 0' at 60,3e-3
unset label 2
set title 'Size of the gradient at label 1' offset 0,-0.7
set xlabel 'logit (float32)' offset 0,0.4
plot $points u 1:7 @xent, \
     $points u 1:3 @textbook, \
     $points u 1:5 @pytorch
)";

// A gap in the line where nothing can be drawn.
void print_point(std::FILE* out, double y) {
  if (y > 0 && std::isfinite(y)) {
    std::fprintf(out, " %.3g", y);
  } else {
    std::fprintf(out, " ?");
  }
}

// For each logit and formula, the loss at label 0 and the size of the gradient at label 1.
void write_points(std::FILE* out) {
  for (int i = -440; i <= 440; ++i) {
    const float x = static_cast<float>(i) / 4;
    std::fprintf(out, "%g", static_cast<double>(x));
    for (const auto formula : {example::naive, example::pytorch, example::stable}) {
      print_point(out, formula(x, 0).loss);
      print_point(out, std::fabs(formula(x, 1).gradient));
    }
    std::fprintf(out, "\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: saturation file.svg\n");
    return 2;
  }
  if (!example::has_gnuplot()) {
    std::fprintf(stderr, "saturation: gnuplot is not installed (gnuplot-nox)\n");
    return 1;
  }
  return example::draw(argv[1], write_points, script) ? 0 : 1;
}
