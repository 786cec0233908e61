# Two runs of a bench, of two compilers or before and after a change, by the fastest repetitions:
#   jq -nr -f bench/support/compare.jq ONE.JSON OTHER.JSON
# prints "ratio ns other-ns name", the largest ratio of the first to the second last.
def fastest:
  [.benchmarks[] | select(.run_type == "iteration")]
  | group_by(.run_name)
  | map({key: .[0].run_name, value: (map(.ns) | min)})
  | from_entries;
[inputs | fastest] as [$one, $other]
| [$one | to_entries[] | select($other[.key]) | [.value / $other[.key], .value, $other[.key], .key]]
| sort[]
| "\(.[0] * 1000 | round / 1000)\t\(.[1:3] | map(. * 1000 | round / 1000 | tostring) | join("\t"))\t\(.[3])"
