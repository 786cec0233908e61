# gnuplot -c peers.gp PEERS.JSON OUT.SVG: every function in L1, xent beside the others.

here = system(sprintf("dirname '%s'", ARG0))
context(field) = system(sprintf("jq -r .context.%s '%s'", field, ARG1))
jq(type, side) = sprintf("< jq -r --arg size 4096 --arg type '%s' --arg side '%s' -f '%s/peers.jq' '%s'", \
                         type, side, here, ARG1)

set terminal svg size 960,680 font "sans-serif,13" background "white"
set output ARG2
set multiplot title sprintf("ns per element in L1 (4096 elements), one thread\n%s, %s, %s", \
                            context("processor"), context("compiler"), context("date")[1:10])

sides = "'xent fast' 'xent exact' std libtorch Eigen SLEEF oneDNN XNNPACK"
title_of(side) = side eq "std" ? "std:: loop" : side
set style line 1 linecolor "#0072b2" pointtype 7 pointsize 1.5
set style line 2 linecolor "#56b4e9" pointtype 7 pointsize 1.5
set style line 3 linecolor "#000000" pointtype 2
set style line 4 linecolor "#d55e00" pointtype 9
set style line 5 linecolor "#009e73" pointtype 5
set style line 6 linecolor "#e69f00" pointtype 13
set style line 7 linecolor "#cc79a7" pointtype 11
set style line 8 linecolor "#7f3f00" pointtype 3

set logscale x
set xrange [0.09:20]
set xtics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
set offsets 0, 0, 0.7, 0.7
set ytics noenhanced
set grid x y linecolor "#cccccc"
set key at screen 0.55,0.06 center maxrows 2 samplen 1

set bmargin at screen 0.16
set tmargin at screen 0.87
set lmargin at screen 0.27
set rmargin at screen 0.62
set title "float"
plot jq("float", "names") using (NaN):2:ytic(1) notitle, \
     for [i = 1:8] jq("float", word(sides, i)) using 1:2 with points linestyle i title title_of(word(sides, i))

set lmargin at screen 0.645
set rmargin at screen 0.98
set title "double"
set format y ""
unset key
plot jq("float", "names") using (NaN):2:ytic("") notitle, \
     jq("double", "xent") using 1:2 with points linestyle 1, \
     for [i = 3:6] jq("double", word(sides, i)) using 1:2 with points linestyle i
unset multiplot
