# bench_peers' times of losses summed, of one side and size: "ns row", where rows are a function and
# a type; with names, "row name".
["bce_with_logits_mean", "bce_with_logits_mean_and_grad", "bce_with_logits_mean_and_grad+options",
 "bce_with_logits_sum_and_grad_hess"] as $functions
| ["mean", "mean, gradient", "mean, gradient, options", "sum, gradient, hessian"] as $titles
| def row:
    .function as $function | ($functions | index($function)) as $i
    | if $i == null then empty else 2 * (3 - $i) + (if .type == "float" then 1 else 0 end) end;
  if $side == "names" then
    range(8) | "\(.)\t\($titles[3 - (. / 2 | floor)])\(if . % 2 == 1 then ", float" else ", double" end)"
  else
    .timings[]
    | select(.size == ($size | tonumber))
    | select(.side == $side or ($side == "xent" and .type == "float" and .side == "xent fast"))
    | "\(.ns)\t\(row)"
  end
