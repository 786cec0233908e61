"""What sweep and search measured: all_floats.txt and random_arguments.txt, beside this file."""

import dataclasses
import pathlib
import re
import struct

HERE = pathlib.Path(__file__).resolve().parent
WAY = r"(?P<way>scalar|(?:fast|exact) \w+)"
SWEPT = re.compile(rf"(?P<name>\w+)\((?P<rest>.*?)\) +{WAY} +(?P<count>\d+) +(?P<error>[\d.]+) (?P<at>.{{8}})")
SEARCHED = re.compile(rf"(?P<type>\w+) (?P<name>\w+)\((?P<rest>.*?)\)(?: (?P<labels>hard|soft))? +{WAY} +"
                      r"(?P<count>\d+) +(?P<error>[\d.]+) .* (?P<at>[\da-f,]+)")

ALL_FLOATS, RANDOM_ARGUMENTS = HERE / "all_floats.txt", HERE / "random_arguments.txt"
TABLES = ((ALL_FLOATS, SWEPT), (RANDOM_ARGUMENTS, SEARCHED))


@dataclasses.dataclass
class Measured:
    """The worst error of a function in one way to call it. labels: "", "hard" or "soft"."""
    type: str
    name: str
    arity: int
    labels: str
    way: str
    error: float
    at: str

    @property
    def is_fast(self):
        return self.way.startswith("fast")

    @property
    def is_plain(self):
        """Without fused multiply-add."""
        return self.way.endswith("baseline")


def without_zeros(text):
    return re.sub(r"\.?0*p", "p", text) if "." in text else text


def hex_number(bits, type_):
    code, size = ("f", 8) if type_ == "float" else ("d", 16)
    text = struct.unpack(">" + code, bytes.fromhex(bits.rjust(size, "0")))[0].hex()
    return without_zeros(text)


def all_floats():
    """Every float as the first argument; the label, where there is one, is written in the name."""
    found = []
    for line in ALL_FLOATS.read_text().splitlines():
        row = SWEPT.match(line)
        if not row:
            continue
        if int(row["count"]) and not row["way"].startswith("fast"):
            raise ValueError(f"not correctly rounded: {line}")
        labels = row["rest"].split(", ")[1:]
        at = [hex_number(row["at"], "float")] if row["at"].strip() else ["anywhere"]
        at += [without_zeros(float(label).hex()) for label in labels]
        found.append(Measured("float", row["name"], 1 + len(labels), "hard" if labels else "",
                              row["way"], float(row["error"]), ", ".join(at)))
    return found


def random_arguments():
    found = []
    for line in RANDOM_ARGUMENTS.read_text().splitlines():
        row = SEARCHED.match(line)
        if row:
            at = ", ".join(hex_number(bits, row["type"]) for bits in row["at"].split(","))
            found.append(Measured(row["type"], row["name"], 1 + row["rest"].count(","),
                                  row["labels"] or "", row["way"], float(row["error"]), at))
    return found
