"""Which type has the field that a route leads to, by the model's own annotations; and by which field an item
of a list is known.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from mkdocs_plans.findings import Route, Steps
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.load.own_fields import place_of
from mkdocs_plans.model import TYPES, Action, Date, Entity, Goal, Person, Resource, ValueStatement
from mkdocs_plans.model.own_fields import OwnField


def type_of_field(case: Case, route: Route) -> Any:
    """The type of the value, or of the key, that a route leads to: `Date`, `Decimal`, `Status`, `str`,
    an entity, … None where the model has no such place.
    """
    steps, kind = _start(case, route)
    if route.part == "key":
        mapping = _follow(kind, steps[:-1])
        return _bare(get_args(mapping)[0]) if get_origin(mapping) is dict else None
    own = own_field_at(case, route)
    return _OWN.get(own.type) if own else _follow(kind, steps)


_OWN: Mapping[str | None, Any] = {"date": Date, "number": Decimal, "text": str, "person": str, "link": str}
"""The type of an organisation's own field that holds one value."""


def own_fields_at(case: Case, route: Route) -> Mapping[str, OwnField]:
    """The organisation's own fields that may stand beside the field that a route leads to."""
    file = case.plan.by_path.get(case.document.path)
    kind = file.type if file else str(case.values.get("type"))
    return case.plan.own_fields.of(place_of(kind, route.steps))


def own_field_at(case: Case, route: Route) -> OwnField | None:
    """The organisation's own field that a route leads to."""
    return own_fields_at(case, route).get(str(route.steps[-1])) if route.steps else None


def entity_at(case: Case, route: Route) -> type[Entity] | None:
    """The entity whose field a route leads to."""
    steps, kind = _start(case, route)
    found = _follow(kind, steps[:-1])
    return found if _is_entity(found) else None


def _start(case: Case, route: Route) -> tuple[Steps, Any]:
    if case.document.path == case.site.settings.people:
        return route.steps[1:], Person
    file = case.plan.by_path.get(case.document.path)
    return route.steps, type(file) if file else TYPES.get(str(case.values.get("type")))


def _follow(kind: Any, steps: Steps) -> Any:
    for step in steps:
        kind = _inside(kind, step)
    return kind


def _inside(kind: Any, step: str | int) -> Any:
    if _is_entity(kind):
        field = kind.model_fields.get(str(step))
        return _bare(field.annotation) if field else None
    arguments = get_args(kind)
    if get_origin(kind) is tuple and isinstance(step, int):
        return _bare(arguments[0])
    return _bare(arguments[1]) if get_origin(kind) is dict else None


def _is_entity(kind: Any) -> bool:
    return inspect.isclass(kind) and issubclass(kind, Entity)


def _bare(annotation: Any) -> Any:
    """An annotation without `Annotated` and `| None`; of what may be words
    too, the number or the date.
    """
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    others = [each for each in get_args(annotation) if each is not NoneType]
    if get_origin(annotation) not in {Union, UnionType}:
        return annotation
    kinds = [each for each in others if each in {Date, Decimal}] or others
    return _bare(kinds[0]) if len(kinds) == 1 else annotation


_NEEDED: dict[type[Entity], str] = {Action: "do", Goal: "title", Resource: "name", ValueStatement: "name"}


def needed_field(kind: object) -> str | None:
    """The field that a text alone is meant for; None for what isn't known by a text."""
    return _NEEDED.get(kind) if isinstance(kind, type) else None
