# gnuplot -c errors.gp ERRORS.TSV OUT.SVG: error along the input, a row for each function and a
# column for each side that bench_errors found, each cell on the same axes.

sides = "'xent exact' 'xent fast' std textbook libtorch Eigen oneDNN SLEEF XNNPACK"
headings = "'xent\nexact' 'xent\nfast' 'std::\nloop' textbook libtorch Eigen oneDNN SLEEF XNNPACK"
functions = "sigmoid(x) log_sigmoid(x) softplus(x) sigmoid_grad(x) 'bce_with_logits(x, 0)' \
             'bce_with_logits_grad(x, 1)' logit(p) 'bce(p, 0)' 'bce_grad(p, 0)'"
names = "σ 'log σ' softplus 'σ′ (the hessian)' 'loss, label 0' 'gradient, label 1' logit \
         'loss, label 0' 'gradient, label 0'"
of_logits = 6  # rows, above those of probabilities

here = system(sprintf("dirname '%s'", ARG0))
awk(function, side, more) = sprintf("awk -v function_name='%s' -v side='%s' %s -f '%s/errors.awk' '%s'", \
                                    function, side, more, here, ARG1)
cell(i, k) = "< " . awk(word(functions, i), word(sides, k), "")
worst(i, k) = system(awk(word(functions, i), word(sides, k), "-v worst=1"))
shown(e) = e eq "inf" ? "∞" : e < 1000 ? sprintf("%.2f", real(e)) : gprintf("%.0t·10^{%T}", real(e))

# Places in pixels from the top left. A row is one plot, its cells beside each other.
w = 960.0; h = 786.0
left = 176; top = 112; width = 80; height = 46; pitch_x = 87; pitch_y = 68; between = 34
row_y(i) = top + (i - 1) * pitch_y + (i > of_logits ? between : 0)
at_x(x) = x / w
at_y(y) = 1 - y / h
low(i) = i > of_logits ? -104.5 : -110
high(i) = i > of_logits ? 16.5 : 110
shift(i, k) = (k - 1) * (high(i) - low(i)) * pitch_x / width

bottom = 0.2; limit = 3e8; all_wrong = 2**23
blue = 0x0072b2; vermilion = 0xd55e00; grey = 0x555555; pale = 0xbbbbbb
small = ",11"
colour(k) = word(sides, k)[1:4] eq "xent" ? blue : vermilion

set terminal svg size w,h font "sans-serif,12" background "white"
set output ARG2
set multiplot
set logscale y
set yrange [bottom:limit]
set style fill solid 1 noborder
unset key
unset border
unset ytics
set xtics out nomirror scale 0.4 offset 0,0.4 font small textcolor rgb grey

set label 100 "Where float results go wrong" at screen 0.5,at_y(20) center font ",16"
set label 101 "error in ulp along the input, on a log scale; the number is the worst; above the grey line every digit is wrong" \
  at screen 0.5,at_y(42) center
do for [k = 1:words(sides)] {  # a side that is there has the first function
  if (worst(1, k) eq "") { continue }
  set label 110 + k word(headings, k) at screen at_x(left + (k - 0.5) * pitch_x - 3),at_y(68) center textcolor rgb colour(k)
}
set lmargin at screen at_x(left)
set rmargin at screen at_x(left + words(sides) * pitch_x)
do for [i = 1:words(functions)] {
  set label 1 word(names, i) at screen at_x(6),at_y(row_y(i) + 18)
  set label 2 word(functions, i) at screen at_x(6),at_y(row_y(i) + 36) noenhanced font small textcolor rgb grey
  set tmargin at screen at_y(row_y(i))
  set bmargin at screen at_y(row_y(i) + height)
  set xrange [low(i):low(i) + shift(i, words(sides) + 1)]
  set xtics ("" low(i) - 1)
  there = ""
  do for [k = 1:words(sides)] {
    most = worst(i, k)
    if (most eq "") { continue }
    there = sprintf("%s %d", there, k)
    set label 10 + k shown(most) at first low(i) + shift(i, k + 0.46),graph 1.17 center font small textcolor rgb colour(k)
    set arrow k from first low(i) + shift(i, k),all_wrong to first high(i) + shift(i, k),all_wrong nohead back linecolor rgb pale
    if (i == of_logits) { set xtics add ("−80" -80 + shift(i, k), "0" shift(i, k), "80" 80 + shift(i, k)) }
    if (i == words(functions)) { set xtics add ("10^{−30}" -69.1 + shift(i, k), "½" shift(i, k)) }
  }
  if (i == of_logits) { set label 3 "over the logit x" at screen at_x(6),at_y(row_y(i) + height + 16) }
  if (i == words(functions)) { set label 3 "over the probability p" at screen at_x(6),at_y(row_y(i) + height + 16) }
  plot for [k in there] cell(i, k + 0) using ($1 + shift(i, k)):2 with filledcurves y1=bottom linecolor rgb colour(k + 0)
  unset label
  unset arrow
}

# One cell of all larger, with its scale; where no library has a function.
set lmargin at screen at_x(812)
set rmargin at screen at_x(948)
set tmargin at screen at_y(row_y(5) + 10)
set bmargin at screen at_y(row_y(7) + height)
set border 3 linecolor rgb grey
set xrange [-110:110]
set xtics ("−80" -80, "0" 0, "80" 80)
set ytics ("correctly rounded" 0.5, "1000 ulp" 1e3, "every digit wrong" all_wrong, "∞, NaN" limit)
set ytics nomirror out scale 0.4 font small textcolor rgb grey
set label 1 "textbook, loss, label 0" at graph 0.5,1.1 center
set label 2 "logit x" at graph 0.5,-0.15 center font small textcolor rgb grey
plot cell(5, 4) with filledcurves y1=bottom linecolor rgb vermilion
unset multiplot
