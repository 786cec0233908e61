"""The headers as tokens, and where in them what has a name is defined.

As much of C++ as that takes: comments are no tokens, brackets match, namespaces and classes have
members, and a declaration is of the last name before its first `(`, `=`, `{`, `[`, `:`, `,` or `;`.
Inline namespaces have no name.
"""

import re

TOKEN = re.compile(r"""
    (?P<space> \s | \\\n | //[^\n]* | /\*.*?\*/)
  | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'
  | \$?[A-Za-z_]\w* | \.?\d(?:[eEpP][+-]|'?\w|\.)*
  | :: | -> | << | \.\.\. | && | \|\| | \+\+ | -- | [-+*/%&|^=!<>]= | .
""", re.VERBOSE | re.DOTALL)
PAIRS = {"(": ")", "[": "]", "{": "}"}
# What is said of a declaration, perhaps with arguments, and no part of its name.
QUALIFIER = re.compile(r"alignas|explicit|requires|inline|XENT_\w+")
# Names with what they are members of, as words.
LAST_NAME = re.compile(r"\w\S*( ::( \w\S*)?)*$")


def tokens_of(text):
    """The text of each token, where it begins and where it ends."""
    return [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text) if not m.group("space")]


class Header:
    def __init__(self, path):
        self.path, self.text = path, path.read_text()
        self.places = tokens_of(self.text)
        self.tokens = [token for token, _, _ in self.places]
        self.closing = self.find_closing()
        # Full names, the first token of what they name, and the one after its last.
        self.definitions = []
        self.find_members([], 0, len(self.tokens))

    def find_closing(self):
        """For each opening bracket the token after the closing one."""
        closing, opened = {}, []
        for i, token in enumerate(self.tokens):
            if token in PAIRS:
                opened.append(i)
            elif opened and token == PAIRS[self.tokens[opened[-1]]]:
                closing[opened.pop()] = i + 1
        return closing

    def find_members(self, scope, i, end):
        while i < end:
            begin = i
            if self.tokens[i] == "#":
                name, i = self.directive(i)
            else:
                words, i = self.declarator(i, end)
                last = LAST_NAME.search(" ".join(words))
                name = scope + (last.group().replace("::", "").split() if last else [])
                i = self.end_of_declaration(name, words, i, end)
            self.definitions.append((name, begin, i))

    def directive(self, i):
        line = re.compile(r"(\\\n|[^\n])*").match(self.text, self.places[i][1])
        name = [self.tokens[i + 2]] if self.tokens[i + 1] == "define" else []
        while i < len(self.tokens) and self.places[i][1] < line.end():
            i += 1
        return name, i

    def declarator(self, i, end):
        """The words before what a declaration says of its name, and the token after them."""
        words = []
        while i < end:
            token, after = self.tokens[i], self.tokens[i + 1:i + 2]
            if token in ("public", "private", "protected"):
                i += 2
            elif token == "[" and after == ["["]:
                i = self.closing[i]
            elif QUALIFIER.fullmatch(token):
                i = self.closing[i + 1] if after == ["("] else i + 1
            elif token == "<":
                i = self.after_angles(i)
            elif token == "operator":
                parameters = self.tokens.index("(", i + 2)
                words.append("".join(self.tokens[i:parameters]))
                return words, parameters
            elif token in "(={[:,;":
                break
            else:
                words.append(token)
                i += 1
        return words, i

    def after_angles(self, i):
        depth = 0
        while True:
            depth += (self.tokens[i] == "<") - (self.tokens[i] == ">")
            i = self.closing.get(i, i + 1)
            if depth == 0:
                return i

    def end_of_declaration(self, name, words, i, end):
        is_namespace = "namespace" in words
        is_class = not is_namespace and "enum" not in words and bool({"class", "struct"} & set(words))
        has_body = is_namespace or (not is_class and self.tokens[i:i + 1] == ["("])
        while i < end and self.tokens[i] != ";":
            is_body = self.tokens[i] == "{"
            if is_body and (is_namespace or is_class):
                self.find_members(name, i + 1, self.closing[i] - 1)
            i = self.closing.get(i, i + 1)
            if is_body and has_body:
                return i
        return i + 1


class Headers:
    def __init__(self, folder):
        self.folder = folder
        self.all = [Header(path) for path in sorted(folder.rglob("*.hpp"))]

    def find(self, anchor):
        """The places of an anchor, as (header, first token, token after the last).

        An anchor is the end of a header's path, or the end of a full name: of one name alone, of
        which there may be overloads and specialisations. Members do not compete with their class.
        """
        if anchor.endswith(".hpp"):
            found = [(h, 0, len(h.tokens)) for h in self.all if str(h.path).endswith("/" + anchor)]
            names = {header.path for header, _, _ in found}
        else:
            parts = anchor.split("::")
            named = [(name, (header, begin, end)) for header in self.all
                     for name, begin, end in header.definitions if name[-len(parts):] == parts]
            names = {tuple(name) for name, _ in named}
            names = {name for name in names if not any(name[:k] in names for k in range(len(name)))}
            found = [place for name, place in named if tuple(name) in names]
        if len(names) != 1:
            raise LookupError(f"{len(names)} definitions of {anchor}")
        return found
