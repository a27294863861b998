"""What came in, whatever the format: plan files and people to be written, and what couldn't be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mkdocs_plans.yaml import Written

Fields = Mapping[str, Written]
"""A front matter, or a part of one, as it is to be written."""


_PATH = re.compile(r"(?:[^\s./\\:*?\"<>|][^/\\:*?\"<>|]*/){0,8}[^\s./\\:*?\"<>|][^/\\:*?\"<>|]*\.md")


def safe_path(said: object) -> str | None:
    """The path of a plan file, as a source says it; None where it is none, or leads out of the plan."""
    is_path = isinstance(said, str) and len(said) < 500 and _PATH.fullmatch(said) is not None
    return str(said) if is_path else None


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that no field of ours can say: where the source has it, what it is called there, why it has no
    field, and where it is kept all the same; empty where it is left out. `is_held_back` says that it would
    come in, once somebody puts right what the reason names.
    """

    place: str
    name: str
    value: str
    why: str
    kept: str = ""
    is_held_back: bool = False


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A plan file. `body` is the whole of its text; None where the source has only `sections` of it, by their
    headings, and what else stands in the file is left. `path` is where the source says that it is, `place`
    where it stands in the source, and `places` where its goals and its other parts do, where that is known.
    """

    type: str
    id: str
    fields: Fields
    place: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    path: str | None = None
    places: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingReading:
    """What a table says was measured; `path` is where the source says that the table is."""

    plan: str
    goal: str
    day: datetime.date
    value: Decimal
    note: str
    path: str
    place: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that came in. People are by their handles."""

    files: Sequence[IncomingFile] = ()
    people: Mapping[str, Fields] = field(default_factory=dict)
    lost: Sequence[Lost] = ()
    readings: Sequence[IncomingReading] = ()
