"""The plan as CSV (RFC 4180), a file for each table: for spreadsheets.

Days are written as `2026-03-31`, numbers plainly, lists with `; ` between their items. A byte order mark has
Excel read it as UTF-8. A text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial

from mkdocs_plans.model import LevelPlan
from mkdocs_plans.outputs.plan.columns import Value
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.outputs.plan.tables import OTHER_TABLES, TABLES, Cells, DataTable, by_plan, table

MARK = "\ufeff"
"""The byte order mark."""

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
"""How a text begins that a spreadsheet may calculate, or one that seems to have its apostrophe already."""


def emit(export: Export) -> Files:
    """Write all tables."""
    heads, cells_of = by_plan(export)
    plans = export.rows.passing(export.chosen)
    parts = [export.kept("csv", one, partial(_lines, cells_of, one)) for one in plans]
    whole = {
        head.name: written([head]) + "".join(part[place] for part in parts)
        for place, head in enumerate(heads)
    }
    whole |= {name: written([table(name, export)]) for name in OTHER_TABLES}
    return {f"{name}.csv": whole[name].encode() for name in TABLES}


def _lines(cells_of: Callable[[LevelPlan], list[Cells]], one: LevelPlan) -> list[str]:
    """What each table has of a plan."""
    return [_rows(cells) for cells in cells_of(one)]


def _rows(cells: Cells) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(map(_cell, row) for row in cells)
    return text.getvalue()


def written(found: Iterable[DataTable]) -> str:
    """Write tables that have one head."""
    text = io.StringIO(newline="")
    text.write(MARK)
    for number, one in enumerate(found):
        if number == 0:
            csv.writer(text).writerow(one.head)
        text.write(_rows(one.rows))
    return text.getvalue()


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, tuple):
        return guarded("; ".join(value))
    if isinstance(value, Decimal):
        return plain_number(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def guarded(text: str) -> str:
    """A text that stays one in a spreadsheet."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_number(value: Decimal) -> str:
    """A number as programs read it: `1234.5`."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
