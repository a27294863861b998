"""Names of people in a source → their handles. Who isn't in the people file becomes one of the people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_plans.errors import EditError
from mkdocs_plans.model import FreeSlugs, Person, handle_problem, ids_called, slug
from mkdocs_plans.plan import Plan
from mkdocs_plans.yaml import Written

_BETWEEN = re.compile(r"\s*(?:[;\n|]|\s/\s|\s&\s)\s*")
"""What stands between several names in a cell. A comma may also part a surname from a first name."""

_LONGEST = 120
"""A longer text is no name."""


_NOBODY = frozenset(
    {"nn", "na", "tbd", "tba", "tbc", "none", "nobody", "open", "vacant", "unknown", "various"}
    | {"offen", "vakant", "unbekannt", "keine", "keiner", "diverse", "niemand", "tobedetermined"}
)
"""What stands where nobody is named, in letters alone."""


_TITLES = re.compile(
    r"(?:\b(?:(?:prof(?:essor)?|dr|dipl|ing|mag|med|phil|jur|rer|nat|h\.\s?c)\.\s?(?:-\s?)?|(?:prof(?:essor)?|dr)\s))+",
    re.IGNORECASE,
)
_MEN = {"mr", "hr", "hrn", "herr", "herrn"}
_ADDRESSED = re.compile(r"(?:(?:mr|mrs|ms|mx|hr|hrn|fr)\.?|herrn?|frau)\s+(?=\S)", re.IGNORECASE)
_NOTED = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<role>[^()]+)\)")
_ADDRESS = re.compile(r"(?:(?P<name>[^<>@]*[^<>@\s])\s*<)?(?P<email>[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+?)>?")


class Names:
    """The people whom a source names. `known` are those that the source itself lists, by their handles."""

    def __init__(self, plan: Plan, language: str, field: str = "name", between: Sequence[str] = ()) -> None:
        self.new: dict[str, dict[str, Written]] = {}
        self._plan = plan
        self._language = language
        self._field = field
        longest_first = sorted(between, key=len, reverse=True)
        self._between = re.compile("|".join(map(re.escape, longest_first))) if between else None
        self._handles: dict[str, str] = {}
        self._by_bare_name: dict[str, list[str]] | None = None
        self._free = FreeSlugs({*plan.people, *plan.teams})

    def handles(self, text: str) -> list[str]:
        """The handles of all whom a text names, each once. EditError where it may mean several people, or is
        no name.
        """
        return list(dict.fromkeys(self._handle(name) for name in self._parted(text) if name))

    def add(self, handle: str, fields: Mapping[str, Written]) -> None:
        """Take up somebody whom the source lists."""
        self.new[handle] = {**self.new.get(handle, {}), **fields}
        for text in (handle, fields.get("name"), fields.get("role")):
            if isinstance(text, str):
                self._handles.setdefault(_plain(text), handle)

    def of_name(self, name: str) -> str:
        """The handle of somebody whom a source lists by name."""
        return self._handle(name)

    def _parted(self, text: str) -> Iterable[str]:
        if self._between:
            return [part.strip() for part in self._between.split(text)]
        parts = [part.strip() for part in _BETWEEN.split(text)]
        return [name for part in parts for name in self._by_comma(part)]

    def _by_comma(self, text: str) -> list[str]:
        """Several names with commas between them; `Ames, Ada` is one."""
        parts = [part.strip() for part in text.split(",")]
        is_one = len(parts) < 2 or (len(parts) == 2 and not all(" " in part for part in parts))
        if is_one and len(parts) == 2 and all(ids_called(part, self._plan.people) for part in parts):
            is_one = bool(ids_called(text, self._plan.people))
        return [text] if is_one else parts

    def _handle(self, name: str) -> str:
        plain = _plain(name)
        if plain not in self._handles:
            self._handles[plain] = self._found(name)
        return self._handles[plain]

    def _found(self, name: str) -> str:
        people: Mapping[str, Person] = self._plan.people
        found = ids_called(name.removeprefix("@"), people)
        if len(found) > 1:
            raise EditError(f'several people are called "{name}": write one as {" or ".join(found)}')
        if not found and self._plan.team_dris:
            found = ids_called(name, self._plan.teams)
        if found:
            return found[0]
        if re.sub(r"\W", "", name).casefold() in _NOBODY:
            raise EditError("it names nobody yet")
        if len(name) > _LONGEST or not any(map(str.isalpha, name)):
            raise EditError("it isn't a person's name")
        return self._alike(name) or self._begin(name)

    def _alike(self, name: str) -> str | None:
        """The handle of the one person of the plan whose name is the same but for titles."""
        if self._by_bare_name is None:
            self._by_bare_name = defaultdict(list)
            for handle, person in self._plan.people.items():
                self._by_bare_name[_bare(person.name or "")].append(handle)
        found = self._by_bare_name.get(_bare(_parted_name(name, "name")[0]), [])
        return found[0] if len(found) == 1 else None

    def _begin(self, name: str) -> str:
        called, fields = _parted_name(name, self._field)
        if (known := self._handles.get(_bare(called))) is None:
            known = self._free.take(slug(_ADDRESSED.sub("", _bare(called)), self._language))
            if handle_problem(known):
                known = self._free.take(f"{known[:60].rstrip('-')}-1")
            self._handles[_plain(known)] = self._handles[_bare(called)] = known
        self.new[known] = {**fields, **self.new.get(known, {})}
        return known


def _parted_name(text: str, field: str) -> tuple[str, dict[str, Written]]:
    """What somebody is called, and the fields that say so: of `Dr. Ada Ames (Sales)` also the role, of an
    address that.
    """
    if found := _ADDRESS.fullmatch(text):
        name, email = found["name"], found["email"]
        return name or email.partition("@")[0], {**({field: name} if name else {}), "email": email}
    noted = _NOTED.fullmatch(text) if field == "name" else None
    name, role = (noted["name"], {"role": noted["role"]}) if noted else (text, {})
    last, comma, first = name.partition(",")
    called = f"{first.strip()} {last.strip()}" if comma and "," not in first else name
    return called, {field: called, **role}


def _bare(name: str) -> str:
    """A name as it is compared: without titles; *Mr* and *Ms* tell two of one surname apart."""
    found = _ADDRESSED.match(name)
    rest = _plain(_TITLES.sub("", name[found.end() :] if found else name).strip() or name)
    if not found or " " in rest:
        return rest
    return f"{'mr' if found[0].strip(' .').lower() in _MEN else 'ms'} {rest}"


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
