"""Texts that a map makes of a group of rows: `{group} actions`, `Actions {first:action} to {last:action}`."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.names import Names
from mkdocs_plans.imports.sheet import Row, text_of
from mkdocs_plans.imports.values import read_cell
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import did_you_mean

_SLOT = re.compile(r"\{(?:(first|last|count|most|latest|earliest):)?([^{}]+)\}")


def fill(template: str, rows: Sequence[Row], head: Sequence[str], names: Names, site: Site) -> str:
    """Fill a template in for some rows. EditError where it names a column that there isn't.

    `first` (as without a word before the colon) and `last` are of the first and the last row, `count` is how
    many different values there are; `most` is who is named first in more than half of the rows; `latest` and
    `earliest` are days, where all are known, else nothing.
    """

    def slot(found: re.Match[str]) -> str:
        how, column = found[1] or "first", found[2].strip()
        if column not in head:
            hint = did_you_mean(column, head) or f"the columns are {', '.join(head)}"
            raise EditError(f"the map names a column `{column}`, which there isn't: {hint}")
        return _value(how, column, rows, names, site)

    return _SLOT.sub(slot, template)


def columns_of(template: str) -> set[str]:
    """The columns that a template names."""
    return {found[2].strip() for found in _SLOT.finditer(template)}


def _value(how: str, column: str, rows: Sequence[Row], names: Names, site: Site) -> str:
    match how:
        case "count":
            return str(len({row.text(column) for row in rows} - {""}))
        case "most":
            first = Counter(named[0] for row in rows if (named := _named(row.text(column), names)))
            found = first.most_common(1)
            return found[0][0] if found and found[0][1] * 2 > len(rows) else ""
        case "latest" | "earliest":
            return _edge(how, [_day(row, column, site) for row in rows])
    return text_of(rows[-1 if how == "last" else 0].cells.get(column))


def _named(text: str, names: Names) -> list[str]:
    """Whom a cell names; nobody where it isn't said yet."""
    try:
        return names.handles(text)
    except EditError:
        return []


def _edge(how: str, days: list[str]) -> str:
    known = [day for day in days if day]
    if not known or len(known) < len(days):
        return ""
    return max(known) if how == "latest" else min(known)


def _day(row: Row, column: str, site: Site) -> str:
    """The day of a cell; empty where it isn't one, for periods can't be put in an order with days."""
    cell = row.cells.get(column)
    try:
        text = str(read_cell("due", cell, site)) if cell is not None else ""
        return datetime.date.fromisoformat(text).isoformat()
    except (EditError, ValueError):
        return ""
