"""What an author wants renamed, and whether the new id is free."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mkdocs_plans.authoring.layout import refuse_as_file_name
from mkdocs_plans.authoring.mentions import NamedKind
from mkdocs_plans.errors import EditError
from mkdocs_plans.load.plan_file import default_id
from mkdocs_plans.model import HANDLE, ID, PlanFile, Thing, ids_called, slug
from mkdocs_plans.plan import Plan
from mkdocs_plans.spelling import suggest

TYPES = ("strategy", "tactic", "theme", "team", "person")
"""What can be renamed, apart from goals, which are known by the `#` in their name."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What gets which id. `old` is a goal's with its plan's, as `plan#goal`; `new` is the id alone.
    `path` is the file of what is renamed, and `new_path` where it moves to, if it does.
    """

    kind: NamedKind
    old: str
    new: str
    path: str
    new_path: str

    @property
    def moves(self) -> bool:
        """Whether the file gets another name."""
        return self.path != self.new_path


def _rename_file(file: PlanFile, kind: NamedKind, new: str, language: str) -> Renaming:
    """The renaming of a plan file, which moves if its name was its id."""
    folder, name = posixpath.split(file.path)
    stem, suffix = posixpath.splitext(name)
    moves = default_id(file.path, language) == file.id and stem not in {"index", "README"}
    path = posixpath.join(folder, new + suffix) if moves else file.path
    return Renaming(kind, file.id, new, file.path, path)


def find_renaming(plan: Plan, old: str, new: str, type_: str | None = None, language: str = "en") -> Renaming:
    """Find what `old` names and make its renaming. EditError where there is no such thing, or several, or
    the new id is taken or is none. `language` is the site's, in which ids are made.
    """
    if "#" in old:
        return _of_goal(plan, old, new, language)
    there = _there(plan)
    called = {one: ids_called(old, there[one]) for one in TYPES if type_ in {one, None}}
    ids = [id_ for found in called.values() for id_ in found]
    if old not in ids and len(ids) == 1:
        old = ids[0]
    found = [one for one in TYPES if type_ in {one, None} and old in there[one]]
    if not found:
        names = {name for one in TYPES if type_ in {one, None} for name in there[one]}
        goals = " or ".join(f"{one.id}#{old}" for one in plan.plans.values() if one.goal(old))
        hint = suggest(old, names, "see `plans check`, which names the files")
        hint = f"did you mean the goal {goals}?" if goals else hint
        if ids:
            raise EditError(f'several are called "{old}": name one, as {" or ".join(ids)}')
        raise EditError(f'there is no {type_ or "plan, theme, team or person"} "{old}": {hint}')
    if len(found) > 1:
        named = " and ".join(f"a {one}" for one in found)
        raise EditError(f'"{old}" is {named}: say which, as --type {found[0]}')
    return _of(plan, found[0], old, new, language)


def _there(plan: Plan) -> Mapping[str, Mapping[str, Thing]]:
    return {
        "strategy": plan.strategies,
        "tactic": plan.tactics,
        "theme": plan.themes,
        "team": plan.teams,
        "person": plan.people,
    }


def _of(plan: Plan, type_: str, old: str, new: str, language: str) -> Renaming:
    if type_ == "person":
        _refuse_taken(plan, new, plan.people, HANDLE, language)
        path = plan.people[old].path
        return Renaming("person", old, new, path, path)
    files: Mapping[str, Mapping[str, PlanFile]] = {"theme": plan.themes, "team": plan.teams}
    taken = files.get(type_, plan.plans)
    _refuse_taken(plan, new, taken, ID, language)
    refuse_as_file_name(new)
    kind: NamedKind = "theme" if type_ == "theme" else "team" if type_ == "team" else "plan"
    return _rename_file(taken[old], kind, new, language)


def _of_goal(plan: Plan, old: str, new: str, language: str) -> Renaming:
    plan_id, _, goal_id = old.rpartition("#")
    called = ids_called(plan_id, plan.plans)
    holder = plan.plans[called[0]] if len(called) == 1 else None
    if holder is None:
        hint = suggest(plan_id, plan.plans, "see `plans check`")
        raise EditError(f'no strategy or tactic has the id "{plan_id}": {hint}')
    plan_id, ids = holder.id, [goal.id for goal in holder.goals]
    found = ids_called(goal_id, holder.goals)
    goal_id = found[0] if len(found) == 1 else goal_id
    if goal_id not in ids:
        raise EditError(f'{plan_id} has no goal "{goal_id}": {suggest(goal_id, ids, "see its file")}')
    name = new.removeprefix(f"{plan_id}#")
    _refuse_taken(plan, name, ids, ID, language)
    return Renaming("goal", f"{plan_id}#{goal_id}", name, holder.path, holder.path)


def _refuse_taken(plan: Plan, new: str, taken: Collection[str], form: re.Pattern[str], language: str) -> None:
    if not form.fullmatch(new):
        raise EditError(
            f'"{new}" isn\'t an id, which is lower-case words joined by hyphens: write {slug(new, language)}'
        )
    if new in taken or plan.has_unread(new):
        raise EditError(f'there is a "{new}" already: choose another id')
