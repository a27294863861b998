"""Changed files as a unified diff, which `git apply` and `patch -p1` take.

A line is what ends with a line feed: a carriage return before it, or any other sign, is part of the line.
"""

from __future__ import annotations

import re
from difflib import unified_diff


def emit(path: str, before: bytes, after: bytes) -> bytes:
    """Write how one file changes. `path` is relative to where the diff will be applied."""
    lines = unified_diff(_lines(before), _lines(after), _name(f"a/{path}"), _name(f"b/{path}"))
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}" for line in lines).encode(
        "utf-8", "surrogateescape"
    )


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
