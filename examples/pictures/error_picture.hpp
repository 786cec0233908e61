#pragma once
// The picture of extreme_logits: relative error over the logit, drawn by gnuplot.

#include <algorithm>
#include <cstdio>
#include <string>

#include "../common/formulas.hpp"
#include "../common/gnuplot.hpp"

namespace example {

// What cannot be compared, or has no digit right, is drawn at 1; what is exact at the bottom.
inline double drawn(double got, double want) {
  return std::clamp(relative_error(got, want), 1e-9, 1.0);
}

// A line per half unit from −100 to 100: its middle, then for each formula the worst error there of
// the loss at label 0 and of the gradient at label 1.
inline void write_points(std::FILE* out) {
  constexpr int cells = 400, points_per_cell = 64;
  for (int cell = 0; cell < cells; ++cell) {
    std::fprintf(out, "%g", (cell + 0.5) / 2 - 100);
    for (const auto formula : {naive, pytorch, stable}) {
      double loss = 0, gradient = 0;
      for (int point = 0; point < points_per_cell; ++point) {
        const float x = static_cast<float>(cell * points_per_cell + point) / 128 - 100;
        loss = std::max(loss, drawn(formula(x, 0).loss, truth(x, 0).loss));
        gradient = std::max(gradient, drawn(formula(x, 1).gradient, truth(x, 1).gradient));
      }
      std::fprintf(out, " %.3g %.3g", loss, gradient);
    }
    std::fprintf(out, "\n");
  }
}

inline constexpr const char* plot_script = R"(
set terminal svg size 900,600 dynamic enhanced font 'Helvetica,16' background rgb 'white'
set multiplot layout 2,1 margins 0.115,0.97,0.115,0.865 spacing 0,0.12
set logscale y
set yrange [4e-10:3]
set xrange [-100:100]
set format y '10^{%L}'
set ytics 1e-9,1e3,1 nomirror
set ytics add ('all lost' 1, 'exact' 1e-9)
set xtics 20 nomirror
unset mytics
set tics scale 0.5
set border 3 lw 1 lc rgb '#555555'
set grid y lc rgb '#dddddd' lt 1
set ylabel 'relative error' offset 0.5
set key at screen 0.54,0.965 center horizontal samplen 3 width 6
set arrow 1 from -100,5.96e-8 to 100,5.96e-8 nohead lc rgb '#888888' dt 3
set label 1 'half an ulp' at 96,1.9e-7 right tc rgb '#777777' font ',13'
set label 2 'subnormal: float has fewer digits' at -90,2e-5 left tc rgb '#777777' font ',13'
textbook = "w l lw 2.5 lc rgb '#e69f00'"
pytorch = "w l lw 2.5 dt (12,6) lc rgb '#b3206b'"
xent = "w l lw 2.5 lc rgb '#0072b2'"
set title 'Loss at label 0' offset 0,-0.7
plot $points u 1:2 @textbook t 'textbook', \
     $points u 1:6 @xent t 'xent', \
     $points u 1:4 @pytorch t 'PyTorch'
unset key
set title 'Gradient at label 1'
set label 1 at -96,1.9e-7 left
set label 2 at 88,2e-5 right
set xlabel 'logit (float32)' offset 0,0.4
plot $points u 1:3 @textbook, \
     $points u 1:7 @xent, \
     $points u 1:5 @pytorch
)";

inline bool draw(const std::string& file) { return draw(file, write_points, plot_script); }

}  // namespace example
