#!/usr/bin/env python3
"""Runs a sweep or a search of a part of the arguments, and ends with 1 where that does or where an
error is larger than the one that is committed of the whole: then the kernel has changed.

usage: no_worse.py PROGRAM ARGUMENT...
"""

import math
import subprocess
import sys

from measured import TABLES


def errors(text):
    """By function and way."""
    rows = (row for _, pattern in TABLES for row in map(pattern.match, text.splitlines()) if row)
    return {" ".join(row[0][:row.start("count")].split()): float(row["error"]) for row in rows}


def main():
    done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, end="")
    known = errors("".join(path.read_text() for path, _ in TABLES))
    found = errors(done.stdout)
    worse = [key for key, error in found.items() if error > known.get(key, math.inf)]
    for key in worse:
        print(f"{key}: {found[key]} ulp, but of all arguments the worst is committed as {known[key]}")
    return 1 if done.returncode or worse or not found else 0


if __name__ == "__main__":
    sys.exit(main())
