# bench_arrays' times of one function of float and one side: "size ns", by size; of the fastest
# repetitions, on the best instruction set.
.context.isa as $best
| [.benchmarks[]
   | select(.run_type == "iteration")
   | .ns as $ns
   | .name / "/"
   | select(.[0] == $function and .[1] == "float" and .[2] == $side and (.[3] | IN("any", $best)))
   | {size: (.[4] | tonumber), $ns}]
| group_by(.size)[]
| select(.[0].size >= 1024)
| "\(.[0].size) \(map(.ns) | min)"
