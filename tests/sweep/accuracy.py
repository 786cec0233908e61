#!/usr/bin/env python3
"""Keeps the errors that the README and the headers state to those that sweep and search measured.

usage: accuracy.py [--write]

In the README a row of the first table begins with the functions that it is about, and its last two
columns are fast arrays of float, in parentheses without fused multiply-add, and double. A row of the
second is about one function with soft labels: its columns are float, fast arrays of float, and
double. In the headers it is what "Worst double found: ..." says above a function, and "Worst float
found: ..." above one of fast arrays. Ends with 1 where they say something else; --write corrects it.
"""

import math
import re
import sys

from measured import HERE, all_floats, random_arguments

ROOT = HERE.parents[1]
NUMBERS = re.compile(r"\d\.\d\d(?: \(\d\.\d\d\))?")
WITNESS = re.compile(r"/// Worst (double|float) found(, label 0 or 1|, soft label|, pos_weight)?:"
                     r"[^\n]* at\n?(?:///  )? \([^\n]*\)\.\n")
FUNCTION = re.compile(r"(?:constexpr T|void) (\w+)\(")


def worst(found):
    return max(found, key=lambda m: m.error)


def rounded_up(error):
    return f"{math.ceil(100 * error - 1e-9) / 100:.2f}"


def of_fast(found):
    """The fused instruction sets' worst, and in parentheses the other's where it is another."""
    fused, plain = (rounded_up(worst([m for m in found if m.is_fast and m.is_plain == is_plain]).error)
                    for is_plain in (False, True))
    return fused if fused == plain else f"{fused} ({plain})"


def with_number(cell, number):
    """Only where there is one: the rest of the cell is the README's own."""
    return NUMBERS.sub(number, cell, count=1)


def corrected_row(line, found):
    cells = line.split("|")
    functions = re.findall(r"`(\w+)\(([^`]*)\)`", cells[1]) if len(cells) in (6, 7) else []
    of_row = [m for m in found for name, rest in functions
              if m.name == name and ("[" in rest or m.arity == 1 + rest.count(","))]
    if not of_row:
        return line
    is_soft = len(cells) == 6
    narrow, wide = ([m for m in of_row if m.type == type_ and (m.labels == "soft") == is_soft]
                    for type_ in ("float", "double"))
    if is_soft:
        cells[2] = with_number(cells[2], rounded_up(worst([m for m in narrow if not m.is_fast]).error))
    if any(m.is_fast for m in narrow):
        cells[-3] = with_number(cells[-3], of_fast(narrow))
    cells[-2] = with_number(cells[-2], rounded_up(worst(wide).error))
    return "|".join(cells)


def corrected_readme(text, found):
    return "\n".join(corrected_row(line, found) for line in text.split("\n"))


def witness_line(m, kind):
    start = f"/// Worst {m.type} found{kind}: {rounded_up(m.error)} ulp at"
    line = f"{start} ({m.at})."
    return line + "\n" if len(line) <= 100 else f"{start}\n///   ({m.at}).\n"


def corrected_header(text, found):
    def corrected(match):
        kind = match[2] or ""
        function = FUNCTION.search(text, match.end())
        labels = "" if not kind else "hard" if kind == ", label 0 or 1" else "soft"
        is_array = function[0].startswith("void")
        return witness_line(
            worst([m for m in found
                   if (m.type, m.name, m.labels) == (match[1], function[1], labels)
                   and (m.arity == 3) == (kind == ", pos_weight") and (m.is_fast or not is_array)]), kind)
    return WITNESS.sub(corrected, text)


def main():
    found = all_floats() + random_arguments()
    state = 0
    for path in [ROOT / "README.md", *sorted((ROOT / "include/xent").glob("*.hpp"))]:
        text = path.read_text()
        new = (corrected_readme if path.suffix == ".md" else corrected_header)(text, found)
        if new == text:
            continue
        if "--write" in sys.argv[1:]:
            path.write_text(new)
            continue
        state = 1
        for old_line, new_line in zip(text.split("\n"), new.split("\n")):
            if old_line != new_line:
                print(f"{path.name}:     {old_line}\nmeasured are: {new_line}")
    return state


if __name__ == "__main__":
    sys.exit(main())
