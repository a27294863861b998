"""Ids, handles, and references to goals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_plans.bounds import MAX_NAME_BYTES
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.model.slugs import composed, slug
from mkdocs_plans.reading_rules.keys_and_values import INVALID_ID, SEVERAL_DRIS

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
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        raise refuse(f"this names one goal, and it is a list of {len(value)}", "keep the main one")
    if not isinstance(value, str) or not value.strip():
        raise refuse("this must be the id of a goal", "write goal-id, or strategy-id#goal-id")
    plan, _, goal = value.strip().rpartition("#")
    return GoalReference(goal, plan or None)


def parse_reference(value: object, field: str) -> str:
    """Read the one id that a field names."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        rest = "; name the goals of others in `advances`, as strategy-id#goal-id"
        hint = "keep the one that it stands under" + rest * (field == "strategy")
        raise refuse(f"`{field}` names one, and this is a list of {len(value)}", hint)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise refuse("this must be one id", f"write one: `{field}: its-id`")


_SEVERAL = re.compile(r"[,;/+\n]|\s(?:and|&|und|et|y|with|mit)\s")


def parse_lead(value: object, *, otherwise: str = "") -> str:
    """Read the one who leads. Several, as a list or joined by a comma, a slash or "and", are refused, with
    what else there is to do.
    """
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if names_several(value):
        hint = f"keep one name; name the others as `contributors`{otherwise}"
        names = value if isinstance(value, list) else [one.strip() for one in _SEVERAL.split(str(value))]
        if all(isinstance(one, str) and HANDLE.fullmatch(one) for one in names):
            first, *others = names
            hint = f"write `{first}` alone, and `contributors: [{', '.join(others)}]`{otherwise}"
        raise refuse("a DRI is one person: several can't be directly responsible", hint, SEVERAL_DRIS)
    return parse_handle(value)


def names_several(value: object) -> bool:
    """Whether a value that should name one person names several."""
    if isinstance(value, list):
        return len(value) > 1
    return isinstance(value, str) and _SEVERAL.search(value) is not None


def parse_dri(value: object, *, is_joint: bool = False) -> tuple[str, ...]:
    """Read who answers: one, or where the site allows it a list of several. Several in one text are
    refused.
    """
    if value is None or isinstance(value, tuple):
        return value or ()
    if not is_joint:
        return (parse_lead(value, otherwise="; the setting `joint_dris` allows several as equals"),)
    if isinstance(value, str) and _SEVERAL.search(value):
        names = ", ".join(filter(None, (name.strip() for name in _SEVERAL.split(value))))
        raise refuse("these are several names in one text", f"write them as a list: [{names}]")
    listed = value if isinstance(value, list) and value else [value]
    handles = tuple(map(_one_of_several, listed))
    for at, handle in enumerate(handles):
        if handle in handles[:at]:
            raise refuse(f'"{handle}" is named twice', "name each once")
    return handles


def _one_of_several(value: object) -> str:
    if isinstance(value, str) and _SEVERAL.search(value):
        raise refuse(f'"{value}" is several names in one text', "write each as an item of the list")
    return parse_handle(value)


HANDLE = re.compile(r"(?!(?:index|readme)$)\w[\w.-]*", re.IGNORECASE)
"""A handle as the people file may have it: it becomes a part of an address. Our convention."""


_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices: no file can be called so there."""


def handle_problem(handle: str) -> tuple[str, str] | None:
    """What keeps a handle from being a part of an address on every system, and what to write; None where
    nothing does.
    """
    if not HANDLE.fullmatch(handle):
        return f'"{handle}" can\'t be a handle', "use letters, digits, `-`, `_` and `.`, such as `jane-doe`"
    if len(handle.encode()) > MAX_NAME_BYTES:
        return (
            f'"{handle[:40]}…" is too long for a handle',
            f"write one of at most {MAX_NAME_BYTES} characters",
        )
    if _DEVICES.fullmatch(handle):
        return f'"{handle}" can\'t be a handle: on Windows it is the name of a device', "write another one"
    if handle.endswith("."):
        return (
            f'"{handle}" can\'t be a handle: on Windows the dot at its end is lost',
            f"write {handle.rstrip('.')}",
        )
    return None


def parse_handle(value: object) -> str:
    """Read a person's handle."""
    if not isinstance(value, str) or not value.strip():
        raise refuse("this must be a handle from people.yml", "write it without a list or quotes")
    if len(value.encode()) > MAX_NAME_BYTES:
        hint = f"write a handle of at most {MAX_NAME_BYTES} characters"
        raise refuse(f'"{value[:40]}…" is too long for a handle', hint, INVALID_ID)
    return composed(value.strip().removeprefix("@"))


def parse_id(value: object, language: str = "en") -> str:
    """Read an id: lower-case words joined by hyphens. `language` is the site's, for the id that is offered
    in the place of another text.
    """
    if isinstance(value, str) and ID.fullmatch(value):
        if len(value) > MAX_NAME_BYTES:
            hint = f"write one of at most {MAX_NAME_BYTES} characters"
            raise refuse(f'"{value[:40]}…" is too long for an id', hint, INVALID_ID)
        return value
    said = value if isinstance(value, str) else "this"
    hint = f"write {slug(said, language)}" if isinstance(value, str) else ""
    raise refuse(f'"{said}" isn\'t an id: lower-case words joined by hyphens', hint, INVALID_ID)
