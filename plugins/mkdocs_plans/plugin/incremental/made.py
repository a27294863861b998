"""What is made of the whole plan, and of each of its files beside pages: as it was, where that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_plans.model import PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.incremental.answers import Answers
from mkdocs_plans.plugin.incremental.memory import Memory
from mkdocs_plans.plugin.incremental.reads import Reads, digest
from mkdocs_plans.plugin.incremental.served import Served
from mkdocs_plans.plugin.incremental.store import Store


class Made:
    """That of one build. `site` says what counts for all of it, `served` is from the build before."""

    def __init__(self, store: Store, build: Build, site: str, reads: Reads, served: Served) -> None:
        self._store = store
        self._build = build
        self._site = site
        self._reads = reads
        self._served = served
        self._said_of: tuple[Plan, str, str] | None = None

    def files(
        self, work: str, made_of: str, make: Callable[[], Mapping[str, bytes]], has_texts: bool
    ) -> Mapping[str, bytes]:
        """Files of the whole plan and of what else they are `made_of`: as they were, where that is. Where
        there were none, they are made again, so that it is said again why.
        """
        fields, texts = self._said()
        key = digest(self._site, fields, texts if has_texts else "", made_of)
        if kept := self._store.made(work, key):
            return kept
        files = make()
        self._store.keep_made(work, key, files)
        return files

    def of_file(self, made_of: str, work: str, file: PlanFile, make: Callable[[], Any]) -> Any:
        """What some work makes of a file, its text included, and of what is looked up for it."""
        fields = "" if isinstance(self._reads, Memory) else self._said()[0]
        return self._served.of_file(self._reads, (self._site, fields, made_of), (work, file), make)

    def _said(self) -> tuple[str, str]:
        """All that the plan's fields say, and all that its texts do, in short."""
        plan = self._build.plan
        if self._said_of is None or self._said_of[0] is not plan:
            answers = Answers(plan, {}, self._served.digests)
            self._said_of = plan, answers.of_all(), answers.texts()
        return self._said_of[1:]
