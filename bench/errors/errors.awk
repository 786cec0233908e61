# awk -v function_name=F -v side=S -f errors.awk ERRORS.TSV: one cell of the chart, as "logit error"
# at both ends of what looks flat there; with -v worst=1 the worst error alone. Nothing where S has
# no F.
BEGIN { FS = "\t"; bottom = 0.35; top = 3e8; steps = 20; level = -1; most = -1 }
$1 != function_name || $2 != side { next }
worst {
  if (most != "inf" && ($4 == "inf" || $4 + 0 > most)) most = $4
  next
}
{
  error = $4 == "inf" || $4 + 0 > top ? top : $4 + 0 < bottom ? bottom : $4 + 0
  before = level
  level = int(steps * log(error / bottom) / log(10) + 0.5)
  if (level != before && held != "") print held
  held = $3 " " bottom * 10 ^ (level / steps)
  if (level != before) { print held; held = "" }
}
END {
  if (worst && most != -1) print most
  if (held != "") print held
}
