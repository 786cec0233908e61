# gnuplot -c fused.gp PEERS.JSON OUT.SVG: losses summed, with their derivatives, xent beside the
# others, in L1, in L3 and in memory.

here = system(sprintf("dirname '%s'", ARG0))
context(field) = system(sprintf("jq -r .context.%s '%s'", field, ARG1))
jq(size, side) = sprintf("< jq -r --arg size %s --arg side '%s' -f '%s/fused.jq' '%s'", \
                         size, side, here, ARG1)

set terminal svg size 960,450 font "sans-serif,13" background "white"
set output ARG2
set multiplot title sprintf("ns per element, one thread\n%s, %s, %s", context("processor"), \
                            context("compiler"), context("date")[1:10])

sides = "xent 'std' 'std -Ofast' libtorch 'XGBoost form' copy"
titles = "xent 'std:: loop' 'the same, -Ofast -march=native' 'libtorch (gradient: backward)' \
          'XGBoost form (no sum)' 'memory alone'"
set style line 1 linecolor "#0072b2" pointtype 7 pointsize 1.3
set style line 2 linecolor "#000000" pointtype 2
set style line 3 linecolor "#009e73" pointtype 5
set style line 4 linecolor "#d55e00" pointtype 9
set style line 5 linecolor "#cc79a7" pointtype 11
set style line 6 linecolor "#888888" pointtype 1 linewidth 2

set datafile separator tab
set logscale x
set xrange [0.015:150]
set xtics (0.1, 1, 10, 100, "" 0.02 1, "" 0.05 1, "" 0.2 1, "" 0.5 1, "" 2 1, "" 5 1, "" 20 1, "" 50 1)
set yrange [-0.7:7.7]
set grid x mx y linecolor "#cccccc"
set key at screen 0.5,0.08 center maxrows 2 samplen 1 width -2

set bmargin at screen 0.24
set tmargin at screen 0.79

set lmargin at screen 0.25
set rmargin at screen 0.485
set title "in L1 (4096 elements)"
plot jq("4096", "names") using (NaN):1:ytic(2) notitle, \
     for [i = 1:6] jq("4096", word(sides, i)) using 1:2 with points linestyle i title word(titles, i)

unset key
set format y ""
set lmargin at screen 0.495
set rmargin at screen 0.73
set title "in L3 (2^{18})"
plot jq("4096", "names") using (NaN):1:ytic("") notitle, \
     for [i = 1:6] jq("262144", word(sides, i)) using 1:2 with points linestyle i

set lmargin at screen 0.74
set rmargin at screen 0.975
set title "in memory (2^{24})"
plot jq("4096", "names") using (NaN):1:ytic("") notitle, \
     for [i = 1:6] jq("16777216", word(sides, i)) using 1:2 with points linestyle i
unset multiplot
