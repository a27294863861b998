"""What of a plan couldn't be read: whatever refers to it, or misses it, isn't at fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from mkdocs_plans.model import PlanFile

FieldName = Literal[
    "actions", "advances", "depends_on", "dri", "end", "goals", "parent", "resources", "review", "serves",
    "start", "status", "strategy", "team", "updates",
]  # fmt: skip
"""The fields of which somebody asks whether they were read: a type, so that none is misspelt unnoticed."""


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """What of one file couldn't be read.

    `id` is that of a file of which nothing, or not its id, could be read: the one that is written in it, else
    that of its name. `fields` are those of which something was refused. `mentioned` holds the words of a file
    that is left out: what they name may well be served by it.
    """

    path: str
    id: str | None = None
    fields: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Unread:
    """What of a plan couldn't be read: of its files, and whether there are people, or tables of readings,
    that nobody could read.
    """

    files: tuple[UnreadFile, ...] = ()
    has_people: bool = False
    has_tables: bool = False

    @cached_property
    def by_id(self) -> Mapping[str, str]:
        """The paths of the files that couldn't be read, by the ids that they have; of two, the first."""
        return {file.id: file.path for file in reversed(self.files) if file.id is not None}

    @cached_property
    def fields(self) -> Mapping[str, frozenset[str]]:
        """The fields of which something was refused, by the path of their file; most plans have none."""
        return {file.path: file.fields for file in self.files if file.fields}

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        return frozenset().union(*(file.mentioned for file in self.files))

    def mentions(self, name: str) -> bool:
        """Whether a file that is left out names something, and may serve it."""
        return name in self._mentioned

    def fields_of(self, file: PlanFile) -> frozenset[str]:
        """The fields of a file of which something was refused."""
        return self.fields.get(file.path, frozenset())
