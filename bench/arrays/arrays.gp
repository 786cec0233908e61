# gnuplot -c arrays.gp ARRAYS.JSON OUT.SVG: two functions of float from L1 to memory.

here = system(sprintf("dirname '%s'", ARG0))
context(field) = system(sprintf("jq -r .context.%s '%s'", field, ARG1))
jq(function, side) = sprintf("< jq -r --arg function '%s' --arg side '%s' -f '%s/arrays.jq' '%s'", \
                             function, side, here, ARG1)

set terminal svg size 960,460 font "sans-serif,13" background "white"
set output ARG2
set multiplot title sprintf("ns per element, float, one thread, %s\n%s, %s, %s", context("isa"), \
                            context("processor"), context("compiler"), context("date")[1:10])

sides = "std exact fast copy"
titles = "'std:: loop' 'xent exact' 'xent fast' 'memory copy'"
set style line 1 linecolor "#000000" linewidth 2 pointtype 2
set style line 2 linecolor "#56b4e9" linewidth 2 pointtype 7
set style line 3 linecolor "#0072b2" linewidth 2 pointtype 7
set style line 4 linecolor "#888888" linewidth 2 dashtype 2 pointtype 0

set logscale xy
set xrange [900:2e7]
set yrange [0.01:20]
set xtics ("2^{10}" 2**10, "2^{12}" 2**12, "2^{14}" 2**14, "2^{16}" 2**16, "2^{18}" 2**18, \
           "2^{20}" 2**20, "2^{22}" 2**22, "2^{24}" 2**24)
set ytics (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
set grid x y linecolor "#cccccc"
set xlabel "elements"
set key at screen 0.52,0.05 center maxrows 1 samplen 2

set bmargin at screen 0.23
set tmargin at screen 0.8
set lmargin at screen 0.06
set rmargin at screen 0.48
set title "sigmoid"
plot for [i = 1:4] jq("sigmoid", word(sides, i)) with linespoints linestyle i title word(titles, i)

set lmargin at screen 0.56
set rmargin at screen 0.98
set title "bce_with_logits" noenhanced
unset key
plot for [i = 1:4] jq("bce_with_logits", word(sides, i)) with linespoints linestyle i
unset multiplot
