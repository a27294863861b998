"""Slips with quotes: one that ends before the text does, one that is never closed."""

from __future__ import annotations

import re

from mkdocs_plans.source.slip import KEY_LINE, Lines, Slip, is_key
from mkdocs_plans.yaml import quote

_ITEM = re.compile(r"(?P<before>[ \t]*(?:-[ \t]+)+)(?P<value>[\"'].*?)[ \t]*")
_SHORTENED = re.compile(r"'(?:tis|twas|em|cause|round|til|n|\d\d)s?\b(?!')", re.IGNORECASE)
"""Words that begin with an apostrophe."""


def wrong_quotes(lines: Lines, number: int) -> Slip | None:
    """A text in quotes that YAML ends too early, or not at all; the first down to this line."""
    for at in range(number):
        if (found := _value(lines[at])) and not _closing(found["value"]) and _swallows(lines, at, number):
            return _unclosed(lines, at, found)
    found = _value(lines[number])
    if found is None:
        return None
    return _ends_early(number, found) if _closing(found["value"]) else _unclosed(lines, number, found)


def _value(line: str) -> re.Match[str] | None:
    found = KEY_LINE.fullmatch(line) or _ITEM.fullmatch(line)
    return found if found and found["value"][0] in "\"'" else None


def _closing(value: str) -> int:
    """Where the text's first quote is closed; 0 where it isn't."""
    escape = r"(?:[^\"\\]|\\.)*\"" if value[0] == '"' else r"(?:[^']|'')*'(?!')"
    found = re.match(value[0] + escape, value)
    return found.end() if found else 0


def _swallows(lines: Lines, opened: int, number: int) -> bool:
    """Whether a quote that a line opens takes in lines down to this one that begin with keys."""
    return any(is_key(lines[at]) for at in range(opened + 1, number + 1))


def _ends_early(number: int, found: re.Match[str]) -> Slip | None:
    value, mark = found["value"], found["value"][0]
    end = _closing(value)
    if not (rest := value[end:]).strip() or re.match(r"\s+#", rest):
        return None
    is_around = value.endswith(mark) and (value.count(mark) % 2 == 1 or _opens(value, end - 1))
    text = value[1:-1] if is_around else value
    message = "the quote that opens this text is closed here, before the text ends"
    hint = f"put other quotes around the whole text: `{quote(text)}`"
    at = found.start("value") + end - 1
    written = ((number, found.string[: found.start("value")] + quote(text)),)
    return Slip(number, at, at + 1, message, hint, written, is_sure=not re.search(r"\s#", rest))


def _opens(value: str, at: int) -> bool:
    """Whether a quote stands as one that opens: a space before it, none after it."""
    return value[at - 1 : at].isspace() and not value[at + 1 : at + 2].isspace()


def _unclosed(lines: Lines, number: int, found: re.Match[str]) -> Slip:
    value, start = found["value"], found.start("value")
    is_apostrophe = _SHORTENED.match(value) is not None
    text = value if is_apostrophe else value[1:]
    message = "a quote is opened and never closed"
    hint = f"close it: write `{quote(text)}`"
    if value[0] == "'" and not is_apostrophe:
        hint += f", or `{quote(value)}` if the text begins with an apostrophe"
    goes_on = number + 1 < len(lines) and lines[number + 1].strip() and not is_key(lines[number + 1])
    is_sure = not goes_on and "#" not in value and (is_apostrophe or value.count('"') == 1)
    written = ((number, found.string[:start] + quote(text)),)
    return Slip(number, start, start + 1, message, hint, written, is_sure=is_sure)
