"""The types of plan file: strategy, tactic, theme, team, mission, vision and values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic.json_schema import SkipJsonSchema

from mkdocs_plans.model.base import Entity, PlanFile
from mkdocs_plans.model.dates import Date
from mkdocs_plans.model.field_types import (
    CadenceField,
    ColorField,
    DateField,
    DriField,
    GoalReferenceField,
    HandleField,
    LeadField,
    Parts,
    ReferenceField,
    StatusField,
    TextField,
    Texts,
    language_of,
)
from mkdocs_plans.model.parts import Actions, Goal, Goals, Handles, ResourceField, Update, ValueField
from mkdocs_plans.model.references import GoalReference
from mkdocs_plans.model.slugs import composed
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.model.units import readings_with_units
from mkdocs_plans.model.words import Status

Ids = Annotated[tuple[TextField, ...], Texts]


class Mission(PlanFile):
    """What the organisation is for."""

    statement: TextField = Field(description="The mission, in inline Markdown.")


class Vision(PlanFile):
    """What the organisation wants to become."""

    statement: TextField = Field(description="The vision, in inline Markdown.")


class Values(PlanFile):
    """What the organisation holds to."""

    values: Annotated[tuple[ValueField, ...], Parts] = Field(
        description="Names, or names each with a statement."
    )


class Theme(PlanFile):
    """A pillar or focus area that groups strategies."""

    statement: TextField | None = Field(None, description="What the theme is about, in inline Markdown.")
    icon: TextField | None = Field(
        None, description="An icon of the site's theme, by its path there: `material/school`."
    )
    color: ColorField | None = Field(
        None, description='A colour of Material\'s palette by its name, or one as `"#1a6b5a"`, in quotes.'
    )


class Team(PlanFile):
    """A team: who leads it, and the larger team that it belongs to."""

    lead: LeadField | None = Field(None, description="Who leads the team.")
    parent: ReferenceField | None = Field(None, description="The id of the larger team that it belongs to.")


class LevelPlan(PlanFile):
    """What the two levels of plan share.

    `start` counts from its first day, `end` to its last; `originally` is the first promise for `end`.
    `own_status` is the organisation's own word for the status, where it has one.
    """

    dri: DriField = Field(
        (),
        description="The one person who is directly responsible: a handle of people.yml. The setting "
        "`joint_dris` allows several as equals, `[ada, ben]`, and `team_dris` a team by its id.",
    )
    contributors: Handles = Field((), description="Who else works on it: handles of people.yml.")
    team: ReferenceField | None = Field(None, description="The id of a team; by default the DRI's.")
    status: StatusField = Field(Status.ACTIVE, description="Where the plan stands in its life.")
    own_status: SkipJsonSchema[str | None] = None
    start: DateField | None = Field(
        None, description="When it begins; of a month, quarter or year, the first day."
    )
    end: DateField | None = Field(
        None, description="When it ends; of a month, quarter or year, the last day."
    )
    originally: DateField | None = Field(None, description="The end that was first promised.")
    when: TextField | None = Field(
        None, description="In words, when it ends, where a date can't be known: `ongoing`."
    )
    review: CadenceField | None = Field(None, description="How often it is reviewed while it is active.")
    depends_on: Ids = Field((), description="The ids of plans that must come first.")
    goals: Goals = Field((), description="The results that the plan wants.")
    updates: Annotated[tuple[Update, ...], Parts] = Field(
        (), description="The dated check-ins, newest first; each counts as a review."
    )

    @model_validator(mode="before")
    @classmethod
    def _counted_status(cls, values: Any, info: ValidationInfo) -> Any:
        """Keep the organisation's own word for the status beside the one of ours that it counts as."""
        own: Mapping[str, Status] = (info.context or {}).get("statuses", {})
        written = values.get("status") if isinstance(values, dict) else None
        word = composed(written.strip()) if isinstance(written, str) else ""
        return {**values, "status": own[word], "own_status": word} if word in own else values

    def front_matter(self) -> dict[str, Any]:
        """The plan as front matter, with the status as it is written."""
        written = super().front_matter()
        own = written.pop("own_status", None)
        return {**written, "status": own} if own else written

    @model_validator(mode="before")
    @classmethod
    def _readings_with_units(cls, values: Any, info: ValidationInfo) -> Any:
        """Let a reading have its goal's unit beside it: `74%`."""
        return readings_with_units(values, language_of(info)) if isinstance(values, dict) else values

    @property
    def measured(self) -> tuple[TableReading, ...]:
        """What tables say was measured of its goals. It is no part of its file, nor of its front matter."""
        found: tuple[TableReading, ...] = self.__dict__.get("_measured", ())
        return found

    def with_measured(self, readings: Iterable[TableReading]) -> Self:
        """The same plan with what tables say of its goals."""
        copy = self.model_copy()
        copy.__dict__["_measured"] = tuple(readings)  # a private attribute takes a call for every plan
        return copy

    @property
    def above_id(self) -> str | None:
        """The id of the strategy that the plan names as the one it stands under."""
        return None

    @property
    def goals_named(self) -> tuple[GoalReference, ...]:
        """The goals of others that it says it brings forward."""
        return ()

    def due_of(self, goal: Goal) -> Date | None:
        """When a goal is due: on a day of its own, else with its plan, unless it says in words when."""
        return goal.due or (None if goal.when else self.end)

    def when_of(self, goal: Goal) -> str | None:
        """When a goal is to be reached, in words; else when its plan ends, where neither has a day."""
        return goal.when or (None if self.due_of(goal) else self.when)

    def goal(self, goal_id: str) -> Goal | None:
        """The plan's goal of that id."""
        return next((goal for goal in self.goals if goal.id == goal_id), None)


