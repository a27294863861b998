"""Which word was meant by one that isn't known: what to suggest, and what is certain enough to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

FEW = 6
"""How many names a hint may list. Our convention."""

NO_NAMES: Mapping[str, str] = {}

_NUMBER = re.compile(r"\d+|\b[ivx]+\b")
"""Digits and Roman numerals: another number is another thing, not a slip."""


def find_near(word: str, choices: Iterable[str], cutoff: float = 65) -> str | None:
    """Find the choice that a writer of `word` most likely meant; None where nothing is near.

    Nearness is rapidfuzz's `ratio` (Indel similarity, 0 to 100), so that a shortened id finds the
    whole one. The cutoff is our convention.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a run with errors pays for the import

    found = process.extractOne(word.lower(), sorted(set(choices)), scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else None


def find_slip(word: str, choices: Iterable[str]) -> str | None:
    """Find the choice that `word` is a slip of the pen for: one edit, or one in four letters.

    An edit is an insertion, deletion, substitution or swap of neighbours (Damerau–Levenshtein).
    """
    from rapidfuzz import process  # noqa: PLC0415 - as above
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - as above

    found = process.extractOne(
        word.lower().replace("-", "_"),
        sorted(set(choices)),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=max(1, len(word) // 4),
    )
    return found[0] if found else None


def did_you_mean(word: str, choices: Iterable[str], names: Mapping[str, str] = NO_NAMES) -> str:
    """The hint for a word that is none of `choices`: `did you mean "x"?`, or nothing. `names` gives the
    choices by what else they are called.
    """
    called = {name.lower(): choice for name, choice in names.items()} | {each: each for each in choices}
    match = find_near(word, called)
    return f'did you mean "{called[match]}"?' if match else ""


def suggest(word: str, choices: Iterable[str], otherwise: str, names: Mapping[str, str] = NO_NAMES) -> str:
    """The hint for a word that is none of `choices`, in any case: the nearest one, all of them where
    they are few, else `otherwise`.
    """
    listed = sorted(choices)
    few = f"there are {', '.join(listed)}" if 1 < len(listed) <= FEW else ""
    only = f"there is only {listed[0]}" if len(listed) == 1 else ""
    return did_you_mean(word, listed, names) or few or only or otherwise


def find_certain_slip(word: str, choices: Iterable[str]) -> str | None:
    """Find the one choice that `word` is a slip of the pen for; None where that isn't certain.

    This is for what is written into a file without asking, so it is stricter than `find_slip`: no other
    choice is within that distance, and the two differ in spelling alone, not as `inactive` and `active`,
    `hire` and `fire`, or `q1` and `q2` do. Case and the sign between words don't count. Each word may have
    two neighbouring letters swapped, one too many, one missing, or one wrong that isn't the first; short
    words less.
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
    from rapidfuzz import process  # noqa: PLC0415 - as above
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
