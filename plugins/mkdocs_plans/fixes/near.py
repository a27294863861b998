"""Which word was meant by a misspelt one, where only one can have been meant.

`findings.misspelt` finds what to *suggest*: a slip of the pen is one edit, or one in four letters.
What is written into a file without asking has to be surer: no other word within that distance, and
the two differ in spelling alone, not as `inactive` and `active`, `hire` and `fire`, or `q1` and `q2` do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_NUMBER = re.compile(r"\d+|\b[ivx]+\b")
"""Digits and Roman numerals: another number is another thing, not a slip."""


def slip_for(word: str, choices: Iterable[str]) -> str | None:
    """Find the one choice that `word` is a slip of the pen for; None where that isn't certain.

    Case and the sign between words don't count. Each word may have two neighbouring letters swapped,
    one too many, one missing, or one wrong that isn't the first; short words less.
    """
    plain = {choice: _plain(choice) for choice in choices}
    said = _plain(word)
    same = [choice for choice, spelling in plain.items() if spelling == said]
    near = same or _within_reach(said, plain)
    return near[0] if len(near) == 1 and _is_slip(said, plain[near[0]]) else None


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """A word in lower case, its parts joined by hyphens. The same ids are asked for again and again."""
    return re.sub(r"[_\s]+", "-", word.strip().lower())


def _within_reach(said: str, plain: dict[str, str]) -> list[str]:
    """The choices within one edit, or one in four letters."""
    from rapidfuzz import process  # noqa: PLC0415 - only a run with errors pays for it
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - as above

    scorer, reach = DamerauLevenshtein.distance, max(1, len(said) // 4)
    found = process.extract(said, plain, scorer=scorer, score_cutoff=reach, limit=None)
    return [choice for _, _, choice in found]


def _is_slip(said: str, meant: str) -> bool:
    """Whether two spellings are of one id: the same numbers, and word by word no more than a slip."""
    words, meant_words = said.split("-"), meant.split("-")
    if _NUMBER.findall(said) != _NUMBER.findall(meant):
        return False
    if "".join(words) == "".join(meant_words):
        return True
    return len(words) == len(meant_words) and all(
        word == other or _is_slip_in_word(word, other) for word, other in zip(words, meant_words, strict=True)
    )


def _is_slip_in_word(said: str, meant: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - as above

    if DamerauLevenshtein.distance(said, meant, score_cutoff=1) != 1:
        return False
    if len(said) != len(meant):
        return max(len(said), len(meant)) >= 4
    if sorted(said) == sorted(meant):
        return len(said) >= 3
    return len(said) >= 5 and said[0] == meant[0]
