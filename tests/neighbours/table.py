"""The table of the guide that says beside which plugins ours works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.neighbours.listed import NEIGHBOURS, Neighbour

PAGE = Path(__file__).parents[2] / "plans/guide/other-plugins.md"

HEAD = """\
| Plugin | Version tried | `plans` before it | `plans` after it | What to set |
|---|---|---|---|---|
"""

_TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)+")


@dataclass(frozen=True)
class Row:
    """What is told of a plugin: its version, and whether it works with ours before it and after it."""

    neighbour: Neighbour
    version: str
    before: bool
    after: bool

    @property
    def line(self) -> str:
        """The row as Markdown."""
        works = (("works" if one else "doesn't work") for one in (self.before, self.after))
        cells = (self.neighbour.title, self.version, *works, self.neighbour.to_set)
        return f"| {' | '.join(cells)} |\n"


def version_of(neighbour: Neighbour) -> str:
    """The version that is installed; empty where none is."""
    try:
        found = version(neighbour.package)
    except PackageNotFoundError:
        return ""
    return f"Material {found}" if neighbour.is_of_material else found


def told() -> Mapping[str, str]:
    """The rows that the guide has, by their plugins."""
    found = _TABLE.search(PAGE.read_text("utf-8"))
    lines = found[0].removeprefix(HEAD).splitlines(keepends=True) if found else ()
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines}


def write(rows: Iterable[Row]) -> None:
    """Put rows into the guide, and keep those of other plugins."""
    lines = {**told(), **{row.neighbour.title: row.line for row in rows}}
    table = HEAD + "".join(lines[one.title] for one in NEIGHBOURS if one.title in lines)
    PAGE.write_text(_TABLE.sub(lambda _: table, PAGE.read_text("utf-8")), "utf-8")
