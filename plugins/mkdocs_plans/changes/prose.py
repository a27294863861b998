"""How much of a text changed, in words, by section."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.sentence import Sentence, counted, joined, say
from mkdocs_plans.model import PlanFile
from mkdocs_plans.source import without_code

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_MARKS = "*_#>~`-+|=:"
"""Marks of Markdown: a word that is only laid out otherwise is the same word."""

MANY_WORDS = 3_000
"""From how many words on a section's words are counted instead of compared in their order."""

MANY_SECTIONS = 3
"""How many sections a line names; where more changed, the others are summed. Our convention."""


def prose_changes(before: PlanFile, now: PlanFile) -> Iterator[Change]:
    """Give the change of the text below the front matter, in one line."""
    if counts := changed_sections(before, now):
        yield Change(Kind.PROSE, "body", say("text: ") + _said(counts))


def changed_sections(before: PlanFile, now: PlanFile) -> Mapping[str, tuple[int, int]]:
    """Give how many words came and went in each section that changed, by its heading."""
    if before.body == now.body:
        return {}
    was, is_now = sections(before), sections(now)
    counts = {}
    for heading in dict.fromkeys((*is_now, *was)):
        added, removed = changed_words(was.get(heading, ()), is_now.get(heading, ()))
        if added or removed:
            counts[heading] = added, removed
    return counts


def _said(counts: Mapping[str, tuple[int, int]]) -> Sentence:
    listed = list(counts.items())
    shown = listed if len(listed) <= MANY_SECTIONS else listed[: MANY_SECTIONS - 1]
    parts = [_words(*numbers) + _where(heading) for heading, numbers in shown]
    if rest := [numbers for _, numbers in listed[len(shown) :]]:
        added, removed = (sum(group) for group in zip(*rest, strict=True))
        parts.append(_words(added, removed) + say(f" in {len(rest)} other sections"))
    return joined(parts, "; ")


def _where(heading: str) -> Sentence:
    return say(" in “{}”", heading) if heading else say("")


def _words(added: int, removed: int) -> Sentence:
    """Say how many words came and went: `5 words added and 2 removed`."""
    if added and removed:
        return say(f"{counted(added, 'word')} added and {removed} removed")
    return say(f"{counted(added or removed, 'word')} {'added' if added else 'removed'}")


def sections(file: PlanFile) -> Mapping[str, Sequence[str]]:
    """Give the words of each section by its heading; those before the first, and those of a heading that
    is the title, stand under no name. A heading's own words count in its section.
    """
    found: dict[str, list[str]] = defaultdict(list)
    heading = ""
    masked = without_code(file.body).split("\n")
    lines = file.body.split("\n")
    for (line, below), whole in zip(pairwise([*masked, ""]), lines, strict=True):
        title = None if _heading(line, below) is None else _heading(whole, below)
        if title == file.title and not found:
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
        was, is_now = Counter(before), Counter(now)
        return (is_now - was).total(), (was - is_now).total()
    blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    return len(now) - kept, len(before) - kept
