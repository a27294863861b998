"""One file that two changes edit → what it is with both of them.

As git merges it, where git can: that is the file there will be. Where both edit the same lines git gives up,
and that is where two changes are most likely to mean something together. So these files are merged by what
they say: each key of the front matter, each goal, action and person by itself.

`git merge-tree` isn't asked for the whole: it writes into the repository, leaves a file unread where both
edit a line, and finds a file again that one of them moved only by its text.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source.document import read_document, read_yaml_document
from mkdocs_plans.source.folder import MARKDOWN
from mkdocs_plans.source.git import ask_git
from mkdocs_plans.yaml import Bare, Value, Written, write_field

_KEYS = ("id", "title", "do", "name", "date")
"""By what the entries of a list are known, the surest first."""

_PLAIN = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True, slots=True)
class Merged:
    """A file with both changes. `is_clean` where git would merge it so by itself; elsewhere what one change
    takes out is out, and of two values the first change's stands.
    """

    data: bytes
    is_clean: bool = True


def merge_file(path: str, base: bytes, ours: bytes, theirs: bytes) -> Merged:
    """Merge a file that was `base` before either change."""
    if theirs in (base, ours):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    if (merged := _by_git(base, ours, theirs)) is not None:
        return Merged(merged)
    return Merged(_by_meaning(path, base, ours, theirs), is_clean=False)


def _by_git(*sides: bytes, where_both: str | None = None) -> bytes | None:
    """What git makes of a file as it was, as one change has it, and the other; None where it gives up."""
    base, ours, theirs = sides
    option = [where_both] if where_both else []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_bytes(data)
        try:
            return ask_git(Path(folder), "merge-file", "-p", "-q", *option, "ours", "base", "theirs")
        except ToolError:
            return None


def _by_meaning(path: str, *sides: bytes) -> bytes:
    """Merge what the three states of a file say; lines, where it can't be read in one of them."""
    is_page = path.endswith(MARKDOWN)
    if not is_page and not path.endswith((".yml", ".yaml")):
        return (
            _by_git(*sides, where_both="--union") or sides[1]
        )  # a table: rows that came stand beside each other
    base, ours, theirs = ((read_document if is_page else read_yaml_document)(path, side) for side in sides)
    if any(one.findings_stop_reading for one in (ours, theirs)):
        return _by_git(*sides, where_both="--ours") or sides[1]
    values = _mapping(base.values or {}, ours.values or {}, theirs.values or {})
    lines = [line for key, value in values.items() for line in write_field(key, _written(value), 0)]
    if not is_page:
        return ("\n".join(lines) + "\n").encode()
    bodies = [f"{one.body}\n".encode() for one in (base, ours, theirs)]
    body = _by_git(*bodies, where_both="--ours") or bodies[1]
    return "\n".join(["---", *lines, "---", "", ""]).encode() + body


def _mapping(
    base: Mapping[str, Value], ours: Mapping[str, Value], theirs: Mapping[str, Value]
) -> dict[str, Value]:
    """Merge key by key: what one takes out is out."""
    merged: dict[str, Value] = {}
    for key in dict.fromkeys((*ours, *theirs)):
        if key in base and not (key in ours and key in theirs):
            continue
        sides = [side[key] for side in (base, ours, theirs) if key in side]
        merged[key] = (
            _value(*sides) if len(sides) == 3 else _value(None, *sides) if len(sides) == 2 else sides[0]
        )
    return merged


def _value(base: Value, ours: Value, theirs: Value) -> Value:
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _mapping(base if isinstance(base, dict) else {}, ours, theirs)
    if any(isinstance(one, list) for one in (base, ours, theirs)):
        known, now, other = (
            {_name(one): one for one in (side if isinstance(side, list) else [side]) if one is not None}
            for side in (base, ours, theirs)
        )
        return list(_mapping(known, now, other).values())
    return ours


def _name(entry: Value) -> str:
    """By what an entry of a list is the same in all states."""
    if isinstance(entry, dict):
        return next((f"{key} {entry[key]}" for key in _KEYS if entry.get(key)), repr(entry))
    return repr(entry)


def _written(value: Value) -> Written:
    match value:
        case None:
            return Bare("null")
        case dict():
            return {key: _written(one) for key, one in value.items()}
        case list():
            return [_written(one) for one in value]
    return Bare(value) if _PLAIN.fullmatch(value) else value
