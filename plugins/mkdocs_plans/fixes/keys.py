"""A key renamed to a field of ours, where the field takes what the key has and finds what it names."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum

from mkdocs_plans.edits.scalars import Scalar, rewrite_all, value_at
from mkdocs_plans.findings import Fix, Route, Steps
from mkdocs_plans.fixes.case import Case, find_alone
from mkdocs_plans.fixes.type_of_field import type_of_field
from mkdocs_plans.model import Date, Person, PlanFile, Team, ids_called, meant_date, meant_word
from mkdocs_plans.yaml import Value

_OF_KEYS = frozenset({"misspelt-field", "foreign-field", "unknown-field"})
"""What is found of keys inside the value: it was found before as well."""

Meant = Callable[[str], str | None]
"""Says which field a key is meant for."""


def rename_key(case: Case, key: Scalar, field: str, fields: Collection[str], meant: Meant) -> Fix:
    """Rename a key, if it is the only one that is there for the field; and those like it in other items of
    the list, if all can be.
    """
    like = (
        other.at.steps for other in case.others if isinstance(other.at, Route) and _is_like(case, other.at)
    )
    steps = [
        each
        for each in (case.route.steps, *like)
        if _keys_for(case, each, field, fields, meant) == [key.text]
    ]
    if case.route.steps not in steps:
        return ()
    return (_rename(case, steps, field) if len(steps) > 1 else ()) or _rename(case, [case.route.steps], field)


def _is_like(case: Case, other: Route) -> bool:
    """Whether a key is the same one in another item of the same list, or of another person."""
    free = 1 if case.document.is_all_yaml else 0
    own, steps = case.route.steps[free:], other.steps[free:]
    return (
        other.part == "key"
        and len(own) == len(steps)
        and all(
            a == b or (isinstance(a, int) and isinstance(b, int)) for a, b in zip(own, steps, strict=True)
        )
    )


def _rename(case: Case, keys: Sequence[Steps], field: str) -> Fix:
    """Rename keys, if the field takes what each of them has."""
    edits = rewrite_all(case.document, {Scalar(Route(steps, "key"), str(steps[-1])): field for steps in keys})
    return edits if edits and _takes_them(case, edits, keys, field) else ()


def _keys_for(case: Case, steps: Steps, field: str, fields: Collection[str], meant: Meant) -> list[str]:
    """The keys that are there for a field beside the one at some steps, by its name or by another one."""
    holder = value_at(case.document, steps[:-1])
    keys = holder if isinstance(holder, dict) else ()
    return [key for key in keys if key == field or (key not in fields and meant(key) == field)]


def _takes_them(case: Case, edits: Fix, keys: Sequence[Steps], field: str) -> bool:
    """Whether the field takes what each key has, once that is fixed too, and finds what it names."""
    renamed = {(*steps[:-1], field) for steps in keys}
    length = len(keys[0])
    after = case.after(edits)
    refused = any(
        isinstance(found.at, Route)
        and found.at.steps[:length] in renamed
        and found.rule not in _OF_KEYS
        and not _has_one_meaning(case, found.at, value_at(after, found.at.steps))
        for found in find_alone(after, case.site)
    )
    return not refused and not any(leads_nowhere(case, field, value_at(case.document, each)) for each in keys)


def _has_one_meaning(case: Case, at: Route, value: Value) -> bool:
    """Whether a word or a date that is refused is another form of one of ours."""
    kind = type_of_field(case, at)
    if not isinstance(value, str):
        return False
    if kind is Date:
        return meant_date(value, case.site.settings.fiscal_year_start, case.site.language) is not None
    return inspect.isclass(kind) and issubclass(kind, StrEnum) and meant_word(kind, value) is not None


def leads_nowhere(case: Case, field: str, value: Value) -> bool:
    """Whether something that a field would name isn't there. No other field leads anywhere."""
    named = [
        each.strip() for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)
    ]
    if field in {"advances", "serves"}:
        return not all(_is_goal(case, name) for name in named)
    there = _there(case, field)
    return there is not None and not all(
        len(ids_called(name.removeprefix("@"), there)) == 1 for name in named
    )


def _there(case: Case, field: str) -> Mapping[str, PlanFile | Person] | None:
    """What a field may name, by id; None for a field that names nothing, or where nobody is known."""
    plan = case.plan
    is_team = isinstance(plan.by_path.get(case.document.path), Team)
    people = plan.people or None
    named: dict[str, Mapping[str, PlanFile | Person] | None] = {
        "strategy": plan.strategies,
        "parent": plan.teams if is_team else plan.strategies,
        "depends_on": plan.plans,
        "theme": plan.themes,
        "team": plan.teams,
        "dri": plan.answering or None,
        "lead": people,
        "contributors": people,
    }
    return named.get(field)


def _is_goal(case: Case, reference: str) -> bool:
    plan, _, goal = reference.rpartition("#")
    above = case.values.get("strategy") or case.values.get("parent")
    holder = case.plan.plans.get(plan or str(above))
    return holder is not None and holder.goal(goal) is not None
