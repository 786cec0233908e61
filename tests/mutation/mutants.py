"""The list of mutants, by the definition that each of them changes.

    in exp_by_polynomial::scaled_of_minus

    == what is wrong with it
    by golden specials
    -sum = base::fma($a, -P::log2_e, to_exponent + real{0.5})
    +sum = base::fma($a, -P::log2_e, to_exponent)

`in` names a function, a class, a variable, a macro or the like, with as much of its namespaces and
classes as tells it from others; or the end of a header's path. `by` names the CTest tests most
likely to notice, the quickest first. What stands behind `-` occurs once in the definition, or
`-[2]` says which occurrence is meant; spaces, line breaks and comments do not matter, and `$a` is
any one name, the same everywhere in the mutant. What stands behind `+` replaces it; without a `+`
it is left out.

Run by itself: can all of them still be made?
"""

import dataclasses
import pathlib
import re
import sys

from headers import Headers, tokens_of


@dataclasses.dataclass
class Mutant:
    anchor: str
    name: str
    likely: list = dataclasses.field(default_factory=list)
    old: str = ""
    new: str = ""
    # Where it is made: a header below include/xent, and the part of its text that changes.
    header: pathlib.Path = None
    begin: int = 0
    end: int = 0
    before: str = ""
    after: str = ""

    def make(self, headers):
        """Finds where. Says what is wrong, if anything."""
        marked = re.match(r"\[(\d+)\] ", self.old)
        pattern = [token for token, _, _ in tokens_of(self.old[marked.end():] if marked else self.old)]
        try:
            places = headers.find(self.anchor)
        except LookupError as error:
            return str(error)
        matches = [(header, i, names) for header, first, last in places
                   for i in range(first, last - len(pattern) + 1)
                   if (names := names_in(pattern, header.tokens[i:i + len(pattern)])) is not None]
        chosen = int(marked.group(1)) if marked else 1
        if not pattern or len(matches) < chosen or (len(matches) > 1 and not marked):
            return f"its text occurs {len(matches) if pattern else 0} times in {self.anchor}"
        header, first, names = matches[chosen - 1]
        self.header = header.path.relative_to(headers.folder)
        self.begin, self.end = header.places[first][1], header.places[first + len(pattern) - 1][2]
        self.before = header.text[self.begin:self.end]
        self.after = re.sub(r"\$\w+", lambda m: names.get(m.group(), m.group()), self.new)
        if "$" in self.after or tokens_of(self.before) == tokens_of(self.after):
            return f"it puts {self.after} in place of {self.before}"
        return None

    def applied(self, text):
        if text[self.begin:self.end] != self.before:
            sys.exit(f"{self.header} is not what it was")
        return text[:self.begin] + self.after + text[self.end:]


def names_in(pattern, tokens):
    """What each $name stands for where the tokens are of the pattern; else None."""
    names = {}
    for wanted, token in zip(pattern, tokens):
        if wanted[0] == "$" and re.match(r"[A-Za-z_]", token):
            wanted = names.setdefault(wanted, token)
        if wanted != token:
            return None
    return names


def parsed(text):
    """The first lines, up to the first `in`, are for readers."""
    mutants, anchor = [], None
    for line in text.splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "in":
            anchor = rest
        elif mark == "==":
            mutants.append(Mutant(anchor, rest))
        elif mark == "by":
            mutants[-1].likely = rest.split()
        elif line[:1] == "-":
            mutants[-1].old += line[1:] + "\n"
        elif line[:1] == "+":
            mutants[-1].new += ("\n" if mutants[-1].new else "") + line[1:]
        elif line and anchor:
            sys.exit(f"what is this? {line}")
    return mutants


def read_mutants(path, headers):
    mutants = parsed(path.read_text())
    errors = [f"{mutant.name}: {error}" for mutant in mutants if (error := mutant.make(headers))]
    names = [mutant.name for mutant in mutants]
    errors += [f"{name}: twice" for name in sorted(set(names)) if names.count(name) > 1]
    errors += [f"{mutant.name}: by no test" for mutant in mutants if not mutant.likely]
    if errors:
        sys.exit("\n".join(errors))
    return mutants


def all_mutants():
    here = pathlib.Path(__file__).resolve().parent
    return read_mutants(here / "mutants.txt", Headers(here.parents[1] / "include/xent"))


if __name__ == "__main__":
    print(f"{len(all_mutants())} mutants")
