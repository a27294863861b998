"""The YAML that most front matter is made of, read a line at a time, which takes half of libyaml's time.

A line holds a key, an item of a list or both, with its value: a plain text, one in quotes without escapes,
or texts in brackets or braces. Any other text is libyaml's to read as a whole, and so is one of which
something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
    rf"""(?P<indent>[ ]*+)(?P<dash>-[ ]++)?+(?:(?P<key>{_KEY}):(?:[ ]++|(?=\n)))?+
    (?: (?P<text>{_TEXT}) | "(?P<double>[ !#-\[\]-~{_BEYOND}]*+)" | '(?P<single>[ -&(-~{_BEYOND}]*+)'
      | \[[ ]*+(?P<list>{_FLOW}(?:,[ ]*+{_FLOW})*+)\] | {{[ ]*+(?P<pairs>{_PAIR}(?:,[ ]*+{_PAIR})*+)}} )?+
    [ ]*+\n""",
    re.VERBOSE,
)


_INDENT, _KEY_ALONE, _TEXT_AT = (_LINE.groupindex[name] for name in ("indent", "key", "text"))
_NOT_PLAIN = object()


def read_plain(text: str) -> dict[str, Value] | None:
    """Read a mapping as libyaml reads it; None of a text that isn't plain throughout."""
    top: dict[str, Value] = {}
    holder: Any = top  # what the line before stands in; it begins in that column
    column, above, waiting, end = 0, list[tuple[int, Any]](), "", 0
    while found := _LINE.match(text, end):
        end, kind = found.end(), found.lastindex or 0
        if kind == _INDENT:
            continue  # an empty line
        indent, dash, key = found.group(1, 2, 3)
        here, is_item = len(indent), dash is not None
        if waiting:  # for what stands below it
            if here > column or (is_item and here == column):
                above.append((column, holder))
                below: Any = [] if is_item else {}
                holder[waiting] = below
                column, holder = here, below
            waiting = ""
        while above and (here < column or (here == column and (type(holder) is list) is not is_item)):
            column, holder = above.pop()
        if here != column or (type(holder) is list) is not is_item or len(above) > MAX_LEVELS:
            return None
        if is_item and key:
            above.append((column, holder))
            below = {}
            holder.append(below)
            column, holder = here + len(dash), below
        value = None if kind == _KEY_ALONE else _value(kind, found[kind])
        if value is _NOT_PLAIN or (key is None and not is_item) or (key and key in holder):
            return None
        if key:
            holder[key] = value
            waiting = key if kind == _KEY_ALONE else ""
        else:
            holder.append(value)
    return top if end == len(text) else None


def _value(kind: int, written: str) -> Any:
    """What one line says behind its key or its hyphen."""
    if kind == _TEXT_AT:
        text = written.rstrip(" ")
        return None if text in NULLS else text
    return _IN_BRACKETS[kind](written) if kind in _IN_BRACKETS else written


def _texts(written: str) -> Any:
    return [_value(_TEXT_AT, one.lstrip(" ")) for one in written.split(",")]


def _pairs(written: str) -> Any:
    pairs = [one.partition(":")[::2] for one in written.split(",")]
    read = {key.strip(" "): _value(_TEXT_AT, text.lstrip(" ")) for key, text in pairs}
    return read if len(read) == len(pairs) else _NOT_PLAIN


_IN_BRACKETS: Mapping[int, Callable[[str], Any]] = {
    _LINE.groupindex["dash"]: lambda _: _NOT_PLAIN,
    _LINE.groupindex["list"]: _texts,
    _LINE.groupindex["pairs"]: _pairs,
}
