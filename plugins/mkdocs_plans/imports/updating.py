"""A plan file that an earlier import wrote, or anybody, brought up to what came in: by edits, so that only
the lines change that say something else. What came in says nothing of is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mkdocs_plans.authoring.layout import PART_KEYS
from mkdocs_plans.authoring.own_values import order_of_keys
from mkdocs_plans.edits import Draft, FileChange, value_at
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Steps
from mkdocs_plans.imports.incoming import Fields, IncomingFile, Lost
from mkdocs_plans.imports.same import says_the_same
from mkdocs_plans.load import Loaded
from mkdocs_plans.model import PlanFile, slug
from mkdocs_plans.settings import Site
from mkdocs_plans.source import read_document, read_yaml_document
from mkdocs_plans.yaml import Value, Written, write_field, write_scalar

_KEYS: Mapping[str, Sequence[str]] = {
    "goals": ("id", "number", "title"),
    "actions": ("id", "number", "do"),
    "updates": ("date",),
    "resources": ("name",),
    "values": ("name",),
}
"""What the items of a list are told apart by, the surest first."""


class Updating:
    """A file as far as it is changed."""

    def __init__(
        self, draft: Draft, file: PlanFile, incoming: IncomingFile, own: Iterable[str], site: Site
    ) -> None:
        self.draft = draft
        self.lost: list[Lost] = []
        self._file = file
        self._incoming = incoming
        self._own = list(own)
        self._site = site

    def made(self) -> Draft:
        """Set all that came in, and give the file."""
        for key, value in self._incoming.fields.items():
            if key in _KEYS and isinstance(value, Sequence) and not isinstance(value, str):
                self._set_items(key, value)
            else:
                self._set((key,), value)
        body = self._new_body(self.draft.document.body)
        if body != self.draft.document.body:
            self.draft = _with_body(self.draft, body)
        return self.draft

    def _set_items(self, key: str, items: Sequence[Written]) -> None:
        """Set the fields of the items that are there, and add the others behind them."""
        found = match_items(key, self._listed(key), [_fields_of(item) for item in items], self._site)
        for number, item in enumerate(items):
            listed, fields, index = self._listed(key), _fields_of(item), found[number]
            if index is None:
                at = number if key == "updates" else len(listed)
                self._add(key, at, fields)
                more = len(self._listed(key)) - len(listed)
                found = [one if one is None or one < at else one + more for one in found]
            elif isinstance(old := listed[index], dict):
                for name, value in fields.items():
                    if name != "id" or "id" in old:  # else it has that id by what it is called
                        self._set((key, index, name), value)
            else:
                self._set((key, index), item)

    def _listed(self, key: str) -> list[Value]:
        there = value_at(self.draft.document, (key,))
        return there if isinstance(there, list) else []

    def _add(self, key: str, index: int, fields: Fields) -> None:
        order = self._order((key,))
        self._try(key, fields, lambda draft: draft.with_item((key,), index, fields, order))

    def _set(self, steps: Steps, value: Written) -> None:
        old = value_at(self.draft.document, steps)
        if old is None and len(steps) == 1 and str(getattr(self._file, str(steps[0]), "")) == value:
            return  # it is what the file says by saying nothing
        if isinstance(old, dict) and isinstance(value, Mapping) and self._incoming.body is None:
            for key, one in value.items():  # a source that isn't the whole file says nothing of the others
                self._set((*steps, self._key_there(old, key)), one)
        elif old is None or not says_the_same(str(steps[-1]), old, value, self._site):
            self._try(str(steps[-1]), value, lambda draft: draft.with_field(steps, value, self._order(steps)))

    def _key_there(self, old: Mapping[str, Value], key: str) -> str:
        """A key as the file writes it: of a mapping by days, the one that means the day."""
        return next((one for one in old if says_the_same("date", one, key, self._site)), key)

    def _try(self, key: str, value: object, change: Callable[[Draft], Draft]) -> None:
        """Make a change; where it can't be made safely, that is told, and the field is left as it is."""
        try:
            self.draft = change(self.draft)
        except EditError as error:
            self.lost.append(Lost(self._file.path, key, str(value), str(error), is_held_back=True))

    def _order(self, steps: Steps) -> Sequence[str]:
        part = next((str(step) for step in steps if step in PART_KEYS), None)
        return order_of_keys((part,) if part else (), self._own)

    def _new_body(self, body: str) -> str:
        if self._incoming.body is not None:
            return self._incoming.body.strip()
        for heading, text in self._incoming.sections.items():
            body = with_section(body, heading, text)
        return body


def _fields_of(item: Written) -> Fields:
    return item if isinstance(item, Mapping) else {"name": item}


def match_items(key: str, listed: Sequence[Value], items: Sequence[Fields], site: Site) -> list[int | None]:
    """For each incoming item the position of the one that it is, which no other is: of several that are
    called alike, as check-ins of one day, the one that says the same, else the first.
    """
    found: dict[int, int] = {}
    alike = [_alike(key, listed, item, site) for item in items]
    for must_say_all in (True, False):
        for number, item in enumerate(items):
            free = (at for at in alike[number] if at not in found.values())
            if number not in found:
                at = next((at for at in free if not must_say_all or _says_all(listed[at], item, site)), None)
                if at is not None:
                    found[number] = at
    if len(items) == len(listed):
        free_now = set(range(len(items))) - {*found.values()}
        found |= {at: at for at in free_now - found.keys() if _is_renamed(listed[at], items[at], site)}
    return [found.get(number) for number in range(len(items))]


