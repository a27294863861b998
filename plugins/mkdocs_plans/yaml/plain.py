"""The YAML that most front matter is made of, read a line at a time, which takes half of libyaml's time.

A line holds a key, an item of a list or both, with its value: a plain text, one in quotes without escapes,
or texts in brackets or braces. Any other text is libyaml's to read as a whole, and so is one of which
something is wrong.
"""

from __future__ import annotations

import re
from typing import Any

Value = str | None | list["Value"] | dict[str, "Value"]
"""What a YAML value is to us: text, nothing, a list, or a mapping."""

MAX_LEVELS = 20
"""How deep a plain text may nest: libyaml says of others what is wrong."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""The texts without quotes that stand for nothing."""

# What can be printed beyond ASCII, but for what ends a line.
_BEYOND = r"\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
# What a text may begin with, and may hold in brackets: signs that mean nothing to YAML.
_WORD = rf"A-Za-z0-9_.()/+$<=^;~\\{_BEYOND}"
# Nothing that is matched is given back (`++`, `*+`), so that a line takes time in proportion to its length.
_TEXT = rf"(?:[{_WORD}]|-(?=[0-9]))(?:[ !\"$-9;-~{_BEYOND}]++|:(?=[^ \n])|(?<=[^ ])\#)*+"
_KEY = r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}+"
_FLOW = rf"[{_WORD}](?:[ {_WORD}-]++|:(?=/))*+"
_PAIR = rf"{_KEY}:[ ]++{_FLOW}"
_LINE = re.compile(
    rf"""^([ ]*+)(-[ ]++)?+(?:({_KEY}):(?:[ ]++|(?=\n)))?+
    ( {_TEXT} | "[ !#-\[\]-~{_BEYOND}]*+" | '[ -&(-~{_BEYOND}]*+'
      | \[[ ]*+{_FLOW}(?:,[ ]*+{_FLOW})*+\] | {{[ ]*+{_PAIR}(?:,[ ]*+{_PAIR})*+}} )?+
    [ ]*+\n""",
    re.VERBOSE | re.MULTILINE,
)
"""A line: what it is indented by, its hyphen, its key, and its value as it is written."""

_NOT_PLAIN = object()


def read_plain(text: str) -> dict[str, Value] | None:
    """Read a mapping as libyaml reads it; None of a text that isn't plain throughout."""
    lines = _LINE.findall(text)  # all at once: a match for each line takes twice the time
    is_plain = len(lines) == text.count("\n") and text[-1:] in {"", "\n"}
    top: dict[str, Value] = {}
    holder: Any = top  # what the line before stands in; it begins in that column
    column, above, waiting = 0, list[tuple[int, Any]](), ""
    for indent, dash, key, written in lines if is_plain else ():
        if not (dash or key or written):
            continue  # an empty line
        here = len(indent)
        if waiting:  # for what stands below it
            if here > column or (dash and here == column):
                above.append((column, holder))
                below: Any = [] if dash else {}
                holder[waiting] = below
                column, holder = here, below
            waiting = ""
        while above and (here < column or (here == column and (type(holder) is dict) is bool(dash))):
            column, holder = above.pop()
        if here != column or (type(holder) is dict) is bool(dash) or len(above) > MAX_LEVELS:
            return None
        if dash and key:
            above.append((column, holder))
            below = {}
            holder.append(below)
            column, holder = here + len(dash), below
        value = _inside(written) if written[:1] in _AROUND else _text(written)
        if value is _NOT_PLAIN or not (dash or key) or (key and key in holder):
            return None
        if key:
            holder[key] = value
            waiting = key * (not written)
        else:
            holder.append(value)
    return top if is_plain else None


_FIELD = re.compile(rf"^({_KEY}):", re.MULTILINE)


def plain_fields(text: str) -> dict[str | int, slice]:
    """Where each key of a plain text stands with all that is its: lines that are YAML by themselves."""
    found = [*_FIELD.finditer(text)]
    ends = [*(field.start() for field in found[1:]), len(text)]
    return {field[1]: slice(field.start(), end) for field, end in zip(found, ends, strict=True)}


_AROUND = frozenset("\"'[{")
"""What a value begins with that is in quotes, brackets or braces."""


def _inside(written: str) -> Any:
    """What quotes, brackets or braces hold."""
    first, inside = written[0], written[1:-1]
    if first == "[":
        return [_text(one.lstrip(" ")) for one in inside.split(",")]
    return _pairs(inside) if first == "{" else inside


def _text(written: str) -> str | None:
    text = written.rstrip(" ")
    return None if text in NULLS else text


def _pairs(written: str) -> Any:
    pairs = [one.partition(":")[::2] for one in written.split(",")]
    read = {key.strip(" "): _text(text.lstrip(" ")) for key, text in pairs}
    return read if len(read) == len(pairs) else _NOT_PLAIN
