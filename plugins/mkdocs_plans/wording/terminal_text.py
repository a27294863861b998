"""A text of the plan → what a terminal shows, and doesn't act on."""

from __future__ import annotations

import unicodedata

_DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2068\u2069"))


def printable(text: str) -> str:
    """Replace what a terminal would act on: control characters and what overrides the direction of text.
    The marks and isolates by which we hold numbers together from right to left are left out.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = text.translate(_DIRECTIONS)
    return "".join(" " if sign == "\t" else sign if _is_plain(sign) else "\ufffd" for sign in kept)


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} or sign == "\u200d"


_NO_WIDTH = {"Mn", "Me", "Cf"}


def width(text: str) -> int:
    """Columns on a terminal: wide East Asian characters take two, combining marks none."""
    wide = sum(unicodedata.east_asian_width(sign) in {"W", "F"} for sign in text)
    return len(text) + wide - sum(unicodedata.category(sign) in _NO_WIDTH for sign in text)
