"""Files as they should become, and the plan as it would then be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plans.source import File, Source
from mkdocs_plans.source.folder import MARKDOWN


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
    def is_one(self) -> bool:
        """Whether anything changes."""
        return self.before != self.after or self.old_path is not None


@dataclass(frozen=True)
class Overlay:
    """The files of a plan with some changes made: a source of plan files."""

    source: Source
    changes: Sequence[FileChange]

    def files(self) -> Iterator[File]:
        """Give each Markdown file as it would become, in the order of their paths."""
        gone = {change.old_path or change.path for change in self.changes}
        kept = (file for file in self.source.files() if file.path not in gone)
        made = (File(one.path, one.after) for one in self.changes if one.path.endswith(MARKDOWN))
        yield from sorted((*kept, *made), key=lambda file: file.path)

    def read(self, path: str) -> File | None:
        """Give one file as it would become."""
        changed = next((change.after for change in self.changes if change.path == path), None)
        return self.source.read(path) if changed is None else File(path, changed)
