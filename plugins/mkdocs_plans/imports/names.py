"""Names of people in a source → their handles. Who isn't in the people file becomes one of the people."""

from __future__ import annotations

import re
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
        return found[0] if found else self._begin(name)

    def _begin(self, name: str) -> str:
        if re.sub(r"\W", "", name).casefold() in _NOBODY:
            raise EditError("it names nobody yet")
        if len(name) > _LONGEST or not any(map(str.isalpha, name)):
            raise EditError("it isn't a person's name")
        last, comma, first = name.partition(",")
        called = f"{first.strip()} {last.strip()}" if comma and "," not in first else name
        handle = self._free.take(slug(called, self._language))
        if handle_problem(handle):
            handle = self._free.take(f"{handle[:60].rstrip('-')}-1")
        self.new[handle] = {self._field: called}
        self._handles[_plain(handle)] = handle
        return handle


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
