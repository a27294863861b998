"""What a reader is told, as lines under headings, and which of them stay where there is no room for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from mkdocs_plans.changes.sentence import Sentence

ShownPath = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, and what it says. `group` is what it stands under; `path` the file of
    that, or where in which file the line itself is from, with the name of its `rule`. `verdict` is what it
    amounts to, where that is pointed out.
    """

    text: Sentence
    lead: str = ""
    names: tuple[tuple[str, str], ...] = ()
    """The person's user names on code hosts, each with the host's."""
    group: Sentence | None = None
    path: str = ""
    rule: str = ""
    verdict: str = ""

    @property
    def file(self) -> str:
        """The file of what it stands under; empty where that is no file."""
        return "" if self.rule else self.path

    @property
    def can_wait(self) -> bool:
        """Whether it is an edit of a plan that isn't pointed out."""
        return self.group is not None and not (self.verdict or self.lead)


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a heading."""

    title: Sentence
    lines: tuple[Line, ...]

    @property
    def groups(self) -> list[tuple[Line, list[Line]]]:
        """The lines by what they stand under, each group with its first line."""
        grouped = groupby(self.lines, lambda line: line.group and (line.file, line.group))
        groups = [list(lines) for _, lines in grouped]
        return [(lines[0], lines) for lines in groups]


def first_lines(sections: Sequence[Section], number: int) -> list[Section]:
    """Keep so many of the most important lines: the first of each section, then the second of each … Edits
    that aren't pointed out go first.
    """
    rounds = zip_longest(*(section.lines for section in sections))
    places = [
        (at, place) for place, lines in enumerate(rounds) for at, line in enumerate(lines) if line is not None
    ]
    places.sort(key=lambda place: sections[place[0]].lines[place[1]].can_wait)
    kept = set(places[:number])
    found = (
        replace(section, lines=tuple(x for place, x in enumerate(section.lines) if (at, place) in kept))
        for at, section in enumerate(sections)
    )
    return [section for section in found if section.lines]
