"""A review → what a reader is told of it, in order: sections of lines, whatever the report's format.

The most important section comes first, and in each the most important line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from mkdocs_plans.changes.changes import Changed
from mkdocs_plans.changes.comparison import Review
from mkdocs_plans.changes.reviewers import Reviewer
from mkdocs_plans.changes.sentence import Sentence, counted, joined, say
from mkdocs_plans.findings import Located

MOST_REASONS = 6
"""How many reasons a report gives for one person to look; the others are counted. Our convention."""

ShownPath = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, and what it says. `group` is what it stands under; `path` the file of
    that, or where in which file the line itself is from, with the name of its `rule`.
    """

    text: Sentence
    lead: str = ""
    names: tuple[tuple[str, str], ...] = ()
    """The person's user names on code hosts, each with the host's."""
    group: Sentence | None = None
    path: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a heading."""

    title: str
    lines: tuple[Line, ...]

    @property
    def groups(self) -> list[tuple[Line, list[Line]]]:
        """The lines by what they stand under, each group with its first line."""
        groups = [
            list(lines) for _, lines in groupby(self.lines, lambda one: one.group and (one.path, one.group))
        ]
        return [(lines[0], lines) for lines in groups]


def outline(review: Review, shown_path: ShownPath) -> list[Section]:
    """Give the sections that have something to tell."""
    errors = counted(len(review.further), "finding")
    sections = [
        Section("What it does to the plan as a whole", tuple(_whole(review))),
        Section(
            f"What the check finds new: {errors}",
            tuple(_finding(one, shown_path) for one in review.further),
        ),
        Section("What changes", tuple(_plans(review.plans, shown_path))),
        Section("People", tuple(Line(c.line, one.handle) for one in review.people for c in one.changes)),
        Section(
            "Who should agree to it", tuple(_reviewer(one) for one in review.reviewers if one.should_agree)
        ),
        Section(
            "Who should know of it", tuple(_reviewer(one) for one in review.reviewers if not one.should_agree)
        ),
        Section(
            f"What the check finds no more: {counted(len(review.mended), 'finding')}",
            tuple(_finding(one, shown_path) for one in review.mended),
        ),
    ]
    return [section for section in sections if section.lines]


def first_lines(sections: Sequence[Section], number: int) -> list[Section]:
    """Keep so many of the most important lines: the first of each section, then the second of each …"""
    rounds = zip_longest(*(section.lines for section in sections))
    places = [
        (at, place) for place, lines in enumerate(rounds) for at, line in enumerate(lines) if line is not None
    ]
    kept = set(places[:number])
    found = (
        replace(section, lines=tuple(x for place, x in enumerate(section.lines) if (at, place) in kept))
        for at, section in enumerate(sections)
    )
    return [section for section in found if section.lines]


def _whole(review: Review) -> Iterator[Line]:
    if review.settings:
        names = joined(say("{}", name) for name in review.settings)
        told = "What that does to the plan isn't told here, for both states are read by the same settings"
        yield Line(names + say(f" changes in mkdocs.yml. {told}"))
    yield from (Line(one.line) for one in review.consequences)


def _finding(located: Located, shown_path: ShownPath) -> Line:
    finding = located.finding
    where = f"{shown_path(finding.path)}:{located.span.line}"
    return Line(say("{}", finding.message), str(finding.severity), path=where, rule=finding.rule)


def _plans(changed: Iterable[Changed], shown_path: ShownPath) -> Iterator[Line]:
    for one in changed:
        group = say(f"{one.file.type.capitalize()} “{{}}”", one.file.title)
        path = shown_path(one.file.path)
        yield from (Line(change.line, group=group, path=path) for change in one.changes)


def _reviewer(reviewer: Reviewer) -> Line:
    reasons = [reason.line for reason in reviewer.reasons]
    shown = reasons if len(reasons) <= MOST_REASONS else reasons[: MOST_REASONS - 1]
    more = len(reasons) - len(shown)
    text = joined(shown, "; ")
    if more:
        text += say(f"; and {more} more reasons")
    return Line(text, reviewer.handle, reviewer.person.host_names if reviewer.person else ())
