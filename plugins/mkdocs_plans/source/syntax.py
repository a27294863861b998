"""What libyaml stumbles over, in words for someone who doesn't know YAML, with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plans.findings import Finding
from mkdocs_plans.yaml_text import span_of

Said = tuple[str, str]
"""A message and its hint."""

_TAB = "a tab can't stand here", "indent the line with spaces instead"
_MISALIGNED = (
    "this line doesn't fit the lines above it",
    "begin it exactly below the line that it belongs with",
)

_SYNTAX: tuple[tuple[str, Said], ...] = (
    ("\t", _TAB),
    ("tab character", _TAB),
    ("%", ("text can't begin with `%`", "write `percent`, or put quotes around the text")),
    ("@", ("text can't begin with `@`", "leave the `@` out: a handle is written without it")),
    ("`", ("text can't begin with a backtick", "put quotes around the text")),
    (
        "mapping values are not allowed",
        ("a second `: ` in one line", "put quotes around text that holds a colon"),
    ),
    ("could not find expected ':'", ("a key without its colon", "write `key: value`")),
    ("undefined alias", ("text can't begin with `*`", "put quotes around the text")),
    ("expected alphabetic", ("text can't begin with `*` or `&`", "put quotes around the text")),
    ("expected <block end>", _MISALIGNED),
    ("did not find expected key", _MISALIGNED),
    ("expected '-' indicator", _MISALIGNED),
    ("unexpected end of stream", ("a quote is opened and never closed", "close it")),
    (
        "did not find expected ',' or '",
        ("a bracket is opened and not closed, or lacks a comma", "close it with `]` or `}`"),
    ),
)
"""What libyaml says, and what it means."""

_BULLET = re.compile(r"\s*(?:- +)*(?:-(?=\w)|[•·‣▪◦–—]\s*|[*+]\s+)(?P<rest>\S.*)")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[a-z_]+):(?P<rest>[^\s/:].*)")
_OF_LINE = ("':'", "'-' indicator", "mapping values", "<block end>", "expected key", "alphabetic")
"""What libyaml says where a line begins otherwise than it should, be it this line or the one above it."""


def syntax_finding(path: str, text: str, start: int, problem: str) -> Finding:
    """The finding for what libyaml says of the character at `start`."""
    if "cannot start any token" in problem:
        problem = text[start]
    line_start = text.rfind("\n", 0, start) + 1
    if any(sign in problem for sign in _OF_LINE):
        for at in _lines_from(text, line_start):
            line = text[at:].split("\n", 1)[0]
            if slip := slip_in(line):
                span = span_of(text, at + len(line) - len(line.lstrip()), at + len(line))
                return Finding("invalid-front-matter", slip[0], path, span, slip[1])
    message, hint = _said(text, line_start, start, problem)
    return Finding("invalid-front-matter", message, path, span_of(text, start, start + 1), hint)


def _lines_from(text: str, line_start: int) -> Iterator[int]:
    """Where a line begins, and the one above it if that is indented less."""
    yield line_start
    above = text.rfind("\n", 0, max(0, line_start - 1)) + 1
    if _indentation(text, above) < _indentation(text, line_start):
        yield above


def _indentation(text: str, line_start: int) -> int:
    return len(text[line_start:]) - len(text[line_start:].lstrip(" "))


def slip_in(line: str) -> Said | None:
    """What is wrong with how a line begins: a bullet that YAML doesn't know, or no space after the colon."""
    if bullet := _BULLET.fullmatch(line):
        key = re.match(r"[\w-]+:(?=\s)", bullet["rest"])
        shown = f"- {key[0]} …" if key else "- …"
        return "a list item doesn't begin like this", f"write `{shown}`: a hyphen, then a space"
    if colon := _NO_SPACE.fullmatch(line):
        hint = f"put a space after the colon: `{colon['key']}: {colon['rest'].rstrip()}`"
        return "a colon with no space after it", hint
    return None


def _said(text: str, line_start: int, start: int, problem: str) -> Said:
    before, after = text[line_start:start], text[start:].split("\n", 1)[0]
    if "mapping values" in problem and re.fullmatch(r"\s+[\w-]+", before):
        return _MISALIGNED  # the line's own colon: its indentation is what is wrong
    if "expected ',' or '" in problem and after.startswith(": "):
        return _colon_in_brackets(before, after)
    unknown = f"this isn't YAML: {problem}", "put quotes around text with unusual signs"
    return next((said for sign, said in _SYNTAX if sign in problem), unknown)


def _colon_in_brackets(before: str, after: str) -> Said:
    """A text with a colon in it, or two fields with no comma between them."""
    whole = re.split(r"[\[{,]", before)[-1] + re.split(r"[]},]", after)[0]
    key, _, rest = whole.strip().partition(": ")
    hint = f'put quotes around the text, as `{key}: "{rest.strip("“”„«» ")}"`'
    between = "" if " " not in before.rpartition(": ")[2] else ", or a comma between two fields"
    return "a second `: ` in one field", hint + between