def _is_renamed(old: Value, item: Fields, site: Site) -> bool:
    """Whether an item of the same position is another only by its name or its date, and says enough else."""
    others = {name: value for name, value in item.items() if name not in {"name", "date"}}
    return not {"note", "cost", "url"}.isdisjoint(others) and _says_all(old, others, site)


def _alike(key: str, listed: Sequence[Value], item: Fields, site: Site) -> list[int]:
    """The positions of the items that an incoming one may be: by its id, its number, or what it is called."""
    for name in _KEYS[key]:
        said = str(item[name]) if name in item else None
        if said is None:
            continue
        alike = [at for at, one in enumerate(listed) if _named(key, name, one, site, said)]
        if alike or (
            name in {"id", "number"} and any(isinstance(one, dict) and name in one for one in listed)
        ):
            return alike
    return []


def _says_all(old: Value, item: Fields, site: Site) -> bool:
    return isinstance(old, dict) and all(
        name in old and says_the_same(name, old[name], value, site) for name, value in item.items()
    )


def _named(key: str, name: str, item: Value, site: Site, said: str) -> bool:
    if not isinstance(item, dict):
        return name == "name" and item == said
    if name == "id" and "id" not in item:
        text = item.get("title" if key == "goals" else "do")
        return isinstance(text, str) and slug(text, site.language) == said
    return isinstance(found := item.get(name), str) and says_the_same(name, found, said, site)


_HEADING = r"^##[ \t]+{}[ \t]*#*[ \t]*$"


def with_section(body: str, heading: str, text: str) -> str:
    """A body whose section of a heading has another text; at its end where there is none yet."""
    found = re.search(_HEADING.format(re.escape(heading)), body, re.MULTILINE)
    if found is None:
        return "\n\n".join(filter(None, [body, f"## {heading}\n\n{text}"]))
    following = re.compile(r"^#{1,2}[ \t]", re.MULTILINE).search(body, found.end())
    end = following.start() if following else len(body)
    old = body[found.end() : end].strip()
    if old == text:
        return body
    rest = body[end:]
    return f"{body[: found.end()]}\n\n{text}" + (f"\n\n{rest}" if rest else "")


def _with_body(draft: Draft, body: str) -> Draft:
    text = draft.document.text
    head = text[: draft.document.body_offset].rstrip("\n") + "\n"
    line_end = b"\r\n" if b"\r\n" in draft.data else b"\n"
    mark = b"\xef\xbb\xbf" if draft.data.startswith(b"\xef\xbb\xbf") else b""
    whole = head + (f"\n{body}\n" if body else "")
    data = mark + whole.encode().replace(b"\n", line_end)
    return Draft(data, read_document(draft.document.path, data))


def update_people(people: Mapping[str, Fields], loaded: Loaded, site: Site, about: str) -> FileChange | None:
    """Add the people who aren't in the people file, and bring up what came in of the others."""
    path = site.settings.people
    file = site.docs_dir / path
    if not people:
        return None
    if not file.exists():
        return FileChange(path, None, (about + _lines(people)).encode())
    data = file.read_bytes()
    draft = Draft(data, read_yaml_document(path, data))
    there = draft.document.values or {}
    for handle, fields in people.items():
        if handle in there:
            draft = _with_person(draft, handle, fields, site)
    new = {handle: fields for handle, fields in people.items() if handle not in there}
    return FileChange(path, data, _with_people(draft, new) if new else draft.data)


def _with_person(draft: Draft, handle: str, fields: Fields, site: Site) -> Draft:
    old: Any = value_at(draft.document, (handle,))
    for key, value in fields.items():
        said = old.get(key) if isinstance(old, dict) else None
        if said is None or not says_the_same(key, said, value, site):
            draft = draft.with_field((handle, key), value, list(fields))
    return draft


def _with_people(draft: Draft, people: Mapping[str, Fields]) -> bytes:
    """Add people at the end of the file. EditError where it then reads otherwise."""
    line_end = b"\r\n" if b"\r\n" in draft.data else b"\n"
    data = draft.data if draft.data.endswith(b"\n") or not draft.data else draft.data + line_end
    after = data + _lines(people).encode().replace(b"\n", line_end)
    values = read_yaml_document(draft.document.path, after).values or {}
    if {key: value for key, value in values.items() if key not in people} != (draft.document.values or {}):
        raise EditError(f"{draft.document.path} is written in a way in which nobody can be added to it by us")
    return after


def _lines(people: Mapping[str, Fields]) -> str:
    lines: list[str] = []
    for handle, fields in people.items():
        lines.append(f"{write_scalar(handle)}:" if fields else f"{write_scalar(handle)}: {{}}")
        for key, value in fields.items():
            lines += write_field(key, value, 2)
    return "".join(f"{line}\n" for line in lines)
