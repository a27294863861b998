"""What a check has to say: a finding, where it is, how grave it is.

A finding is data. It names a file and a *route* into its front matter (`goals[1].due`), a stretch of
its body, or a span of the file where there is neither; `Document.locate` turns each into line and column.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Severity(StrEnum):
    """How grave a finding is: `error`, the site would be wrong; `warning`, the plan is incomplete;
    `notice`, worth a look.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return tuple(Severity).index(self)

    def reaches(self, threshold: Severity) -> bool:
        """Whether this is at least as grave as `threshold`."""
        return self.rank <= threshold.rank


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file: 1-based line and columns, in characters, the end excluded."""

    line: int = 1
    column: int = 1
    end_column: int = 2


Steps = tuple[str | int, ...]
"""Keys and list positions (0-based) that lead from the top of a front matter to a value."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way from the top of a front matter to a value, or to its key: `goals[1].due`."""

    steps: Steps = ()
    part: Literal["value", "key"] = "value"

    @classmethod
    def to(cls, *steps: str | int) -> Route:
        """Lead to the value at these keys and list positions (0-based)."""
        return cls(steps)

    @classmethod
    def to_key(cls, *steps: str | int) -> Route:
        """Lead to the key itself instead of its value."""
        return cls(steps, "key")

    def __str__(self) -> str:
        text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return text.removeprefix(".")


@dataclass(frozen=True, slots=True)
class InBody:
    """A stretch of the text below the front matter: where it starts and ends in that text (0-based
    offsets, in characters).
    """

    start: int
    end: int


Place = Route | Span | InBody
"""Where in a file a finding is."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, with what is to be seen there."""

    note: str
    path: str
    at: Place = Route()


MessageAndHint = tuple[str, str]
"""What is wrong, and what to do about it, before it is known where."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a plan.

    `rule` is the rule's slug; `path` the file's, relative to `docs_dir` (`../mkdocs.yml` for the
    settings); `at` where in it; `hint` what to do about it, as the end of a sentence or empty.
    """

    rule: str
    message: str
    path: str
    at: Place = Route()
    hint: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Edit:
    """What to write in the place of a stretch of one line."""

    span: Span
    text: str


Fix = tuple[Edit, ...]
"""What fixes a finding, where there is one right answer: edits of its file; none where there isn't."""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its place looked up: the span, and the text of the line that it is on."""

    finding: Finding
    span: Span
    line: str
    related: tuple[tuple[str, str, int], ...] = ()
    """The related places as (note, path, line)."""
    fix: Fix | None = ()
    """What fixes it, where that was asked for; None where it wasn't tried, in a file with very many."""


def gravest_last(found: Iterable[Located]) -> list[Located]:
    """Order findings for a screen that scrolls: what matters most is read last, and stays in sight."""
    return sorted(found, key=lambda one: one.finding.severity.rank, reverse=True)
