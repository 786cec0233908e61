# bench_peers' times of one side and type, of a size: "ns row", where functions are rows, ordered by
# xent's time for float; with names, "name row". Losses summed are left to fused.jq.
[.timings[] | select(.function | test("_mean|_sum_and") | not)] as $timings
| ([$timings[] | select(.type == "float" and .side == "xent fast" and .size == ($size | tonumber))]
 | sort_by(-.ns) | map(.function)) as $rows
| if $side == "names" then
    $rows | to_entries[] | "\(.value) \(.key)"
  else
    $timings[]
    | select(.type == $type and .side == $side and .size == ($size | tonumber))
    | "\(.ns) \(.function as $function | $rows | index($function))"
  end
