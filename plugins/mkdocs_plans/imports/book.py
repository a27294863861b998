"""The files that come in, as far as they are known: by what their source calls them."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_plans.authoring.layout import shorten_id
from mkdocs_plans.bounds import MAX_NAME_BYTES
from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.body_text import as_table
from mkdocs_plans.imports.incoming import IncomingFile, IncomingReading, Lost
from mkdocs_plans.imports.names import Names
from mkdocs_plans.imports.writing import namespace
from mkdocs_plans.load import Loaded
from mkdocs_plans.model import ID, FreeSlugs, LevelPlan, PlanFile, ids_called, slug, words_in
from mkdocs_plans.model.called import plain_name
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.settings import Site
from mkdocs_plans.yaml import Written


@dataclass
class Making:
    """A file that is being made. `is_only_named` says that the source names it, and says nothing of it yet.
    `table` are rows of what has no field, in columns by their names; `path` is where the source has the file,
    `places` where it has each of the parts.
    """

    type: str
    id: str
    title: str
    place: str
    is_only_named: bool = False
    fields: dict[str, Written] = field(default_factory=dict)
    parts: dict[str, list[dict[str, Written]]] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    table: list[Mapping[str, str]] = field(default_factory=list)
    path: str | None = None
    places: dict[str, list[str]] = field(default_factory=dict)

    def made(self, heading: str, head: Sequence[str]) -> IncomingFile:
        """The file, with its table below a heading."""
        sections = dict(self.sections)
        names = list(dict.fromkeys([*head, *(name for row in self.table for name in row)]))
        used = [name for name in names if any(row.get(name) for row in self.table)]
        if self.table and len(used) > 1:
            sections[heading] = as_table(used, [[row.get(name, "") for name in used] for row in self.table])
        fields: dict[str, Written] = {"title": self.title, **self.fields, **self.parts}
        return IncomingFile(
            self.type, self.id, fields, self.place, sections, path=self.path, places=self.places
        )


class Book:
    """What is known so far, and what couldn't be said."""

    def __init__(self, loaded: Loaded, site: Site, names: Names) -> None:
        self.plan, self.site, self.names = loaded.plan, site, names
        self.files: dict[tuple[str, str], Making] = {}
        self.lost: list[Lost] = []
        self.readings: list[IncomingReading] = []
        self.measured: Counter[tuple[str, str, datetime.date]] = Counter()
        self._called: dict[tuple[str, str], str] = {}
        self._free: dict[str, FreeSlugs] = {}
        self._names: dict[str, dict[str, list[PlanFile]]] = {}
        self._readings: dict[str, dict[tuple[str, datetime.date], list[TableReading]]] = {}

    def made(self, heading: str, head: Sequence[str] = ()) -> list[IncomingFile]:
        """All files, each with its table of what has no field below a heading."""
        return [making.made(heading, head) for making in self.files.values()]

    def begin(self, type_: str, title: str, number: str, id_: str, place: str) -> Making:
        """Begin the file of a row, or go on with one that was only named. EditError where it has no name."""
        known = self._known(type_, title, number, id_)
        making = self.files.get((namespace(type_), known)) if known else None
        if making is not None and making.is_only_named and making.type == type_:
            making.is_only_named, making.place = False, place
            making.title = title or making.title
            return making
        is_taken = making is not None
        return self._begin(type_, title, "" if is_taken else known, place, number)

    def begin_statement(self, type_: str, text: str) -> Making:
        """Begin the mission, the vision or the values; a second statement stands below the first."""
        known = next((one for one in self.plan.files if one.type == type_), None)
        making = self.files.get((type_, ""))
        if making is None:
            title = known.title if known else type_.capitalize()
            making = Making(type_, known.id if known else type_, title, type_)
            self.files[type_, ""] = making
        said = making.fields.get("statement")
        if text:
            making.fields["statement"] = f"{said}\n{text}" if said else text
        return making

    def refer(self, type_: str, text: str, place: str) -> str:
        """The id of what a cell names; what nobody knows yet becomes a file. EditError where it may mean
        several.
        """
        key = (type_, _named_so(text))
        if key not in self._called:
            found = ids_called(text, self._there(type_))
            if len(found) > 1:
                raise EditError(f'several are called "{text}": write one as {" or ".join(found)}')
            self._called[key] = found[0] if found else self._named(type_, text, place)
        return self._called[key]

    def is_called(self, type_: str, text: str) -> bool:
        """Whether a file of a type is called so, in the plan or in what comes in."""
        return (type_, _named_so(text)) in self._called or bool(ids_called(text, self._there(type_)))

    def incoming_called(self, name: str) -> list[str]:
        """The ids of the strategies and tactics that come in and are called so, by a plain name."""
        ids = (self._called.get((type_, name)) for type_ in ("strategy", "tactic"))
        return [id_ for id_ in ids if id_]

    def existing(self, type_: str, id_: str) -> PlanFile | None:
        """The plan's own file of an id."""
        return self._there(type_).get(id_)

    def readings_of(self, plan: LevelPlan) -> Mapping[tuple[str, datetime.date], Sequence[TableReading]]:
        """What the site's tables have of a plan, by the id of the goal and the day."""
        if plan.id not in self._readings:
            found = self._readings[plan.id] = defaultdict(list)
            for one in plan.measured:
                found[one.goal, one.day].append(one)
        return self._readings[plan.id]

    def numbered(self, type_: str, number: str) -> PlanFile | None:
        """The plan's own file of a number, where there is one."""
        found = [one for one in self._by_name(type_).get(number, ()) if one.number == number]
        return found[0] if len(found) == 1 else None

    def _by_name(self, type_: str) -> Mapping[str, list[PlanFile]]:
        """The plan's own files of a type by their numbers, and by their titles as names are compared."""
        if type_ not in self._names:
            names = self._names[type_] = defaultdict(list)
            for one in self._there(type_).values():
                for name in {one.number, _named_so(one.title)} - {None}:
                    names[str(name)].append(one)
        return self._names[type_]

    def _free_ones(self, type_: str, name: str) -> list[PlanFile]:
        """Those of a number or a title that nothing has come in for yet."""
        kind = namespace(type_)
        return [one for one in self._by_name(type_).get(name, ()) if (kind, one.id) not in self.files]

    def _named(self, type_: str, text: str, place: str) -> str:
        making = self._begin(type_, text, "", place, "")
        making.is_only_named = True
        return making.id

    def _begin(self, type_: str, title: str, id_: str, place: str, number: str) -> Making:
        if not title and not id_:
            raise EditError("it says nothing that it could be called by")
        if not id_:
            made = shorten_id(slug(title, self.site.language)) if words_in(title) or title else "item"
            id_ = self._slugs(type_).take(f"the-{made}" if made in {"index", "readme"} else made)
        making = Making(type_, id_, title or id_, place)
        self.files[namespace(type_), id_] = making
        for name in (title, number, id_):
            if name:
                self._called.setdefault((type_, _named_so(name)), id_)
        return making

    def _known(self, type_: str, title: str, number: str, id_: str) -> str:
        """The id of a row's file: the one that is written, that of the file with its number, else that of the
        file that is called so; empty where there is none yet.
        """
        if id_:
            return id_ if ID.fullmatch(id_) and len(id_) <= MAX_NAME_BYTES else ""
        kind = namespace(type_)
        numbered = [one for one in self._free_ones(type_, number) if number and one.number == number]
        if len(numbered) == 1:
            return numbered[0].id
        called = self._called.get((type_, _named_so(title)), "")
        if (making := self.files.get((kind, called))) and making.is_only_named:
            return called
        alike = [
            one.id
            for one in self._free_ones(type_, _named_so(title))
            if _named_so(one.title) == _named_so(title) and (not number or one.number in {None, number})
        ]
        return min(alike, key=lambda id_: (len(id_), id_), default="")

    def _there(self, type_: str) -> Mapping[str, PlanFile]:
        plan = self.plan
        held: Mapping[str, Mapping[str, PlanFile]] = {
            "theme": plan.themes, "team": plan.teams, "strategy": plan.strategies, "tactic": plan.tactics
        }  # fmt: skip
        return held[type_]

    def _slugs(self, type_: str) -> FreeSlugs:
        kind = namespace(type_)
        if kind not in self._free:
            held = self.plan.plans if kind == "plan" else self._there(type_)
            self._free[kind] = FreeSlugs({*held, *self.plan.unread.by_id})
        return self._free[kind]


def _named_so(text: str) -> str:
    """A name as it is compared; one that has only signs as it is written."""
    return plain_name(text) or text.strip()
