"""What a served site remembers from build to build: what renders it, and the answers that pages share.

An answer lasts as long as what it was made from says the same. The plan of a build is compared with that of
the one before, mapping by mapping, and what was made of anything that differs is forgotten.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from operator import is_
from typing import Any

from mkdocs_plans.model import LevelPlan, PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.incremental.answers import Answers, Digests
from mkdocs_plans.plugin.incremental.reads import (
    EVERY,
    FACT,
    KEYS,
    MAPPINGS,
    PEOPLE,
    SETS,
    SHARED,
    Read,
    Reads,
)
from mkdocs_plans.render import FACTS, Renderer


class Memory(Reads):
    """That of a site with the same settings and templates, on a day. `digests` are those of plan files."""

    def __init__(self, site: str, today: datetime.date, digests: Digests) -> None:
        super().__init__()
        self.site = site
        self._today = today
        self._digests = digests
        self._renderer: Renderer | None = None
        self._plan = self._watched = Plan()
        self.changed: set[Read] | None = None
        """The lookups that may give something else than in the last build that went to its end; None where
        that isn't known.
        """
        self._made_of: dict[Read, list[tuple[dict[Any, Any], Hashable]]] = defaultdict(list)

    def keep(self, kept: dict[Any, Any], key: Hashable, reads: Set[Read]) -> None:
        """Have it taken out of what is kept once one of the lookups gives something else."""
        for read in reads:
            self._made_of[read].append((kept, key))

    def go_by(self, addresses: Mapping[str, str]) -> None:
        """Links are in all that pages show: where a page moves, nothing is remembered."""
        if addresses != self.addresses:
            self._forget(tuple(self._made_of))
            self.changed = None
        super().go_by(addresses)

    def renderer(self, plan: Plan, make: Callable[[Plan], Renderer]) -> Renderer:
        """What renders a plan: that of the build before, if nothing differs that counts for all pages."""
        if self._renderer is None or not self._is_near(plan):
            self._forget(tuple(self._made_of))
            self.changed = None
            self._watched = self.watched(plan)
            self._facts = self._facts_of(plan)
            self._renderer = make(self._watched)
        elif plan is not self._plan:
            changed = tuple(self._differing(plan))
            self._forget(changed)
            if self.changed is not None:
                self.changed.update(changed)
            self._go_on_with(plan)
            self._renderer.begin_again()
        self._plan = plan
        return self._renderer

    def _facts_of(self, plan: Plan) -> dict[str, Any]:
        """The answers to all questions: a page of an earlier process may have asked any."""
        return {name: function(plan, self._today) for name, function in FACTS.items()}

    def _is_near(self, plan: Plan) -> bool:
        if any(isinstance(one, LevelPlan) and one.measured for one in (*plan.files, *self._plan.files)):
            return False  # two plans are equal whatever tables say of their goals
        before, now = (Answers(one, {}, self._digests).shared() for one in (self._plan, plan))
        return before == now

    def _go_on_with(self, plan: Plan) -> None:
        """Have the watched plan look up in another one."""
        watched = vars(self._watched)
        watched["files"].files = plan.files
        for name in (PEOPLE, *MAPPINGS):
            watched[name].mapping = getattr(plan, name)
        for name in SETS:
            watched[name].mapping = dict.fromkeys(getattr(plan, name), True)
        for name in (*SHARED, "stray_readings"):  # what differs of these is a text, or shown nowhere
            watched[name] = getattr(plan, name)

    def _forget(self, changed: tuple[Read, ...]) -> None:
        """Forget what was made of these lookups."""
        self.forget_brief()
        for read in changed:
            for kept, key in self._made_of.pop(read, ()):
                kept.pop(key, None)

    def _differing(self, plan: Plan) -> Iterator[Read]:
        """Give the lookups that may give something else in a plan than in the one before."""
        for name in (PEOPLE, *MAPPINGS, *SETS):
            before, now = (_mapping(one, name) for one in (self._plan, plan))
            changed = [
                key
                for key in before.keys() | now.keys()
                if not self._is_same(before.get(key, _NOTHING), now.get(key, _NOTHING))
            ]
            yield from ((name, key) for key in changed)
            is_in_order = list(before) == list(now)
            if changed or not is_in_order:
                yield name, EVERY
            if not is_in_order:
                yield name, KEYS
        facts = self._facts_of(plan)
        yield from ((FACT, name) for name, answer in facts.items() if answer != self._facts[name])
        self._facts = facts

    def _is_same(self, one: Any, other: Any) -> bool:
        """Whether two values say the same, as `Answers` has it."""
        if one is other:
            return True
        if type(one) is not type(other):
            return False
        if isinstance(one, PlanFile):
            return self._said(one) == self._said(other)
        if isinstance(one, tuple):
            return len(one) == len(other) and (
                all(map(is_, one, other)) or all(map(self._is_same, one, other))
            )
        if is_dataclass(one):
            names = (field.name for field in fields(one))
            return all(self._is_same(getattr(one, name), getattr(other, name)) for name in names)
        return bool(one == other)

    def _said(self, file: PlanFile) -> str:
        return Answers(self._plan, {}, self._digests).shown(file)


_NOTHING = object()


def _mapping(plan: Plan, name: str) -> Mapping[Any, Any]:
    found = getattr(plan, name)
    return dict.fromkeys(found, True) if name in SETS else found
