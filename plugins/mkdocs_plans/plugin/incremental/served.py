"""What is known from build to build while a site is served, beside what is kept on disk."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from mkdocs_plans.model import PlanFile
from mkdocs_plans.plugin.incremental.answers import Digests
from mkdocs_plans.plugin.incremental.memory import Memory
from mkdocs_plans.plugin.incremental.reads import Reads


@dataclass
class Served:
    """It is empty when the first build begins."""

    digests: Digests = field(default_factory=dict)
    _memory: Memory | None = None
    _made_of: tuple[str, ...] = ()
    _lines: dict[str, tuple[PlanFile, str]] = field(default_factory=dict)

    def memory(self, site: str, today: datetime.date) -> Memory:
        """The memory of a site: that of the build before, if the site is the same."""
        if self._memory is None or self._memory.site != site:
            self._memory = Memory(site, today, self.digests)
        return self._memory

    def line(self, reads: Reads, made_of: tuple[str, ...], file: PlanFile, make: Callable[[], str]) -> str:
        """What is made of a file, its text included, of what is looked up for it, and of what counts for all
        files.
        """
        if self._made_of != made_of:
            self._made_of, self._lines = made_of, {}
        known = self._lines.get(file.path)
        if known is None or known[0] is not file:
            with reads.noted() as found:
                known = self._lines[file.path] = file, make()
            reads.keep(self._lines, file.path, found)
        return known[1]
