"""What became of a plan, as data: each change that came to the default branch, with what it means.

What a change means is kept from one run to the next, so all of it can be written as JSON.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mkdocs_plans.changes import Kind, Sentence
from mkdocs_plans.changes.sentence import Theirs
from mkdocs_plans.model import Date
from mkdocs_plans.settings import Verdict

Told = tuple[str | tuple[str, str, str], ...]
"""A sentence: ours as a text, theirs with the quotes before and behind it."""


def kept(sentence: Sentence) -> Told:
    """A sentence as it is kept: what its texts name may be gone when it is read."""
    return tuple(
        str(one) if isinstance(one, str) else (str(one.text), str(one.quotes[0]), str(one.quotes[1]))
        for one in sentence.pieces
    )


def said(told: Told) -> Sentence:
    """The sentence again."""
    return Sentence(tuple(one if isinstance(one, str) else Theirs(one[0], quotes=one[1:]) for one in told))


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a plan file or a person, in the words of the report. `pointed` names what it amounts to,
    where that is pointed out; `days` is how much later a date is.
    """

    kind: Kind
    field: str
    line: Told
    verdicts: tuple[Verdict, ...]
    is_unsure: bool = False
    pointed: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """What is promised for a day: a plan where `part` is empty, else one of its `goals` or `actions`. `was`
    is its id before, None where it is new.
    """

    part: str
    was: str | None
    id: str
    title: str
    date: Date | None
    originally: Date | None


@dataclass(frozen=True, slots=True)
class Step:
    """What a change did to one plan file: its path before and now, None where there was or is none; and as it
    is now, or was last, what it is called. `dates` are all that it promises now: a draft promises none.
    """

    was: str | None
    now: str | None
    group: str
    type: str
    id: str
    title: str
    edits: tuple[Edit, ...] = ()
    dates: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonStep:
    """What a change did to one person of the people file."""

    handle: str
    name: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a change means: each plan file that it changed or moved, the worst first, and each person.
    `headline` says in a sentence what it amounts to for the plan files.
    """

    files: tuple[Step, ...] = ()
    people: tuple[PersonStep, ...] = ()
    headline: Told = ()

    @property
    def is_empty(self) -> bool:
        """Whether it changed nothing that the plan says."""
        return not (self.people or any(file.edits for file in self.files))


@dataclass(frozen=True, slots=True)
class Event:
    """A change that came to the default branch: its commit, the day in the site's time zone, its meaning.
    `author` is who wrote it, empty unless the site names them.
    """

    commit: str
    day: datetime.date
    meaning: Meaning
    author: str = ""

    @property
    def short(self) -> str:
        """The commit as readers know it."""
        return self.commit[:10]
