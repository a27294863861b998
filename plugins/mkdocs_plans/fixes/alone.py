"""What reading finds in one document, with nothing around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plans.findings import Finding
from mkdocs_plans.load import load
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document, File


@dataclass(frozen=True, slots=True)
class _Alone:
    """A plan that has one file."""

    file: File
    is_people: bool

    def files(self) -> Iterator[File]:
        if not self.is_people:
            yield self.file

    def read(self, path: str) -> File | None:
        return self.file if self.is_people and path == self.file.path else None


def findings_alone(document: Document, site: Site) -> tuple[Finding, ...]:
    """Read a document as the only one of its plan; give what is wrong with it."""
    file = File(document.path, document.text.encode())
    return load(_Alone(file, document.path == site.settings.people), site).findings
