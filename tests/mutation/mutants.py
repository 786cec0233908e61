"""The list of mutants: a name, a header, a text of it that occurs once, and what stands there instead.

    == what is wrong with it
    in detail/math/exp.hpp
    by golden specials
    -text of the header, lines as they are there
    +what replaces it, possibly nothing

`by` names the CTest tests most likely to notice, the quickest first. Run by itself: can all of them
still be made?
"""

import dataclasses
import pathlib
import sys


@dataclasses.dataclass
class Mutant:
    name: str
    header: str
    likely: list
    old: str
    new: str


def parsed(block):
    lines = block.splitlines()
    field = {line.split(" ", 1)[0]: line.split(" ", 1)[1] for line in lines[1:3]}
    marked = {mark: "\n".join(line[1:] for line in lines[3:] if line[0] == mark) for mark in "-+"}
    return Mutant(lines[0], field["in"], field["by"].split(), marked["-"], marked["+"])


def read_mutants(path, headers):
    blocks = path.read_text().split("\n== ")[1:]
    mutants = [parsed(block.strip()) for block in blocks]
    errors = []
    for mutant in mutants:
        count = (headers / mutant.header).read_text().count(mutant.old)
        if count != 1 or not mutant.old or mutant.old == mutant.new:
            errors.append(f"{mutant.name}: its text occurs {count} times in {mutant.header}")
    names = [mutant.name for mutant in mutants]
    errors += [f"{name}: twice" for name in set(names) if names.count(name) > 1]
    if errors:
        sys.exit("\n".join(errors))
    return mutants


def all_mutants():
    here = pathlib.Path(__file__).resolve().parent
    return read_mutants(here / "mutants.txt", here.parents[1] / "include/xent")


if __name__ == "__main__":
    print(f"{len(all_mutants())} mutants")
