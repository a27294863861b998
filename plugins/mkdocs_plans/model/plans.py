"""The types of plan file, as format.md lists them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mkdocs_plans.model.base import Entity, PlanFile
from mkdocs_plans.model.fields import (
    CadenceField,
    DateField,
    DriField,
    GoalReferenceField,
    HandleField,
    Parts,
    StatusField,
    TextField,
    Texts,
)
from mkdocs_plans.model.parts import Actions, Goal, Handles, ResourceField, Update, ValueField
from mkdocs_plans.model.words import Status

Ids = Annotated[tuple[TextField, ...], Texts]


class Mission(PlanFile):
    """What the organisation is for. The statement is inline Markdown."""

    statement: TextField


class Vision(PlanFile):
    """What the organisation wants to become. The statement is inline Markdown."""

    statement: TextField


class Values(PlanFile):
    """What the organisation holds to."""

    values: Annotated[tuple[ValueField, ...], Parts]


class Theme(PlanFile):
    """A pillar or focus area that groups strategies."""

    statement: TextField | None = None


class Team(PlanFile):
    """A team: who leads it, and the larger team that it belongs to."""

    lead: DriField | None = None
    parent: TextField | None = None


class LevelPlan(PlanFile):
    """What the two levels of plan share.

    `start` counts from its first day, `end` to its last; `originally` is the first promise for `end`.
    """

    dri: DriField | None = None
    contributors: Handles = ()
    team: TextField | None = None
    status: StatusField = Status.ACTIVE
    start: DateField | None = None
    end: DateField | None = None
    originally: DateField | None = None
    review: CadenceField | None = None
    depends_on: Ids = ()
    goals: Annotated[tuple[Goal, ...], Parts] = ()
    updates: Annotated[tuple[Update, ...], Parts] = ()

    def goal(self, goal_id: str) -> Goal | None:
        """The plan's goal of that id."""
        return next((goal for goal in self.goals if goal.id == goal_id), None)


class Strategy(LevelPlan):
    """What to reach, and why. `parent` is the strategy that this one cascades from."""

    theme: TextField | None = None
    parent: TextField | None = None


class Tactic(LevelPlan):
    """How: with what, in which steps. It stands under one strategy and advances goals."""

    strategy: TextField | None = None
    advances: Annotated[tuple[GoalReferenceField, ...], Texts] = ()
    outcome: TextField | None = None
    resources: Annotated[tuple[ResourceField, ...], Parts] = ()
    actions: Actions = ()


class Person(Entity):
    """Someone who answers for plans: a person, or a role or office with no name.

    `email` and `until` (the last day of someone who left) never reach the site.
    """

    handle: HandleField
    name: TextField | None = None
    role: TextField | None = None
    team: TextField | None = None
    github: TextField | None = None
    gitlab: TextField | None = None
    email: TextField | None = None
    until: DateField | None = None
    path: str = Field(default="", exclude=True, repr=False)

    @property
    def shown_name(self) -> str:
        """The name, or the role where there is none, or the handle."""
        return self.name or self.role or self.handle


TYPES: dict[str, type[PlanFile]] = {
    "mission": Mission,
    "vision": Vision,
    "values": Values,
    "theme": Theme,
    "strategy": Strategy,
    "tactic": Tactic,
    "team": Team,
}
"""The values of `type`, with what each is read as."""
