"""What each lookup gives in a build, in short."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Set
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from mkdocs_plans.model import LevelPlan, PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.incremental.reads import EVERY, FACT, KEYS, PAGE, SETS, SHARED, Read, digest
from mkdocs_plans.render import FACTS, PAST, PERIODS, Past

Digests = dict[int, tuple[PlanFile, str]]
"""What each plan file says, in short, by the identity of its entity: one that is served again is the same."""


class Answers:
    """What each lookup gives in this build, as a short text that is the same where the answer is. `addresses`
    are those of the site's files, by path; `today` is needed for what depends on it.
    """

    def __init__(
        self,
        plan: Plan,
        addresses: Mapping[str, str],
        digests: Digests,
        today: datetime.date = datetime.date.min,
        past: Past | None = None,
    ) -> None:
        self._plan, self._today, self._past = plan, today, past
        self._addresses = addresses
        self._digests = digests
        self.of = cache(self._of)

    def _of(self, read: Read) -> str:
        name, key = read
        if name == PAGE:
            return self._addresses.get(key, "")
        if name == PAST and key == PERIODS:
            return self._past.digest_of_periods() if self._past else ""
        if name == PAST:
            return self._past.digest(self._plan.by_path.get(key)) if self._past else ""
        if name == FACT:
            return repr(FACTS[key](self._plan, self._today))
        return self._of_mapping(name, key)

    def _of_mapping(self, name: str, key: Any) -> str:
        mapping = getattr(self._plan, name)
        if name in SETS:
            mapping = dict.fromkeys(sorted(mapping), True)
        if key == KEYS:
            return digest(*map(repr, mapping))
        if key == EVERY:
            return digest(*(f"{one!r}\1{self.shown(value)}" for one, value in mapping.items()))
        return digest(self.shown(mapping.get(key)))

    def of_all(self) -> str:
        """All that the plan says."""
        parts = (*self._plan.files, self._plan.people, self.shared())
        return digest(*map(self.shown, parts))

    def of_past(self) -> str:
        """All that is shown of the past."""
        if self._past is None:
            return ""
        return digest(self._past.digest_of_periods(), *map(self._past.digest, self._plan.files))

    def texts(self) -> str:
        """The author's texts, which pages show where a site marks what changed."""
        return digest(*(file.body for file in self._plan.files))

    def shared(self) -> str:
        """What counts for all pages."""
        plan = self._plan
        few = [self.shown(file) for name in SHARED for file in getattr(plan, name)]
        return digest(*few, self.shown(plan.unread), repr((plan.own_fields, plan.team_dris, plan.is_okr)))

    def shown(self, value: object) -> str:
        """A value with all that it says but the author's text, which is on its own page alone."""
        if isinstance(value, PlanFile):
            return self._file(value)
        if isinstance(value, str):
            return value
        if is_dataclass(value):
            return "\2".join(self.shown(getattr(value, field.name)) for field in fields(value))
        if isinstance(value, Mapping):
            return "\3".join(f"{key}\1{self.shown(one)}" for key, one in value.items())
        if isinstance(value, Collection):
            return "\3".join(map(self.shown, sorted(value) if isinstance(value, Set) else value))
        return repr(value)

    def _file(self, file: PlanFile) -> str:
        known = self._digests.get(id(file))
        if known is None or known[0] is not file:
            known = self._digests[id(file)] = (
                file,
                digest(file.path, repr(file.model_dump()), _measured(file)),
            )
        return known[1]


def _measured(file: PlanFile) -> str:
    """What tables say of a plan's goals, which is no part of its file."""
    return repr(file.measured) if isinstance(file, LevelPlan) and file.measured else ""
