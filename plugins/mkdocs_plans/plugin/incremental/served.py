"""What is known from build to build while a site is served, beside what is kept on disk."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mkdocs_plans.model import PlanFile
from mkdocs_plans.plugin.incremental.answers import Digests
from mkdocs_plans.plugin.incremental.memory import Memory
from mkdocs_plans.plugin.incremental.reads import Reads
from mkdocs_plans.plugin.incremental.store import StoreCopy


@dataclass
class Served:
    """It is empty when the first build begins."""

    digests: Digests = field(default_factory=dict)
    kept: StoreCopy = field(default_factory=StoreCopy)
    _memory: Memory | None = None
    _made_of: tuple[str, ...] = ()
    _files: dict[tuple[str, str], tuple[PlanFile, Any]] = field(default_factory=dict)

    def memory(self, site: str, today: datetime.date) -> Memory:
        """The memory of a site: that of the build before, if the site is the same."""
        if self._memory is None or self._memory.site != site:
            self._memory = Memory(site, today, self.digests)
        return self._memory

    def of_file(
        self, reads: Reads, made_of: tuple[str, ...], of: tuple[str, PlanFile], make: Callable[[], Any]
    ) -> Any:
        """What some work makes of a file, its text included, of what is looked up for it, and of what counts
        for all files.
        """
        if self._made_of != made_of:
            self._made_of, self._files = made_of, {}
        work, file = of
        key = work, file.path
        known = self._files.get(key)
        if known is None or known[0] is not file:
            with reads.noted() as found:
                known = self._files[key] = file, make()
            reads.keep(self._files, key, found)
        return known[1]
