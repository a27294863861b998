"""Files as they should become, and the plan as it would then be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mkdocs_plans.source import Overlaid, Source


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of one file. Its path is relative to the folder that the change is made in: a plan's
    `docs_dir`, or the top of a site or a repository. `before` is None for a new file; `old_path` is where it
    was, if it moves.
    """

    path: str
    before: bytes | None
    after: bytes
    old_path: str | None = None

    @property
    def does_something(self) -> bool:
        """Whether anything changes."""
        return self.before != self.after or self.old_path is not None


def overlay(source: Source, changes: Collection[FileChange]) -> Overlaid:
    """Give the files of a plan with some changes made."""
    above = {change.path: change.after for change in changes}
    return Overlaid(source, above, frozenset(change.old_path for change in changes if change.old_path))
