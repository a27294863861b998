"""How much of a text changed, in words, by section."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from mkdocs_plans.changes.change import WordCount
from mkdocs_plans.model import PlanFile
from mkdocs_plans.source import without_code

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_MARKS = "*_#>~`-+|=:"
"""Marks of Markdown: a word that is only laid out otherwise is the same word."""

MANY_WORDS = 3_000
"""From how many words on a section's words are counted instead of compared in their order."""


def changed_sections(before: PlanFile, now: PlanFile) -> tuple[WordCount, ...]:
    """Give how many words came and went in each section that changed."""
    if before.body == now.body:
        return ()
    was, is_now = (sections(one.body, one.title) for one in (before, now))
    counts = (
        WordCount(heading, *changed_words(was.get(heading, ()), is_now.get(heading, ())))
        for heading in dict.fromkeys((*is_now, *was))
    )
    return tuple(one for one in counts if one.added or one.removed)


@lru_cache(maxsize=1_000)  # a version of a file is compared with what was before and with what comes next
def sections(body: str, own_title: str) -> Mapping[str, Sequence[str]]:
    """Give the words of each section by its heading; those before the first, and those of a heading that
    is the title, stand under no name. A heading's own words count in its section.
    """
    found: dict[str, list[str]] = defaultdict(list)
    heading = ""
    masked = without_code(body).split("\n")
    lines = body.split("\n")
    for (line, below), whole in zip(pairwise([*masked, ""]), lines, strict=True):
        title = None if _heading(line, below) is None else _heading(whole, below)
        if title == own_title and not found:
            continue
        heading = heading if title is None else title
        if words := _words_of(whole):
            found[heading] += words
    return found


def _heading(line: str, below: str) -> str | None:
    """The text of a heading, marked or underlined; None for any other line."""
    if marked := _HEADING.match(line):
        return marked[1]
    return line.strip() if line.strip() and _UNDERLINE.match(below) else None


def _words_of(line: str) -> list[str]:
    return [word for word in (part.strip(_MARKS) for part in line.split()) if word]


def changed_words(before: Sequence[str], now: Sequence[str]) -> tuple[int, int]:
    """Count the words that came and those that went."""
    if max(len(before), len(now)) > MANY_WORDS:
        gone, new = Counter(before), Counter(now)
        return (new - gone).total(), (gone - new).total()
    same = _beginning(before, now)
    was, is_now = before[same:], now[same:]
    at_end = _beginning(was[::-1], is_now[::-1])
    was, is_now = was[: len(was) - at_end], is_now[: len(is_now) - at_end]
    blocks = SequenceMatcher(None, was, is_now, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    return len(is_now) - kept, len(was) - kept


def _beginning(before: Sequence[str], now: Sequence[str]) -> int:
    """With how many words both begin."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((at for at, (was, is_now) in pairs if was != is_now), min(len(before), len(now)))
