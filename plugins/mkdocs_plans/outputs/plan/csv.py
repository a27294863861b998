"""The plan as CSV (RFC 4180), a file for each table: for spreadsheets.

Days are written as `2026-03-31`, numbers plainly, lists with `; ` between their items. A byte order mark has
Excel read it as UTF-8. A text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable
from decimal import Decimal

from mkdocs_plans.outputs.plan.columns import Value
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.outputs.plan.tables import DataTable, tables

MARK = "\ufeff"
"""The byte order mark."""

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
"""How a text begins that a spreadsheet may calculate, or one that seems to have its apostrophe already."""


def emit(export: Export) -> Files:
    """Write all tables."""
    return {f"{one.name}.csv": written([one]).encode() for one in tables(export)}


def written(found: Iterable[DataTable]) -> str:
    """Write tables that have one head."""
    text = io.StringIO(newline="")
    text.write(MARK)
    writer = csv.writer(text)
    for number, one in enumerate(found):
        if number == 0:
            writer.writerow(one.head)
        writer.writerows(map(_cell, row) for row in one.rows)
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
