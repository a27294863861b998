"""Every place of a file that names a plan, a goal, a theme, a team or a person: in a front matter, in the
arguments of views, and in links.

Links are `[text](path)`, `[text](<path>)` and `[name]: path`, in the text and in the texts of the front
matter, but not in code or comments. An address that isn't a path in the plan is no link here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from mkdocs_plans.findings import Route, Steps
from mkdocs_plans.source import Document, without_code
from mkdocs_plans.source.body import without_comments
from mkdocs_plans.yaml import Value

NamedKind = Literal["plan", "goal", "theme", "team", "person"]
"""What can be named. A goal's name has its plan's before it, as `plan#goal`."""

_FIELDS: Mapping[str, Mapping[str, NamedKind]] = {
    "strategy": {
        "parent": "plan", "theme": "theme", "team": "team", "depends_on": "plan", "dri": "person",
        "contributors": "person",
    },
    "tactic": {
        "strategy": "plan", "theme": "theme", "team": "team", "depends_on": "plan", "dri": "person",
        "contributors": "person",
    },
    "team": {"lead": "person", "parent": "team"},
    "part": {"dri": "person", "contributors": "person"},
    "person": {"team": "team"},
    "view": {
        "strategy": "plan", "theme": "theme", "team": "team", "dri": "person", "handle": "person",
    },
}  # fmt: skip
"""The fields that name something, by the type of file, or of what stands in one."""

_GOALS_NAMED = {"strategy": {"serves": "parent"}, "tactic": {"advances": "strategy"}}
"""The field that names goals, by the type of file, and the one that says whose they are by default."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, where it stands, and what stands around it in the same text."""

    route: Route
    kind: NamedKind
    name: str
    before: str = ""
    after: str = ""


def find_names_in_plan_file(
    values: Mapping[str, Value], kind: str, plan_id: str, own: Collection[str] = ()
) -> Iterator[Mention]:
    """Give each name in the front matter of a plan file of a type and an id. `own` are the keys of the
    organisation's own that name a person.
    """
    yield from _names(values, kind, ())
    yield from _people(values, own, ())
    for key in ("goals", "actions"):
        for index, part in _items(values.get(key)):
            yield from _names(part, "part", (key, index))
            yield from _people(part, own, (key, index))
    for field, above in _GOALS_NAMED.get(kind, {}).items():
        yield from _goals(values, field, values.get(above))
    for index, update in _items(values.get("updates")):
        readings = update.get("readings")
        for goal in readings if isinstance(readings, dict) else ():
            route = Route.to_key("updates", index, "readings", goal)
            yield Mention(route, "goal", f"{plan_id}#{goal}")


def find_names_in_people(values: Mapping[str, Value]) -> Iterator[Mention]:
    """Give each name in the people file: the handles, and the teams."""
    for handle, person in values.items():
        yield Mention(Route.to_key(handle), "person", handle)
        if isinstance(person, dict):
            yield from _names(person, "person", (handle,))


def find_names_in_view(values: Mapping[str, Value]) -> Iterator[Mention]:
    """Give each name in the arguments of a view."""
    return _names(values, "view", ())


def _people(values: Mapping[str, Value], keys: Collection[str], at: Steps) -> Iterator[Mention]:
    return _names_in(values, dict.fromkeys(keys, "person"), at)


def _names(values: Mapping[str, Value], kind: str, at: Steps) -> Iterator[Mention]:
    return _names_in(values, _FIELDS.get(kind, {}), at)


def _names_in(values: Mapping[str, Value], fields: Mapping[str, NamedKind], at: Steps) -> Iterator[Mention]:
    for field, named in fields.items():
        for steps, text in _texts(values, field):
            before = text[: len(text) - len(text.lstrip("@"))] if named == "person" else ""
            yield Mention(Route((*at, *steps)), named, text.removeprefix(before), before)


def _goals(values: Mapping[str, Value], field: str, above: Value) -> Iterator[Mention]:
    """The goals that a field names, each as itself, where `above` has it, or behind its plan and a `#`."""
    for steps, text in _texts(values, field):
        plan, hash_, goal = text.rpartition("#")
        if plan:
            yield Mention(Route(steps), "plan", plan, after=f"#{goal}")
        yield Mention(Route(steps), "goal", f"{plan or above}#{goal}", before=plan + hash_)


def _texts(values: Mapping[str, Value], field: str) -> Iterator[tuple[Steps, str]]:
    """Give the text of a field, or each of a list of texts."""
    value = values.get(field)
    if isinstance(value, str):
        yield (field,), value
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield (field, index), item


def _items(value: Value) -> Iterator[tuple[int, Mapping[str, Value]]]:
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield index, item


_PARENTHESES = r"[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
_LINK = re.compile(rf"\]\([ \t]*(?:<([^<>\n]*)>|({_PARENTHESES}))")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkdownLink:
    """A link: the path that it leads to, relative to `docs_dir`, and its fragment; where the last part of
    the path and the fragment begin in the document's text, and how they are written.
    """

    path: str
    fragment: str
    name_start: int
    name: str
    fragment_start: int


def find_links(document: Document) -> Iterator[MarkdownLink]:
    """Give each link to a file of the plan, in their order."""
    text = without_comments(without_code(document.text))
    for pattern in (_LINK, _DEFINITION):
        for match in pattern.finditer(text):
            group = 1 if match[1] is not None else 2
            if match[group] and not _ADDRESS.match(match[group]):
                yield _link(document.path, match[group], match.start(group))


def _link(own_path: str, address: str, start: int) -> MarkdownLink:
    before_fragment, _, fragment = address.partition("#")
    path = before_fragment.partition("?")[0]
    folder = "/" if path.startswith("/") else posixpath.dirname(own_path)
    target = posixpath.normpath(posixpath.join(folder, unquote(path))).lstrip("/") if path else own_path
    name = path.rpartition("/")[2]
    name_start = start + len(path) - len(name)
    return MarkdownLink(target, fragment, name_start, name, start + len(before_fragment) + 1)
