"""What was read, and where everything in it stands."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mkdocs_plans.findings import Finding, Located, Place, Related, Route, Span, Steps
from mkdocs_plans.model import TYPES
from mkdocs_plans.plan import Plan
from mkdocs_plans.reading_rules.files import INVALID_FRONT_MATTER, UNREADABLE_FILE
from mkdocs_plans.reading_rules.keys_and_values import MISSING_FIELD, UNKNOWN_TYPE
from mkdocs_plans.source import Document

_STOPPING = frozenset(
    {UNREADABLE_FILE.name, INVALID_FRONT_MATTER.name, UNKNOWN_TYPE.name, MISSING_FIELD.name}
)
"""Rules by which a file is found that isn't read."""

MAX_RELATED = 20
"""How many other places of one finding are told. Our convention: there may be one for each plan."""


@dataclass(frozen=True)
class Loaded:
    """What was read: the plan, every document by path that is a plan file, places a view or has a
    finding, and the findings of reading. `prefix` leads from the site's root to `docs_dir`; `settings`
    holds the texts that the site's settings stand in, by path relative to `docs_dir`; `dropped` the
    places of list items that had to be left out, by path.
    """

    plan: Plan
    documents: Mapping[str, Document] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    prefix: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    dropped: Mapping[str, frozenset[Steps]] = field(default_factory=dict)

    def locate(self, findings: Iterable[Finding]) -> list[Located]:
        """Look up the place of each finding: line, columns, and the line's text."""
        return [self._locate(finding) for finding in findings]

    def _locate(self, finding: Finding) -> Located:
        span, line = self._place(finding.path, finding.at)
        related = tuple(
            (other.note, other.path, self._place(other.path, other.at)[0].line)
            for other in _first(finding.related)
        )
        return Located(finding, span, line, related)

    def _place(self, path: str, at: Place) -> tuple[Span, str]:
        document = self.documents.get(path)
        if document is None:
            span = at if isinstance(at, Span) else Span()
            return span, "".join(self.settings.get(path, "").split("\n")[span.line - 1 : span.line])
        span = document.locate(at)
        return span, document.line(span.line)

    def as_written(self, finding: Finding) -> Finding:
        """Turn list positions of the plan into those of the file, in which items that had to be left out
        still stand. For what is found in the plan; what reading finds counts in the file already.
        """
        dropped = self.dropped.get(finding.path)
        if not dropped or not isinstance(finding.at, Route):
            return finding
        return replace(finding, at=replace(finding.at, steps=_find_in_file(finding.at.steps, dropped)))

    @property
    def left_out(self) -> list[str]:
        """The files that seem to be of the plan, and of which nothing could be read, in the order of their
        paths.
        """
        unread = {found.path for found in self.findings if found.rule in _STOPPING}
        return sorted(path for path in unread if path not in self.plan.by_path)

    @property
    def nothing_read(self) -> str:
        """What to say where there is no plan file, not even one that couldn't be read; else nothing."""
        if self.plan.files or self.left_out:
            return ""
        folder = self.shown_path(".")
        return (
            f"there is no plan file in {folder}: a plan file begins with the lines `---` and `type: …` "
            f"({', '.join(TYPES)}); `plans init` writes a plan to begin with"
        )

    def shown_path(self, path: str) -> str:
        """A file's path relative to the site's root, as findings name it."""
        return posixpath.normpath(posixpath.join(self.prefix, path))


def _find_in_file(steps: Steps, dropped: frozenset[Steps]) -> Steps:
    """Count the items in that were left out before each position."""
    way: Steps = ()
    for step in steps:
        places = sorted(place[-1] for place in dropped if place[:-1] == way and isinstance(place[-1], int))
        position = step
        for place in places:
            if isinstance(position, int) and place <= position:
                position += 1
        way = (*way, position)
    return way


def _first(related: tuple[Related, ...]) -> tuple[Related, ...]:
    """As many as are told, the last with how many more there are."""
    if len(related) <= MAX_RELATED:
        return related
    last = related[MAX_RELATED - 1]
    note = f"{last.note}; {len(related) - MAX_RELATED} more aren't shown"
    return (*related[: MAX_RELATED - 1], replace(last, note=note))
