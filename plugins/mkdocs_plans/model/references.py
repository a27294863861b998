"""Ids, handles, and references to goals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.model.slugs import composed, slug

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: lower-case words joined by hyphens."""


@dataclass(frozen=True, slots=True)
class GoalReference:
    """A goal by its id, with its plan's id where that is not the tactic's own strategy."""

    goal: str
    plan: str | None = None

    def __str__(self) -> str:
        return f"{self.plan}#{self.goal}" if self.plan else self.goal


def parse_goal_reference(value: object) -> GoalReference:
    """Read `goal-id` or `plan-id#goal-id`."""
    if isinstance(value, GoalReference):
        return value
    if not isinstance(value, str) or not value.strip():
        raise refuse("expected the id of a goal", "write goal-id, or strategy-id#goal-id")
    plan, _, goal = value.strip().rpartition("#")
    return GoalReference(goal, plan or None)


def parse_dri(value: object) -> str:
    """Read the one DRI. Several, as a list or joined by a comma or "and", are refused."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list) or (isinstance(value, str) and re.search(r",|;| and | & ", value)):
        hint = "keep one name; name the others as `contributors`"
        raise refuse("a DRI is one person: several can't be directly responsible", hint, "several-dris")
    return parse_handle(value)


HANDLE = re.compile(r"(?!(?:index|readme)$)\w[\w.-]*", re.IGNORECASE)
"""A handle as the people file may have it: it becomes a part of an address. Our convention."""


def parse_handle(value: object) -> str:
    """Read a person's handle."""
    if not isinstance(value, str) or not value.strip():
        raise refuse("expected a handle of people.yml", "write it without a list or quotes")
    return composed(value.strip().removeprefix("@"))


def parse_id(value: object, language: str = "en") -> str:
    """Read an id: lower-case words joined by hyphens. `language` is the site's, for the id that is offered
    in the place of another text.
    """
    if isinstance(value, str) and ID.fullmatch(value):
        return value
    said = value if isinstance(value, str) else "this"
    hint = f"write {slug(said, language)}" if isinstance(value, str) else ""
    raise refuse(f'"{said}" isn\'t an id: lower-case words joined by hyphens', hint, "invalid-id")
