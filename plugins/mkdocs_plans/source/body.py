"""What stands in the text below a front matter: its headings, and its prose without code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+\1(?!`)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")


def without_code(body: str) -> str:
    """The same text with spaces where it has code: what is left stands where it stood."""
    if "`" not in body and "~~~" not in body:
        return body
    fence = ""
    lines = []
    for line in body.split("\n"):
        found = _FENCE.match(line)
        in_code = bool(fence or found)
        lines.append(" " * len(line) if in_code else _CODE.sub(_blank, line))
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
    return "\n".join(lines)


def without_comments(body: str) -> str:
    """The same text with spaces where it has comments, likewise."""
    pieces = []
    end = 0
    while (start := body.find("<!--", end)) >= 0 and (close := body.find("-->", start)) >= 0:
        pieces += [body[end:start], re.sub(r"[^\n]", " ", body[start : close + 3])]
        end = close + 3
    return "".join([*pieces, body[end:]])


def headings(body: str) -> Iterator[str]:
    """The texts of the headings, of any level, without their marks; none of those in code or in a
    comment.
    """
    lines = without_comments(without_code(body)).split("\n")
    for line, below in pairwise([*lines, ""]):
        marked = line.lstrip(" ").startswith("#")
        underlined = line.strip() and (set(below.strip()) in ({"="}, {"-"}))
        if marked or underlined:
            yield _ATTRIBUTES.sub("", line.strip(" \t#")).strip(" \t#*_")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
