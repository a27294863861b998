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
from mkdocs_plans.changes.sentence import Sentence, Theirs, joined
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.changes.whole import tell_consequence, tell_reason
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

    title: Sentence
    lines: tuple[Line, ...]

    @property
    def groups(self) -> list[tuple[Line, list[Line]]]:
        """The lines by what they stand under, each group with its first line."""
        groups = [
            list(lines) for _, lines in groupby(self.lines, lambda one: one.group and (one.path, one.group))
        ]
        return [(lines[0], lines) for lines in groups]


def outline(review: Review, teller: Teller, shown_path: ShownPath) -> list[Section]:
    """Give the sections that have something to tell."""
    new, mended = len(review.further), len(review.mended)
    agree = [_reviewer(one, teller) for one in review.reviewers if one.should_agree]
    know = [_reviewer(one, teller) for one in review.reviewers if not one.should_agree]
    sections = [
        (teller.say("What it means for the plan as a whole"), _whole(review, teller)),
        (
            _new(teller, new),
            (_finding(one, shown_path) for one in review.further),
        ),
        (teller.say("What changes"), _plans(review.plans, teller, shown_path)),
        (teller.plain(teller.noun("person", many=True)), _people(review, teller)),
        (teller.say("Who should agree to it"), agree),
        (teller.say("Who should know of it"), know),
        (
            _mended(teller, mended),
            (_finding(one, shown_path) for one in review.mended),
        ),
    ]
    found = (Section(title, tuple(lines)) for title, lines in sections)
    return [section for section in found if section.lines]


def _new(teller: Teller, number: int) -> Sentence:
    return teller.say_many(
        "Newly found by the check: %(num)d finding", "Newly found by the check: %(num)d findings", number
    )


def _mended(teller: Teller, number: int) -> Sentence:
    return teller.say_many(
        "No longer found by the check: %(num)d finding",
        "No longer found by the check: %(num)d findings",
        number,
    )


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


def _whole(review: Review, teller: Teller) -> Iterator[Line]:
    if review.settings:
        phrase = (
            "%(settings)s changes in mkdocs.yml. What that does to the plan isn't told here, for both states "
            "are read by the same settings"
        )
        yield Line(teller.say(phrase, settings=joined(map(teller.plain, review.settings))))
    yield from (Line(tell_consequence(teller, one)) for one in review.consequences)


def _finding(located: Located, shown_path: ShownPath) -> Line:
    finding = located.finding
    where = f"{shown_path(finding.path)}:{located.span.line}"
    message = Sentence((Theirs(finding.message),))
    return Line(message, str(finding.severity), path=where, rule=finding.rule)


def _plans(changed: Iterable[Changed], teller: Teller, shown_path: ShownPath) -> Iterator[Line]:
    for one in changed:
        title = teller.quoted(one.file.title)
        group = teller.say("%(kind)s %(title)s", kind=teller.noun(one.file.type), title=title)
        path = shown_path(one.file.path)
        for change in one.changes:
            yield Line(teller.tell(change, one.file).line, group=group, path=path)


def _people(review: Review, teller: Teller) -> Iterator[Line]:
    for one in review.people:
        yield from (Line(teller.tell(change).line, teller.name(one.handle)) for change in one.changes)


def _reviewer(reviewer: Reviewer, teller: Teller) -> Line:
    reasons = [tell_reason(teller, reason) for reason in reviewer.reasons]
    shown = reasons if len(reasons) <= MOST_REASONS else reasons[: MOST_REASONS - 1]
    if more := len(reasons) - len(shown):
        shown.append(teller.say_many("%(num)d more reason", "%(num)d more reasons", more))
    names = reviewer.person.host_names if reviewer.person else ()
    return Line(joined(shown, "; "), teller.name(reviewer.handle), names)
