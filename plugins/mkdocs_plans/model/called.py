"""What people write for an id: a title, a number, a file's name; for a person a name, a role, an address.

Nothing here is guessed: what is written must be the whole of one of these, but for case, and for the signs
between its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_plans.model.base import PlanFile
from mkdocs_plans.model.parts import Goal
from mkdocs_plans.model.plans import Person
from mkdocs_plans.model.slugs import composed

Thing = PlanFile | Goal | Person


def ids_called(text: str, things: Mapping[str, Thing] | Iterable[Thing]) -> list[str]:
    """The ids of the things that a text names; one, where it is the id of one."""
    by_id = things if isinstance(things, Mapping) else {id_of(thing): thing for thing in things}
    name = composed(text.strip())
    if name in by_id:
        return [name]
    said, path = plain_name(name), _path(name)
    return [
        id_
        for id_, thing in by_id.items()
        if (said and said in _names(id_, thing))
        or (path and isinstance(thing, PlanFile) and _is_at(thing, path))
    ]


def id_of(thing: Thing) -> str:
    """The id of a thing; the handle of a person."""
    return thing.handle if isinstance(thing, Person) else thing.id


def people_with_name(text: str, people: Mapping[str, Person]) -> list[str]:
    """The handles of those whose name has all words of a text, as a first name does: to be asked about."""
    words = set(re.findall(r"\w+", composed(text).casefold()))
    return [
        handle
        for handle, person in people.items()
        if words and words <= set(re.findall(r"\w+", (person.name or "").casefold()))
    ]


def plain_name(text: str) -> str:
    """A name in lower case, its words with single spaces between them."""
    return " ".join(re.findall(r"\w+", composed(text).casefold()))


def _path(text: str) -> str:
    """The path that a text is, from its end: `hire.md`, `../strategies/hire.md`; nothing for another text."""
    return re.sub(r"^[./]+", "", text) if re.fullmatch(r"\S+\.md", text) else ""


def _is_at(file: PlanFile, path: str) -> bool:
    return file.path == path or file.path.endswith(f"/{path}")


def _names(id_: str, thing: Thing) -> Iterator[str]:
    """All that a thing may be called."""
    yield plain_name(id_)
    if isinstance(thing, Person):
        for name in (thing.name, thing.role, thing.email, thing.github, thing.gitlab):
            if name:
                yield plain_name(name)
        return
    title = plain_name(thing.title)
    yield title
    if thing.number:
        number = plain_name(thing.number)
        yield from (number, f"{number} {title}")
