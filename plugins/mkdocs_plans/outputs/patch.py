"""Changed files as a unified diff, which `git apply` and `patch -p1` take.

A line is what ends with a line feed: a carriage return before it, or any other sign, is part of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, unified_diff
from itertools import zip_longest


def emit(path: str, before: bytes | None, after: bytes, old_path: str | None = None) -> bytes:
    """Write how one file changes; `before` is None for a new one, `old_path` where one was that moves.
    Both paths are relative to where the diff will be applied.
    """
    names = "/dev/null" if before is None else _name(f"a/{old_path or path}"), _name(f"b/{path}")
    lines = unified_diff(_lines(before or b""), _lines(after), *names)
    text = "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}" for line in lines)
    head = _move(old_path, path) if old_path else ""
    return (head + text).encode("utf-8", "surrogateescape")


def changed_lines(before: bytes | None, after: bytes) -> Iterator[tuple[int, str | None, str | None]]:
    """Give each line that a change of a file writes anew, by its number in the file as it was: what it was,
    and what it is; None for a line that wasn't there, or is no more.
    """
    old, new = ((data or b"").decode("utf-8").replace("\r\n", "\n").split("\n") for data in (before, after))
    for first, last, start, end in _changed_blocks(old, new):
        pairs = zip_longest(old[first:last], new[start:end])
        yield from ((first + number, *pair) for number, pair in enumerate(pairs, 1) if pair[0] != pair[1])


MOST_MATCHED = 1_000
"""How many lines are matched with each other; matching takes time in proportion to its square."""


def _changed_blocks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Give the lines from and to which each change reaches, in what was and in what is. In more lines than
    can be matched it is one change, whose lines stand one beside the other.
    """
    start = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        start = min(len(old), len(new))
    rest = min(len(old), len(new)) - start
    same = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    last, end = len(old) - same, len(new) - same
    if max(last, end) - start > MOST_MATCHED:
        yield start, last, start, end
        return
    matcher = SequenceMatcher(None, old[start:last], new[start:end], autojunk=False)
    for tag, *places in matcher.get_opcodes():
        if tag != "equal":
            first, stop, begin, until = (start + place for place in places)
            yield first, stop, begin, until


def _move(old_path: str, path: str) -> str:
    """What git writes above the changes of a file that moves."""
    old, new = (_name(name).rstrip("\t") for name in (f"a/{old_path}", f"b/{path}"))
    was, becomes = (_name(name).rstrip("\t") for name in (old_path, path))
    return f"diff --git {old} {new}\nrename from {was}\nrename to {becomes}\n"


_NO_NEWLINE = "\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    lines = data.decode("utf-8").split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *filter(None, lines[-1:])]


def _name(path: str) -> str:
    """A file's name as git writes it: in quotes where it holds signs that would end it, and followed by
    a tab where it holds a space.
    """
    if not _SPECIAL.search(path):
        return path + "\t" * (" " in path)
    return f'"{_SPECIAL.sub(_escaped, path)}"'


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}" if sign[0] in '"\\' else f"\\{ord(sign[0]):03o}"


_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
