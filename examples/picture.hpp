#pragma once
// The picture of extreme_logits: relative error over the logit, drawn by gnuplot.

#include <algorithm>
#include <cstdio>
#include <string>

#include "formulas.hpp"

namespace example {

// What cannot be compared, or has no digit right, is drawn at 1; what is exact at the bottom.
inline double drawn(double got, double want) {
  return std::clamp(relative_error(got, want), 1e-9, 1.0);
}

inline void write_points(std::FILE* out) {
  for (int i = -200; i <= 200; ++i) {
    const float x = static_cast<float>(i) / 2;
    std::fprintf(out, "%g", static_cast<double>(x));
    for (const auto formula : {naive, pytorch, stable}) {
      const auto loss = formula(x, 0), gradient = formula(x, 1);
      std::fprintf(out, " %g %g", drawn(loss.loss, truth(x, 0).loss),
                   drawn(gradient.gradient, truth(x, 1).gradient));
    }
    std::fprintf(out, "\n");
  }
}

inline constexpr const char* plot_script = R"(
set terminal svg size 900,560 dynamic enhanced font 'Helvetica,15' background rgb 'white'
set output '%s'
set multiplot layout 2,1 margins 0.10,0.98,0.13,0.90 spacing 0,0.11
set logscale y
set yrange [3e-10:4]
set xrange [-100:100]
set format y '10^{%%L}'
set ytics 1e-9,1e3,1 nomirror
unset mytics
set ytics add ('lost' 1, 'exact' 1e-9)
set xtics 20 nomirror
set border 3 lw 1 lc rgb '#555555'
set grid y lc rgb '#dddddd' lt 1
set ylabel 'relative error' offset 0.5
set key at graph 0.985,0.80 right samplen 2 spacing 1.15
set arrow 1 from -100,5.96e-8 to 100,5.96e-8 nohead lc rgb '#888888' dt 3
set label 1 'half an ulp' at 70,1.8e-7 center tc rgb '#777777' font ',13'
set label 2 'subnormal' at -86,2e-5 left tc rgb '#777777' font ',13'
set title 'Loss, label 0' offset 0,-0.6
plot $points u 1:2 w l lw 2 lc rgb '#e69f00' t 'textbook: log of the sigmoid', \
     $points u 1:4 w l lw 2 lc rgb '#cc3377' t 'PyTorch', \
     $points u 1:6 w l lw 2 lc rgb '#0072b2' t 'xent'
set title 'Gradient, label 1' offset 0,-0.6
set key at graph 0.34,0.80 right
set label 2 'subnormal' at 86,2e-5 right
set xlabel 'logit' offset 0,0.4
plot $points u 1:3 w l lw 2 lc rgb '#e69f00' t 'textbook: sigmoid - label', \
     $points u 1:5 w l lw 2 dt 2 lc rgb '#cc3377' t 'PyTorch', \
     $points u 1:7 w l lw 2 lc rgb '#0072b2' t 'xent'
)";

// False where gnuplot is not installed or fails.
inline bool draw(const std::string& file) {
  std::FILE* gnuplot = popen("gnuplot", "w");
  if (gnuplot == nullptr) return false;
  std::fprintf(gnuplot, "$points << END\n");
  write_points(gnuplot);
  std::fprintf(gnuplot, "END\n");
  std::fprintf(gnuplot, plot_script, file.c_str());
  return pclose(gnuplot) == 0;
}

}  // namespace example
