#!/usr/bin/env python3
"""Makes the wrong changes of mutants.txt to the headers, one at a time, and sees who notices.

usage: mutate.py --build FOLDER [--report FILE] [--jobs N] [--only WORD]... [--every N] [--likely]

By hand, after `cmake --preset test`: `cmake --build .build/test --target run_mutation`, or
`ctest --preset exhaustive -R mutation`. FOLDER gets a copy of the tree, built by Clang without
optimisation, which is quickest. For each mutant only the tests that it names are built and run, up
to the first that fails; where none does, the whole default suite (with --likely: nothing more).
With --only just those of which WORD is found in the name, in the definition or in the header; with
--every just one in N. Exits with 1 below 95 % killed.
"""

import argparse
import os
import pathlib
import re
import sys
import time

from mutants import all_mutants
from tree import Tree

SOURCE = pathlib.Path(__file__).resolve().parents[2]
WANTED = 95


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--report", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--likely", action="store_true")
    return parser.parse_args()


def chosen_mutants(args):
    chosen = [mutant for mutant in all_mutants()
              if any(re.search(word, text) for word in args.only or [""]
                     for text in (mutant.name, mutant.anchor, str(mutant.header)))]
    return chosen[::args.every]


def killer_of(tree, mutant, only_likely):
    """Who notices: a test, "the compiler", or None."""
    with tree.mutated(mutant):
        for test in mutant.likely:
            if not tree.build(test):
                return "the compiler"
            if not tree.passes(test):
                return test
        if only_likely:
            return None
        return tree.first_failure() if tree.build_all() else "the compiler"


def check_hints(tree, mutants):
    """Without a change the tests pass: else their failures would say nothing."""
    for test in sorted({test for mutant in mutants for test in mutant.likely}):
        started = time.monotonic()
        if not tree.build(test):
            sys.exit(f"{test} does not build:\n{tree.output[-2000:]}")
        built = time.monotonic()
        if not tree.passes(test):
            sys.exit(f"{test} fails without a change:\n{tree.output[-2000:]}")
        print(f"{test}: built in {built - started:.0f} s, run in {time.monotonic() - built:.1f} s",
              flush=True)


def check_others(tree, kills):
    """Nor may a test that no mutant named fail without a change."""
    named = {test for mutant, killer, _ in kills for test in mutant.likely}
    for test in sorted({killer for _, killer, _ in kills if killer} - named - {"the compiler"}):
        if not tree.build_all() or not tree.passes(test):
            sys.exit(f"{test} fails without a change:\n{tree.output[-2000:]}")


def table(kills, seconds):
    width = max(len(mutant.name) for mutant, _, _ in kills)
    anchor_width = max(len(mutant.anchor) for mutant, _, _ in kills)
    lines = [f"{'mutant':{width}}  {'in':{anchor_width}}  killed by"]
    for mutant, killer, _ in kills:
        lines.append(f"{mutant.name:{width}}  {mutant.anchor:{anchor_width}}  {killer or 'NOBODY'}")
    survivors = [mutant.name for mutant, killer, _ in kills if not killer]
    by_compiler = sum(killer == "the compiler" for _, killer, _ in kills)
    killed = len(kills) - len(survivors)
    lines += ["", f"{len(kills)} mutants: {killed} killed ({100 * killed / len(kills):.1f} %), "
                  f"{by_compiler} of them by the compiler (an error, a warning or a static_assert), "
                  f"{len(survivors)} survived; {seconds / len(kills):.0f} s each on "
                  f"{os.cpu_count()} cores"]
    return lines + [f"survived: {name}" for name in survivors]


def main():
    args = arguments()
    mutants = chosen_mutants(args)
    tree = Tree(SOURCE, args.build.resolve(), args.jobs)
    check_hints(tree, mutants)
    kills, started = [], time.monotonic()
    for number, mutant in enumerate(mutants, 1):
        begun = time.monotonic()
        killer = killer_of(tree, mutant, args.likely)
        took = time.monotonic() - begun
        kills.append((mutant, killer, took))
        left = (time.monotonic() - started) / number * (len(mutants) - number) / 60
        print(f"{number}/{len(mutants)} {mutant.name}: {killer or 'SURVIVES'} ({took:.0f} s, "
              f"{left:.0f} min left)", flush=True)
    check_others(tree, kills)
    lines = table(kills, time.monotonic() - started)
    print("\n" + "\n".join(lines))
    if args.report:
        args.report.write_text("\n".join(lines) + "\n")
    killed = sum(killer is not None for _, killer, _ in kills)
    return 0 if 100 * killed >= WANTED * len(kills) else 1


if __name__ == "__main__":
    sys.exit(main())
