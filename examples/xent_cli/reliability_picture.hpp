#pragma once
// The reliability diagram: observed over predicted probability, and how many pairs are where.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "../common/gnuplot.hpp"
#include "calibration.hpp"

namespace example {

inline constexpr const char* reliability_script = R"(
set terminal svg size 640,680 dynamic enhanced font 'Helvetica,16' background rgb 'white'
set size square
set xrange [0:1]
set yrange [0:1]
set xtics 0.2 nomirror
set ytics 0.2 nomirror
set tics scale 0.5
set border 3 lw 1 lc rgb '#555555'
set grid lc rgb '#dddddd' lt 1
set key left top Left reverse samplen 2
set style fill solid 0.5 noborder
set xlabel 'predicted probability of label 1'
set ylabel 'observed frequency of label 1'
plot $points u 3:5:4 w boxes lc rgb '#d5d5d5' t 'share of the pairs', \
     x w l lw 2 dt 2 lc rgb '#888888' t 'calibrated', \
     $points u 1:2 w lp lw 2.5 pt 7 ps 0.8 lc rgb '#0072b2' t 'observed'
)";

// A line per bin that is not empty: its mean prediction, observed frequency, middle, width, and
// share of the pairs.
inline void write_bins(const calibration& table, std::uint64_t pairs, std::FILE* out) {
  for (std::size_t i = 0; i < table.bins().size(); ++i) {
    const calibration_bin& bin = table.bins()[i];
    if (bin.count == 0) continue;
    const double lower = table.lower_edge(i), upper = table.lower_edge(i + 1);
    std::fprintf(out, "%.9g %.9g %.9g %.9g %.9g\n", bin.mean_prediction(), bin.observed(),
                 (lower + upper) / 2, upper - lower,
                 static_cast<double>(bin.count) / static_cast<double>(pairs));
  }
}

// False where gnuplot fails; it has then said why.
inline bool draw_reliability(const std::string& file, const std::string& title,
                             const calibration& table, std::uint64_t pairs) {
  const std::string heading = "set title " + quoted(title) + " noenhanced\n";
  return draw(
      file, [&](std::FILE* out) { write_bins(table, pairs, out); }, heading + reliability_script);
}

}  // namespace example
