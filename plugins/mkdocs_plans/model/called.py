"""What people write for an id: a title, a number, a file's name; for a person a name, a role, an address.

Nothing here is guessed: what is written must be the whole of one of these, but for case, accents, and the
signs between its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from mkdocs_plans.model.base import PlanFile
from mkdocs_plans.model.parts import Goal
from mkdocs_plans.model.plans import Person
from mkdocs_plans.model.slugs import composed, words_in

Thing = PlanFile | Goal | Person


def ids_called(text: str, things: Mapping[str, Thing] | Iterable[Thing]) -> list[str]:
    """The ids of the things that a text names; one, where it is the id of one."""
    by_id = things if isinstance(things, Mapping) else {id_of(thing): thing for thing in things}
    name = composed(text.strip())
    if name in by_id:
        return [name]
    names, paths = _as_said(name)
    found = [id_ for id_, thing in by_id.items() if _is_called(id_, thing, names, paths)]
    if found:
        return found
    spelt = _spellings(plain_name(name))
    return [
        id_
        for id_, thing in by_id.items()
        if any(not spelt.isdisjoint(_spellings(called)) for called in _names(id_, thing))
    ]


def _is_called(id_: str, thing: Thing, names: set[str], paths: set[str]) -> bool:
    if isinstance(thing, PlanFile) and any(_is_at(thing, path) for path in paths):
        return True
    return not names.isdisjoint(_names(id_, thing))


_MOST_KEPT = 50_000
"""How many names are kept as they are compared: each unknown name is compared with those of all things."""

LONGEST = 500
"""From how many characters on a text is no link and no address. Our convention."""

_LINK = re.compile(r"!?\[+(?P<text>[^\[\]]*)\]+(?:\((?P<target>[^()\s]*)[^()]*\))?")
_ADDRESS = re.compile(r"[\"']?(?P<name>[^<>\"']*)[\"']?\s*<(?:mailto:)?(?P<address>[^<>\s]+)>")
_NOTED = re.compile(r"(?P<name>[^()]*[^()\s])\s*\([^()]+\)")
"""`Ada Ames (Head of Sales)`."""

_LAST_FIRST = re.compile(r"(?P<last>[^,]+),\s*(?P<first>[^,]+)")


def _as_said(name: str) -> tuple[set[str], set[str]]:
    """The names and the paths that a text may be: as it is written; of a link its text and its target, of
    `Name <address>` both, of `Name (role)` the name, and what is written as `Surname, First name` the other
    way round.
    """
    said = [name]
    if len(name) > LONGEST:
        return {plain_name(name)}, set()
    if link := _LINK.fullmatch(name):
        said += [link["text"], link["target"] or ""]
    if address := _ADDRESS.fullmatch(name):
        said += [address["name"], address["address"]]
    if noted := _NOTED.fullmatch(name):
        said.append(noted["name"])
    if turned := _LAST_FIRST.fullmatch(name):
        said.append(f"{turned['first']} {turned['last']}")
    return {*map(plain_name, said)} - {""}, {*map(_path, said)} - {""}


@lru_cache(maxsize=_MOST_KEPT)
def _spellings(name: str) -> frozenset[str]:
    """How a plain name is spelt by those who lack the keys for its letters: without accents, or with two
    letters for an umlaut. A name in ASCII is spelt in one way: `michael` is not `michal`.
    """
    if name.isascii():
        return frozenset({name} - {""})
    spelt = (words_in(name, language).replace("-", " ") for language in ("en", "de"))
    return frozenset(spelt) - {""}


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


@lru_cache(maxsize=_MOST_KEPT)
def plain_name(text: str) -> str:
    """A name in lower case, its words with single spaces between them."""
    return " ".join(re.findall(r"\w+", composed(text).casefold()))


def _path(text: str) -> str:
    """The path that a text is, from its end: `hire.md`, `../strategies/hire.md`, `strategies/hire/`; nothing
    for another text.
    """
    if re.fullmatch(r"[^\s/]*(?:/[^\s/]+)+/", text):
        text = text.rstrip("/") + ".md"
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
