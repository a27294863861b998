"""What came to a list of a plan and what left it, whatever it is called now."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_plans.changes import Changed, States
from mkdocs_plans.model import LevelPlan, Tactic
from mkdocs_plans.render.changes.values import Shown, Values
from mkdocs_plans.render.pieces import Link


@dataclass(frozen=True, slots=True)
class Lists:
    """Compares the lists of two states. What one of them names and the site doesn't have is left out."""

    states: States
    was: Values
    is_now: Values

    def changed(self, field: str, changed: Changed) -> tuple[Shown, Shown]:
        """What left a list of a plan, and what came to it."""
        before, now = changed.before, changed.now
        if field == "advances" and isinstance(before, Tactic) and isinstance(now, Tactic):
            return self._goals(before, now)
        if not (isinstance(before, LevelPlan) and isinstance(now, LevelPlan)):
            return (), ()
        if field == "depends_on":
            return self._dependencies(before, now)
        return self.people(before.contributors, now.contributors)

    def people(self, before: Sequence[str], now: Sequence[str]) -> tuple[Shown, Shown]:
        """The people of a list."""
        return _gone_and_come(
            {self.states.handle(handle): self.was.person(handle) for handle in before},
            {handle: self.is_now.person(handle) for handle in now},
        )

    def _goals(self, before: Tactic, now: Tactic) -> tuple[Shown, Shown]:
        """The goals that a tactic advances."""
        was: dict[Hashable, Link] = {}
        for one in self.was.plan.goals_advanced_by(before):
            plan, goal = one.plan, one.goal
            known = self.states.renamed("plan", plan.id), self.states.goal_id(plan.id, goal.id)
            was[known] = self.was.goal(plan, goal)
        advanced = self.is_now.plan.goals_advanced_by(now)
        is_now = {(one.plan.id, one.goal.id): self.is_now.goal(one.plan, one.goal) for one in advanced}
        return _gone_and_come(was, is_now)

    def _dependencies(self, before: LevelPlan, now: LevelPlan) -> tuple[Shown, Shown]:
        """What a plan depends on."""
        then, later = self.was.plan.dependencies_of(before), self.is_now.plan.dependencies_of(now)
        return _gone_and_come(
            {self.states.renamed("plan", one.id): self.was.link(one) for one in then},
            {one.id: self.is_now.link(one) for one in later},
        )


def _gone_and_come(was: Mapping[Any, Link], is_now: Mapping[Any, Link]) -> tuple[Shown, Shown]:
    """Compare entries by what they are known by now."""
    return (
        tuple(link for key, link in was.items() if key not in is_now),
        tuple(link for key, link in is_now.items() if key not in was),
    )
