"""A slip in how a front matter is typed, and what the lines of one look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Lines = Sequence[str]
Rewritten = tuple[tuple[int, str], ...]
"""Lines by their 0-based number, each as it is written right."""

KEY_LINE = re.compile(
    r"(?P<before>[ \t]*(?:-[ \t]+)*)(?P<key>[\w-]+)(?P<colon>[ \t]*:[ \t]+)(?P<value>\S.*?)[ \t]*"
)
"""A line `key: value`, within list items or not."""

_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*[\w-]+[ \t]*:(?:\s|$)")


_NUMBER = re.compile(r"(?P<sign>[>|*&!?%@`=-]+) ?(?P<number>[+-]?\d[\d.,' ]*)(?<=\d)(?P<percent> ?%)?[`\s]*")
"""A number behind a sign that no value of YAML's can begin with."""


def describe_number_slip(value: str) -> tuple[str, str] | None:
    """A message and a hint for a number that begins with a sign of YAML's; None for another value."""
    found = _NUMBER.fullmatch(value.partition(" #")[0].strip())
    if found is None:
        return None
    sign, number = found["sign"], found["number"]
    hint = f"write the number alone: {number}"
    if sign.startswith(">"):
        hint += "; to stay on that side, add `keep: at least`"
    elif sign == "-":
        hint = f"write -{number}, with no space after the minus sign"
    elif found["percent"] or sign == "%":
        hint += ", and `unit: percent`"
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return f"a number can't begin with {shown}", hint


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in a line (0-based), between two columns (0-based), and what to do about it.

    `rewritten` lets YAML read on; it is what the author meant if `is_sure`, and all of `fields` (keys
    that it takes for ours) are, or `text_of` is a field that holds text.
    """

    line: int
    start: int
    end: int
    message: str
    hint: str
    rewritten: Rewritten = ()
    is_sure: bool = False
    fields: tuple[str, ...] = ()
    text_of: str = ""


def whole_line(lines: Lines, number: int) -> tuple[int, int]:
    """Where what a line says begins and ends."""
    line = lines[number]
    return indentation(line), max(indentation(line) + 1, len(line.rstrip()))


def indentation(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def is_key(line: str) -> bool:
    """Whether a line begins with a key, within list items or not."""
    return _KEY.match(line) is not None


def below(lines: Lines, number: int) -> Iterator[int]:
    """Give the lines that belong to a line, as they are indented further."""
    own = indentation(lines[number])
    for other in range(number + 1, len(lines)):
        if lines[other].strip() and indentation(lines[other]) <= own:
            return
        if lines[other].strip():
            yield other


def above(lines: Lines, number: int) -> int | None:
    """Find the nearest line above that says anything."""
    return next((other for other in range(number - 1, -1, -1) if lines[other].strip()), None)
