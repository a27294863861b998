"""Check-ins in the order of time, each with the health that was reported before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plans.model import Health, LevelPlan, Update


@dataclass(frozen=True, slots=True)
class UpdateOf:
    """An update of a plan, and the health that the plan's last update to give one had reported
    before; None where none had.
    """

    plan: LevelPlan
    update: Update
    before: Health | None

    @property
    def changed(self) -> bool:
        """Whether it reports another health than was reported before."""
        return self.before is not None and self.update.health not in {None, self.before}

    @property
    def is_worse(self) -> bool:
        """Whether the health that it reports is worse than the one before."""
        order = list(Health)
        both = self.update.health, self.before
        return None not in both and order.index(both[0]) > order.index(both[1])  # type: ignore[arg-type]


def check_ins(plan: LevelPlan) -> Iterator[UpdateOf]:
    """Give the check-ins of a plan, oldest first. Of those of one day, the file has the newest first."""
    before: Health | None = None
    newest_first = sorted(plan.updates, key=lambda update: update.date.last, reverse=True)
    for update in reversed(newest_first):
        yield UpdateOf(plan, update, before)
        before = update.health or before
