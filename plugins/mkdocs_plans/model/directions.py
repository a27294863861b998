"""Marks that turn the direction of a text (embeddings, overrides, isolates of Unicode)."""

from __future__ import annotations

import re

_ENDS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def close_turns(text: str) -> str:
    """The text with each turn ended within it, and without an end that ends none: otherwise a title turns
    round the words that a page, a feed or a calendar has beside it.
    """
    if text.isascii() or not _MARKS.search(text):
        return text
    kept: list[str] = []
    awaited: list[str] = []
    for sign in text:
        if sign in _ENDS:
            awaited.append(_ENDS[sign])
        elif sign in _ENDS.values():
            if awaited[-1:] != [sign]:
                continue
            awaited.pop()
        kept.append(sign)
    return "".join([*kept, *reversed(awaited)])
