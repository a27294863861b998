"""What stands in the text below a front matter: its headings, and its prose without code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+\1(?!`)")
_FOLD = re.compile(
    r"(?P<before>[ \t>]*)(?P<sign>\?{3}\+?)(?=[^?])"
    r"(?:[ \t]*[\w-]+(?:[ \t]+[\w-]+)*)?(?:[ \t]*(?P<title>\".*\"))?"
)
"""The first line of a block of `pymdownx.details`."""
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


def without_folds(body: str) -> str:
    """The same text with spaces in the place of each `???` or `???+` that begins a block which can be folded:
    a word or a title in quotes follows, and the block is indented.
    """
    if "???" not in body:
        return body
    lines = body.split("\n")
    below = ""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        found = _FOLD.fullmatch(line.rstrip())
        if found and (found["title"] or _indent(below) > _indent(line)):
            lines[index] = found["before"] + " " * len(found["sign"]) + line[found.end("sign") :]
        below = line if line.strip(" \t>") else below
    return "\n".join(lines)


def _indent(line: str) -> int:
    """How far a line is indented, within a quotation as well."""
    bare = line.expandtabs(4)
    return len(bare) - len(bare.lstrip(" >"))


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


_BLOCK = re.compile(r"(?:[ \t]*\S[^\n]*(?:\n|$))+")
_NO_PROSE = re.compile(
    r"(?: {4}|\t)|[ \t]*(?:[<|>{$:]|[!?=]{3}|!\[|[*+-][ \t]|[*_-]{3}|\[[^\]]+\]:|\d+[.)][ \t]|-{2}8<)"
)
"""How a block begins that is no paragraph: code, a table, a quotation, HTML, a list, an extension's."""
_ASIDE = re.compile(r"<[^<>]+>|\[\^[^\]]+\]|\{:?[ ]*[.#][^{}]*\}")
"""What stands in a paragraph and isn't read: a tag or a comment, the mark of a footnote, attributes."""


def first_paragraph(body: str) -> str:
    """The first paragraph of prose, as inline Markdown in one line; empty where there is none. One that leads
    to a list, with a colon at its end, says too little without it.
    """
    for block in _BLOCK.finditer(without_comments(without_code(body))):
        lines = body[block.start() : block.end()].splitlines()
        lines = [line for line in lines if not line.lstrip(" ").startswith("#")]
        is_heading = len(lines) > 1 and set(lines[1].strip()) in ({"="}, {"-"})
        if lines and not is_heading and not _NO_PROSE.match(lines[0]):
            text = _ASIDE.sub("", " ".join(line.strip() for line in lines)).strip()
            if text and not text.endswith(":"):
                return text
    return ""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
