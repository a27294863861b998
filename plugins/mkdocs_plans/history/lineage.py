"""Which changes are of one plan file, whatever it was called and wherever it stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_plans.changes.plan_pair import group_of
from mkdocs_plans.history.event import Event, Step
from mkdocs_plans.model import PlanFile


@dataclass(frozen=True, slots=True)
class Lineage:
    """All that became of one plan file, the oldest first."""

    steps: list[tuple[Event, Step]] = field(default_factory=list)

    @property
    def last(self) -> Step:
        """The file as it was last."""
        return self.steps[-1][1]


@dataclass(frozen=True)
class Lineages:
    """All plan files that there ever were: those that are there by their path, those that are gone by what
    they are known by.
    """

    there: dict[str, Lineage] = field(default_factory=dict)
    gone: dict[tuple[str, str], Lineage] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Lineages:
        """Follow each file through the changes, the oldest first."""
        found = cls()
        for event in events:
            found.follow(event)
        return found

    def follow(self, event: Event) -> None:
        """Take in one more change. A file that comes back under its id, as by a revert, is the same."""
        left = {step.was: self.there.pop(step.was, None) for step in event.meaning.files if step.was}
        for step in event.meaning.files:
            lineage = left.get(step.was or "")
            if lineage is None:
                lineage = self.gone.pop((step.group, step.id), None) or Lineage()
            lineage.steps.append((event, step))
            if step.now:
                self.there[step.now] = lineage
            else:
                self.gone[step.group, step.id] = lineage

    def of_file(self, file: PlanFile) -> Lineage | None:
        """What became of a file that the plan has now. It may have moved since the last commit."""
        found = self.there.get(file.path)
        if found and (found.last.group, found.last.id) == (group_of(file), file.id):
            return found
        return self._by_id.get((group_of(file), file.id), found)

    def once_called(self, name: str) -> Lineage | None:
        """What became of the file that had an id once; of several, of the one that is still there."""
        every = (*self.there.values(), *self.gone.values())
        return next((one for one in every if any(step.id == name for _, step in one.steps)), None)

    def path_now(self, path: str) -> str | None:
        """Where the file is now that once had a path; None where it is gone."""
        return path if path in self.there else self._by_old_path.get(path)

    @cached_property
    def _by_old_path(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for now, one in self.there.items():
            for path in (step.now for _, step in one.steps if step.now):
                found.setdefault(path, now)
        return found

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Lineage]:
        return {(one.last.group, one.last.id): one for one in self.there.values()}
