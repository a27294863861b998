"""What is known from build to build while a site is served, beside what is kept on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mkdocs_plans.model import PlanFile
from mkdocs_plans.plugin.incremental.reads import Digests


@dataclass
class Served:
    """It is empty when the first build begins."""

    digests: Digests = field(default_factory=dict)
    _made_of: tuple[str, ...] = ()
    _lines: dict[str, tuple[PlanFile, str]] = field(default_factory=dict)

    def line(self, made_of: tuple[str, ...], file: PlanFile, make: Callable[[], str]) -> str:
        """What is made of a file, its text included, and of what counts for all files."""
        if self._made_of != made_of:
            self._made_of, self._lines = made_of, {}
        known = self._lines.get(file.path)
        if known is None or known[0] is not file:
            known = self._lines[file.path] = file, make()
        return known[1]