class Strategy(LevelPlan):
    """What to reach, and why. `parent` is the strategy that this one cascades from, `serves` a goal of it."""

    theme: ReferenceField | None = Field(None, description="The id of the theme that it belongs to.")
    parent: ReferenceField | None = Field(None, description="The id of the strategy that it cascades from.")
    serves: GoalReferenceField | None = Field(
        None, description="The goal of its parent that it serves: `parent-id#goal-id`; that names the parent."
    )

    @model_validator(mode="before")
    @classmethod
    def _parent_of_goal(cls, values: Any) -> Any:
        """Take the parent from `serves`, where it is written there alone."""
        serves = values.get("serves") if isinstance(values, dict) else None
        serves = serves[0] if isinstance(serves, list) and len(serves) == 1 else serves
        plan = serves.rpartition("#")[0].strip() if isinstance(serves, str) else ""
        return {"parent": plan, **values} if plan else values

    @property
    def above_id(self) -> str | None:
        """The id of its parent."""
        return self.parent

    @property
    def goals_named(self) -> tuple[GoalReference, ...]:
        """The goal that it serves, where that is one of its parent's."""
        return (self.serves,) if self.serves and self.serves.plan in {None, self.parent} else ()

    @property
    def parent_key(self) -> str:
        """The field that names the parent, for a finding that is about it."""
        is_named = self.serves is not None and self.serves.plan == self.parent is not None
        return "serves" if is_named else "parent"


class Tactic(LevelPlan):
    """How: with what, in which steps. It stands under one strategy, or under a theme, and advances goals."""

    strategy: ReferenceField | None = Field(None, description="The id of the strategy that it serves.")
    theme: ReferenceField | None = Field(
        None, description="The id of the theme that it stands under, where it serves no strategy."
    )
    advances: Annotated[tuple[GoalReferenceField, ...], Texts] = Field(
        (), description="Goals of that strategy by their ids, or of another plan as `plan-id#goal-id`."
    )
    outcome: TextField | None = Field(
        None, description="What will be different once it is done, in inline Markdown."
    )
    resources: Annotated[tuple[ResourceField, ...], Parts] = Field((), description="What it needs.")
    actions: Actions = Field((), description="Its steps.")

    @property
    def above_id(self) -> str | None:
        """The id of its strategy."""
        return self.strategy

    @property
    def goals_named(self) -> tuple[GoalReference, ...]:
        """The goals that it advances."""
        return self.advances


class Person(Entity):
    """Someone who answers for plans: a person, or a role or office with no name.

    `email` and `until` (the last day of someone who left) never reach the site.
    """

    handle: SkipJsonSchema[HandleField]
    name: TextField | None = Field(None, description="The person's name; a role or office may have none.")
    role: TextField | None = Field(None, description="What the person does.")
    team: ReferenceField | None = Field(None, description="The id of the person's team.")
    github: TextField | None = Field(None, description="The user name on GitHub.")
    gitlab: TextField | None = Field(None, description="The user name on GitLab.")
    email: TextField | None = Field(None, description="The address; never published.")
    until: DateField | None = Field(None, description="The last day of someone who left; never published.")
    path: SkipJsonSchema[str] = Field(default="", exclude=True, repr=False)

    @property
    def shown_name(self) -> str:
        """The name, or the role where there is none, or the handle."""
        return self.name or self.role or self.handle

    @property
    def host_names(self) -> tuple[tuple[str, str], ...]:
        """The code hosts that know them, each with the user name there, without an `@`."""
        listed = (("GitHub", self.github), ("GitLab", self.gitlab))
        return tuple((host, name.removeprefix("@")) for host, name in listed if name)


def person_path(handle: str) -> str:
    """The file of a person's page."""
    return f"people/{handle}.md"


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
