"""The hints that several rules give: what to write where a title or a name stands in the place of an id, and
what to do with a promised day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_plans.findings import Route
from mkdocs_plans.model import Person, Thing, id_of, ids_called
from mkdocs_plans.spelling import suggest


def names_of(things: Iterable[Thing]) -> dict[str, str]:
    """The ids of things by their titles; the handles of people by their names."""
    return {thing.shown_name if isinstance(thing, Person) else thing.title: id_of(thing) for thing in things}


def hint_for(named: str, things: Mapping[str, Thing], at: Route, otherwise: str) -> str:
    """What to write in the place of a name that is no id: the id of the one thing that is called so, else
    what is near.
    """
    return what_is_called(named, things, at) or suggest(named, things, otherwise, names_of(things.values()))


def what_is_called(named: str, things: Mapping[str, Thing], at: Route) -> str:
    """What to write for the name of a thing; nothing where there is none of that name."""
    return to_write(ids_called(named, things), at)


def to_write(ids: list[str], at: Route) -> str:
    """The hint that names the ids of which one is meant."""
    if len(ids) == 1:
        key = at.steps[-1]
        return f"write `{key}: {ids[0]}`" if isinstance(key, str) else f"write `{ids[0]}`"
    return f"several have this name: write {' or '.join(ids)}" if ids else ""


def keep_promise(is_first: bool) -> str:
    """What to do with a day that is moved for the first time, as the end of a hint."""
    return " and keep the old date as `originally`" if is_first else ""
