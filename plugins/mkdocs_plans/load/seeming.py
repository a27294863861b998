"""Pages that seem to be meant for plan files: no opening `---`, or no `type`.

A site has pages of its own, with front matter of other plugins. So a page seems to be meant for a plan file
only where it says what no other page would say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_plans.findings import Finding, Route, Span
from mkdocs_plans.model import TYPES, LevelPlan, field_names
from mkdocs_plans.source import Document
from mkdocs_plans.yaml_text import Value

_DASHES = re.compile(r"(?!---[ \t]*\n)[-–—]{1,4}[ \t]*\n")
"""What an editor makes of `---`, or a hand."""

_LINE = re.compile(
    r"(?:(?P<key>[\w-]+)[ \t]*:(?:[ \t]+(?P<value>[^\n]*))?|[ \t]+\S[^\n]*|-[ \t]+[^\n]*)(?:\n|\Z)"
)
"""A line of a front matter: `key: value`, what goes on in the next line, or an item of a list."""

_OURS_ALONE = frozenset({"dri", "strategy", "advances", "depends_on", "originally"})
_NEEDED = {"goals": "title", "actions": "do", "updates": "date"}
"""Lists that other pages may have too, with what an item of ours can't be without."""
_OURS_BESIDE = frozenset({"contributors", "resources", "outcome"})
"""Fields that other pages may have; they count beside one that only we have."""


def seeming_plan(document: Document) -> Finding | None:
    """What is wrong with a page that seems to be meant for a plan file; nothing for any other page."""
    if document.values:
        return _without_type(document, document.values)
    return None if document.findings else _without_opening(document)


def _without_opening(document: Document) -> Finding | None:
    """What stands on a file's first lines is a front matter, but for the `---` above it."""
    dashes = _DASHES.match(document.text)
    start = end = dashes.end() if dashes else 0
    keys: dict[str, str] = {}
    while line := _LINE.match(document.text, end):
        if line["key"]:
            keys.setdefault(line["key"], (line["value"] or "").strip(" \t\"'"))
        end = line.end()
    kind = TYPES.get(keys.get("type", ""))
    is_closed = document.text.startswith("---", end)
    if kind is None or not (is_closed or dashes or len(keys.keys() & set(field_names(kind))) > 1):
        return None
    first = document.text[start:].split("\n", 1)[0].rstrip()
    shown = dashes[0].rstrip() if dashes else first
    message = "this looks like a plan file, and its front matter has no opening `---`"
    hint = "write `---` in its place" if dashes else f"put `---` on a line of its own above `{first}`"
    return Finding("invalid-front-matter", message, document.path, Span(1, 1, len(shown) + 1), hint)


def _without_type(document: Document, values: Mapping[str, Value]) -> Finding | None:
    """A front matter has fields that only plans have, and doesn't say what it is."""
    if values.get("type") is not None:
        return None
    certain = {key for key, value in values.items() if key in _OURS_ALONE or _is_our_list(key, value)}
    named = [key for key in values if key in certain | _OURS_BESIDE]
    if not certain or len(named) < 2:
        return None
    known = {name: len(values.keys() & set(field_names(kind))) for name, kind in _LEVELS.items()}
    fitting = [name for name, number in known.items() if number == max(known.values())]
    of = f"a {fitting[0]}" if len(fitting) == 1 else "a plan"
    fields = ", ".join(f"`{key}`" for key in named[:3])
    hint = f"write {' or '.join(f'`type: {name}`' for name in fitting)}"
    message = f"this file has fields of {of} ({fields}) and no `type`"
    return Finding("missing-field", message, document.path, Route.to("type"), hint)


_LEVELS = {name: kind for name, kind in TYPES.items() if issubclass(kind, LevelPlan)}


def _is_our_list(key: str, value: Value) -> bool:
    items = value if isinstance(value, list) and key in _NEEDED else []
    return bool(items) and all(isinstance(item, dict) and _NEEDED[key] in item for item in items)
