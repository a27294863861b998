"""What is wrong with the handles of the people file, and which handles to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mkdocs_plans.bounds import MAX_PEOPLE
from mkdocs_plans.findings import Finding, Related, Route
from mkdocs_plans.model import Person, field_names, handle_problem, slug
from mkdocs_plans.reading_rules.files import DUPLICATE_KEY
from mkdocs_plans.reading_rules.keys_and_values import INVALID_ID, INVALID_VALUE
from mkdocs_plans.source import Document
from mkdocs_plans.yaml import Value

_ITEM = re.compile(r"""-[ \t]+(?:name[ \t]*:[ \t]*)?["']?(?P<name>\w[^\n"':{}\[\]]*)""")
"""The first line of a list of people, which begins with a name, or with a field `name`."""


def written_as_list(finding: Finding, document: Document, language: str) -> Finding:
    """The finding for people who are written as a list, with what to write for the first of them; any other
    finding as it is.
    """
    first = next((line for line in document.text.split("\n") if line[:1] not in {"", "#"}), "")
    found = _ITEM.match(first)
    if found is None or document.values is not None:
        return finding
    name = found["name"].strip()
    handle = _handle_for(name, language) or name
    person = "{…}" if handle == name else f"{{name: {name}}}"
    message = "each person needs a handle and a colon, not a hyphen"
    return replace(finding, message=message, hint=f"write each as `{handle}: {person}`, without the hyphen")


def below_one_key(document: Document) -> Finding | None:
    """The finding for people who all stand below one key, as `people:`; None where they don't."""
    key, value = next(iter((document.values or {"": None}).items()))
    if len(document.values or ()) != 1 or not isinstance(value, dict | list) or not value:
        return None
    if isinstance(value, dict) and (value.keys() & set(field_names(Person)) or not _are_people(value)):
        return None
    message = f"the handles of people stand at the top of this file, not below `{key}`"
    hint = f"delete `{key}:`, and move what stands below it to the left"
    if isinstance(value, list):
        hint = f"delete `{key}:`, and begin each person with a handle and a colon, as `jane-doe: {{…}}`"
    return INVALID_VALUE.finding(message, document.path, Route((key,), "key"), hint)


def too_many(document: Document) -> Finding | None:
    """The finding at the first person who isn't read; None where there are no more than are read."""
    handles = list(document.values or ())
    if len(handles) <= MAX_PEOPLE:
        return None
    message = f"this file holds {len(handles)} people, and those from here on aren't read"
    hint = f"list those whom the plan names, at most {MAX_PEOPLE}, and not all of a directory"
    return INVALID_VALUE.finding(message, document.path, Route((handles[MAX_PEOPLE],), "key"), hint)


def _are_people(values: Mapping[str, Value]) -> bool:
    return all(value is None or isinstance(value, dict) for value in values.values())


def no_handle(problem: tuple[str, str], key: str, path: str, language: str) -> Finding:
    """The finding for a key that can't be a handle; for a name or an address, with the handle to write."""
    message, hint = problem
    handle = _handle_for(key, language)
    at = Route((key,), "key")
    return INVALID_ID.finding(message, path, at, f"write `{handle}`" if handle else hint)


def _handle_for(name: str, language: str) -> str:
    """The handle for a name or an address, as `jane-doe`; nothing for a text without a word."""
    local = name.strip().partition("@")[0]
    handle = slug(local, language) if re.search(r"[^\W\d_]", local) else ""
    return "" if handle == name or handle_problem(handle) else handle


def same_page(handle: str, other: str, path: str) -> Finding:
    """Two handles that differ in case alone: their pages are one file on Windows and macOS."""
    message = f'"{handle}" and "{other}" differ only in capitals, and would share one page on many computers'
    related = (Related("the other one is here", path, Route((other,), "key")),)
    hint = "give one of them another handle"
    return INVALID_ID.finding(message, path, Route((handle,), "key"), hint, related)


def twice(key: str, handle: str, path: str) -> Finding:
    """Two handles that are one, as their accents are written in two ways."""
    message = f'the handle "{handle}" is given twice, with its accents written in two ways'
    return DUPLICATE_KEY.finding(message, path, Route((key,), "key"), "keep one of the two")
