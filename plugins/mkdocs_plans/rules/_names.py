"""What things are called, for those who write a title or a name where an id belongs."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plans.model import Goal, Person, PlanFile

Thing = PlanFile | Goal | Person


def named(thing: Thing) -> tuple[str, str]:
    """Title and id of a thing; a person's name and handle."""
    return (thing.shown_name, thing.handle) if isinstance(thing, Person) else (thing.title, thing.id)


def names_of(things: Iterable[Thing]) -> dict[str, str]:
    """The ids of things by their titles; the handles of people by their names."""
    return dict(map(named, things))
