"""Cells of an exported table that nobody edited: own fields that say what the plan has, and what a row has
from above.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from mkdocs_plans.imports.sheet import Cell, text_of
from mkdocs_plans.model import Action, Goal, PlanFile, number_text
from mkdocs_plans.model.own_fields import OwnFields
from mkdocs_plans.outputs.plan.columns import Value
from mkdocs_plans.outputs.plan.tables import inherited_text, own_cell
from mkdocs_plans.yaml import Written


def says_own(there: PlanFile | Goal | Action | None, key: str, cell: Cell, own: OwnFields) -> bool:
    """Whether a cell says what the plan has in an own field: a table has only the text of one, and a day of
    what may be a period.
    """
    written = there.extra.get(key) if there else None
    if written is None:
        return False
    return text_of(cell).split() == _text(own_cell(own.read(key, written))).split()


def without_inherited(values: Mapping[str, Written], said: str) -> dict[str, Written]:
    """The fields of a row without those that it had from above when the table was written, and has still."""
    inherited = dict(one.split(": ", 1) for one in said.split("; ") if ": " in one)
    return {key: value for key, value in values.items() if inherited.get(key) != inherited_text(value)}


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return number_text(Decimal(value)) if isinstance(value, int | Decimal) else value or ""
